using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Quaywatch.Wire.Flows;

/// <summary>The VLAN ids in which a conversation was seen, ascending; the first eight different ones.</summary>
public struct VlanSet
{
    /// <summary>Ids that are kept.</summary>
    public const int Limit = 8;

    Ids _ids;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an id; one more than the limit is left out.</summary>
    public void Add(ushort id)
    {
        int at = 0;
        while (at < Count && _ids[at] < id)
        {
            at++;
        }

        if ((at < Count && _ids[at] == id) || Count == Limit)
        {
            return;
        }

        for (int i = Count; i > at; i--)
        {
            _ids[i] = _ids[i - 1];
        }

        _ids[at] = id;
        Count++;
    }

    /// <summary>Writes them big-endian, two bytes each, and returns how many bytes.</summary>
    public readonly int Write(Span<byte> to)
    {
        for (int i = 0; i < Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(to[(i * 2)..], _ids[i]);
        }

        return Count * 2;
    }

    [InlineArray(Limit)]
    struct Ids
    {
        ushort _first;
    }
}
