namespace Quaywatch.Analysis.Frame;

/// <summary>The first and the last of many: what is shown of a list that may be endless.</summary>
/// <typeparam name="T">The element.</typeparam>
internal sealed class FirstAndLast<T>
{
    /// <summary>Elements kept from the beginning.</summary>
    public const int MostFirst = 100;

    /// <summary>Elements kept from the end.</summary>
    public const int MostLast = 20;

    readonly List<T> _first = [];
    Queue<T>? _last;

    /// <summary>How many were added in all.</summary>
    public long Count { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(T item)
    {
        Count++;
        if (_first.Count < MostFirst)
        {
            _first.Add(item);
            return;
        }

        _last ??= new Queue<T>(MostLast);
        if (_last.Count == MostLast)
        {
            _last.Dequeue();
        }

        _last.Enqueue(item);
    }

    /// <summary>Whether it is among those kept.</summary>
    public bool Contains(T item) => (_last?.Contains(item) ?? false) || _first.Contains(item);

    /// <summary>Those kept, in the order in which they came.</summary>
    public IReadOnlyList<T> Items => _last is null ? [.. _first] : [.. _first, .. _last];
}
