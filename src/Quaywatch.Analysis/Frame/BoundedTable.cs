using System.Diagnostics.CodeAnalysis;

namespace Quaywatch.Analysis.Frame;

/// <summary>A table with a hard limit that keeps the first entries: who comes when it is full is counted and not kept. Entries
/// are listed in the order in which they came, never in the order of a hash.</summary>
/// <param name="limit">Entries at most.</param>
/// <param name="limits">Where what was not kept is counted.</param>
/// <param name="name">Under which name, in words with hyphens.</param>
internal sealed class BoundedTable<TKey, TValue>(int limit, Limits limits, string name)
    where TKey : notnull
    where TValue : class
{
    readonly Dictionary<TKey, TValue> _byKey = [];
    readonly List<KeyValuePair<TKey, TValue>> _inOrder = [];

    /// <summary>All entries in the order in which they came.</summary>
    public IReadOnlyList<KeyValuePair<TKey, TValue>> Entries => _inOrder;

    /// <summary>How many there are.</summary>
    public int Count => _inOrder.Count;

    /// <summary>The entry for a key.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => _byKey.TryGetValue(key, out value);

    /// <summary>The entry for a key, made where there is none; null where the table is full.</summary>
    public TValue? GetOrAdd(TKey key, Func<TKey, TValue> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        if (_byKey.TryGetValue(key, out TValue? value))
        {
            return value;
        }

        if (_inOrder.Count >= limit)
        {
            limits.Reached(name);
            return null;
        }

        value = make(key);
        _byKey.Add(key, value);
        _inOrder.Add(new(key, value));
        return value;
    }
}
