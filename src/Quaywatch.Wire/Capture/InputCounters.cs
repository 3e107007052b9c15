using System.Runtime.CompilerServices;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Capture;

/// <summary>What is counted while an input is scanned.</summary>
sealed class InputCounters
{
    readonly HashSet<int> _seenLinkTypes = [];
    readonly List<LinkType> _linkTypes = [];
    int _lastLinkType = -1;

    /// <summary>What is wrong with the file.</summary>
    public InputAnomalies Anomalies { get; } = new();

    /// <summary>Link types of the packets, in order of appearance.</summary>
    public IReadOnlyList<LinkType> LinkTypes => _linkTypes;

    /// <summary>Packets found.</summary>
    public long Packets { get; private set; }

    /// <summary>The last frame number given.</summary>
    public int LastNumber { get; set; }

    /// <summary>The earliest time of a packet, or <see cref="long.MaxValue"/>.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>The latest time of a packet, or <see cref="PacketTime.None"/>.</summary>
    public long Last { get; private set; } = PacketTime.None;

    /// <summary>Notes packets just found, none of which has an absurd time.</summary>
    public void Note(int packets, long first, long last)
    {
        First = Math.Min(First, first);
        Last = Math.Max(Last, last);
        Packets += packets;
    }

    /// <summary>Notes packets just found.</summary>
    public void Note(ReadOnlySpan<PacketRecord> packets)
    {
        long first = First;
        long last = Last;
        foreach (ref readonly PacketRecord packet in packets)
        {
            if (PacketTime.IsAbsurd(packet.Time))
            {
                Anomalies.Count(packet.Time == PacketTime.None ? InputAnomaly.WithoutTime : InputAnomaly.TimeAbsurd);
                continue;
            }

            first = Math.Min(first, packet.Time);
            last = Math.Max(last, packet.Time);
        }

        First = first;
        Last = last;
        Packets += packets.Length;
    }

    /// <summary>Notes a packet's link type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NoteLinkType(int type)
    {
        if (type != _lastLinkType)
        {
            NoteOtherLinkType(type);
        }
    }

    /// <summary>Notes a file that ends within a record.</summary>
    public ScanEnd CutShort(long missing)
    {
        Anomalies.Count(InputAnomaly.CutShort);
        Anomalies.Count(InputAnomaly.MissingBytes, missing);
        return ScanEnd.Ended;
    }

    /// <summary>Notes a record that cannot be.</summary>
    public ScanEnd Damaged()
    {
        Anomalies.Count(InputAnomaly.DamagedRecord);
        return ScanEnd.Damaged;
    }

    void NoteOtherLinkType(int type)
    {
        _lastLinkType = type;
        if (_seenLinkTypes.Add(type))
        {
            _linkTypes.Add((LinkType)type);
        }
    }
}
