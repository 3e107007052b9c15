using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Quaywatch.Case.Json;

/// <summary>The words of one enumeration. A member whose word can't be its name carries the word in a
/// <see cref="JsonStringEnumMemberNameAttribute"/>. It knows members by number, not by type: a table for each type would be
/// compiled for each type, at every start.</summary>
sealed class WordList
{
    readonly Dictionary<long, JsonEncodedText> _ofMember = [];
    readonly Dictionary<string, object> _ofWord = [];

    /// <summary>Reads the words off an enumeration.</summary>
    public WordList(Type type)
    {
        foreach (object member in Enum.GetValuesAsUnderlyingType(type))
        {
            object value = Enum.ToObject(type, member);
            JsonEncodedText word = JsonEncodedText.Encode(WordFor(type, value.ToString()!));
            _ofMember.Add(Convert.ToInt64(member, null), word);
            _ofWord.Add(word.Value, value);
            All.Add(word.Value);
        }
    }

    /// <summary>The words, in the order of the members' numbers.</summary>
    public List<string> All { get; } = [];

    /// <summary>The word of a member.</summary>
    /// <returns>False when the number is no member.</returns>
    public bool TryGetWord(long member, out JsonEncodedText word) => _ofMember.TryGetValue(member, out word);

    /// <summary>The member of a word, in its box.</summary>
    /// <returns>Null when the contract has no such word here.</returns>
    public object? Member(string word) => _ofWord.GetValueOrDefault(word);

    static string WordFor(Type type, string member) =>
        type.GetField(member)?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
        ?? JsonNamingPolicy.KebabCaseLower.ConvertName(member);
}
