using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Quaywatch.Case.Json;

/// <summary>The words of one enumeration, made once. A member whose word can't be its name carries the word in a
/// <see cref="JsonStringEnumMemberNameAttribute"/>.</summary>
static class WordTable<T>
    where T : struct, Enum
{
    public static readonly FrozenDictionary<T, JsonEncodedText> OfMember = Enum.GetValues<T>().ToFrozenDictionary(
        static member => member, static member => JsonEncodedText.Encode(WordFor(member.ToString())));

    public static readonly FrozenDictionary<string, T> OfWord = OfMember.ToFrozenDictionary(
        static pair => pair.Value.Value, static pair => pair.Key, StringComparer.Ordinal);

    public static readonly string[] All = [.. Enum.GetValues<T>().Select(static member => OfMember[member].Value)];

    static string WordFor(string member) =>
        typeof(T).GetField(member)?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
        ?? JsonNamingPolicy.KebabCaseLower.ConvertName(member);
}
