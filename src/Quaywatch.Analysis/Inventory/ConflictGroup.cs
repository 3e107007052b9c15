using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Rules;

namespace Quaywatch.Analysis.Inventory;

/// <summary>Two devices under one identity, or one under two.</summary>
internal sealed class ConflictGroup(string key, End source, End target) : FindingGroup(key, source, target)
{
    /// <summary>MAC addresses or identities named.</summary>
    const int MostWords = 8;

    /// <summary>MAC addresses or identities that are told apart.</summary>
    const int MostTold = 256;

    readonly List<string> _words = [];
    readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Which kind of conflict; one constant word.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The protocol that showed it first.</summary>
    public string Protocol { get; private set; } = "";

    /// <summary>What stands against each other, the first few.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>How many, as far as told apart.</summary>
    public int WordCount => _told.Count;

    /// <summary>The shortest time between the last word of the old holder and the first of the new one, nanoseconds.</summary>
    public long ShortestPause { get; set; } = long.MaxValue;

    /// <summary>One changed to the other.</summary>
    public void Conflict(string kind, string wordBefore, string wordAfter, string protocol)
    {
        Count++;
        Kind = kind;
        Protocol = Protocol.Length == 0 ? protocol : Protocol;
        Word(wordBefore);
        Word(wordAfter);
    }

    void Word(string word)
    {
        if (_told.Count < MostTold && _told.Add(word) && _words.Count < MostWords)
        {
            _words.Add(word);
        }
    }
}
