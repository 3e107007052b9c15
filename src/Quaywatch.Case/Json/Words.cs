using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Quaywatch.Case.Json;

/// <summary>The contract's words for the members of its enumerations: lower-case, with hyphens (`IoDevice` is `io-device`).</summary>
public static class Words
{
    /// <summary>The word for a member.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is no member.</exception>
    public static string Of<T>(T member)
        where T : struct, Enum => Encoded(member).Value;

    /// <summary>All words of an enumeration, in its order.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Lists<T>.Words.All;

    /// <summary>Finds the member for a word.</summary>
    /// <returns>False when the contract has no such word here.</returns>
    public static bool TryParse<T>(string? word, out T member)
        where T : struct, Enum
    {
        object? found = word is null ? null : Lists<T>.Words.Member(word);
        member = found is null ? default : (T)found;
        return found is not null;
    }

    internal static JsonEncodedText Encoded<T>(T member)
        where T : struct, Enum => Lists<T>.Words.TryGetWord(Number(member), out JsonEncodedText word)
            ? word
            : throw new ArgumentOutOfRangeException(nameof(member), member, $"No {typeof(T).Name} of the contract.");

    // Without a box: this is called for every word of every row.
    static long Number<T>(T member)
        where T : struct, Enum => Unsafe.SizeOf<T>() switch
        {
            sizeof(byte) => Unsafe.As<T, byte>(ref member),
            sizeof(short) => Unsafe.As<T, short>(ref member),
            sizeof(int) => Unsafe.As<T, int>(ref member),
            _ => Unsafe.As<T, long>(ref member),
        };

    static class Lists<T>
        where T : struct, Enum
    {
        public static readonly WordList Words = new(typeof(T));
    }
}
