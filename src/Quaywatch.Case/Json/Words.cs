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
        where T : struct, Enum => WordTable<T>.All;

    /// <summary>Finds the member for a word.</summary>
    /// <returns>False when the contract has no such word here.</returns>
    public static bool TryParse<T>(string? word, out T member)
        where T : struct, Enum
    {
        member = default;
        return word is not null && WordTable<T>.OfWord.TryGetValue(word, out member);
    }

    internal static JsonEncodedText Encoded<T>(T member)
        where T : struct, Enum => WordTable<T>.OfMember.TryGetValue(member, out JsonEncodedText word)
            ? word
            : throw new ArgumentOutOfRangeException(nameof(member), member, $"No {typeof(T).Name} of the contract.");
}
