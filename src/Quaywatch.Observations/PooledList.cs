namespace Quaywatch.Observations;

/// <summary>A list that keeps its room when it is cleared and hands out references, so that large structs are not copied.</summary>
/// <typeparam name="T">The element.</typeparam>
public sealed class PooledList<T>
{
    T[] _items = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>All of them; valid until the next addition.</summary>
    public ReadOnlySpan<T> Span => _items.AsSpan(0, Count);

    /// <summary>The element of that number, by reference.</summary>
    public ref readonly T this[int index] => ref Span[index];

    /// <summary>Adds a copy and returns its number.</summary>
    public int Add(in T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(16, Count * 2));
        }

        _items[Count] = item;
        return Count++;
    }

    /// <summary>Adds copies of several and returns the first one's number.</summary>
    public int AddRange(ReadOnlySpan<T> items)
    {
        int first = Count;
        if (Count + items.Length > _items.Length)
        {
            Array.Resize(ref _items, Math.Max(Count + items.Length, Math.Max(16, Count * 2)));
        }

        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
        return first;
    }

    /// <summary>Forgets all elements but keeps the room.</summary>
    public void Clear() => Count = 0;
}
