using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Capture;

/// <summary>Finds the packets of a pcap file. draft-ietf-opsawg-pcap, section 5.</summary>
/// <remarks><code>
///  0       4       8      12      16
/// +-------+-------+-------+-------+----------------------+
/// | sec   | frac  | capt. | orig. | captured bytes ...   |
/// +-------+-------+-------+-------+----------------------+
/// </code></remarks>
sealed class PcapScanner(PcapHeader header, InputCounters counters, int skip = PcapHeader.Size) : IRecordScanner
{
    readonly int _headerLength = (int)header.Variant;
    readonly bool _reversed = header.BigEndian == BitConverter.IsLittleEndian;
    readonly uint _longest = (uint)CaptureLimits.CapturedOf((LinkType)header.LinkType);
    long _skip = skip;

    /// <inheritdoc/>
    public ScanEnd Scan(BlockBuffer buffer, int length, bool atEnd, out int consumed, out int needed)
    {
        ReadOnlySpan<byte> bytes = buffer.Bytes.AsSpan(0, length);
        consumed = 0;
        while (true)
        {
            int step = (int)Math.Min(_skip, length - consumed);
            consumed += step;
            _skip -= step;
            needed = 0;
            if (_skip > 0)
            {
                return atEnd ? counters.CutShort(_skip) : ScanEnd.NeedMore;
            }

            Span<PacketRecord> room = buffer.Reserve();
            int found = Find(bytes, ref consumed, room);
            buffer.Commit(found);
            if (found == room.Length)
            {
                continue;
            }

            ScanEnd? end = WhyStopped(bytes[consumed..], atEnd, out needed);
            if (end is not null)
            {
                return end.Value;
            }
        }
    }

    /// <summary>The hot loop: goes on until a record is not whole, cannot be, or there is no more room.</summary>
    int Find(ReadOnlySpan<byte> bytes, ref int from, Span<PacketRecord> room)
    {
        int headerLength = _headerLength;
        int at = from;
        int found = 0;
        int number = counters.LastNumber;
        long first = long.MaxValue;
        long last = long.MinValue;
        uint longest = Math.Min(_longest, CaptureLimits.Captured);
        while (found < room.Length && bytes.Length - at >= headerLength && number != int.MaxValue)
        {
            PcapRecordHeader record = PcapRecordHeader.Read(bytes[at..], _reversed);
            if (header.LengthOrder != PcapLengthOrder.CapturedFirst)
            {
                record = record.InOrder(header.LengthOrder);
            }

            uint captured = record.Captured;
            if (captured > longest || captured > (uint)(bytes.Length - at - headerLength))
            {
                break;
            }

            ref PacketRecord to = ref room[found++];
            at += headerLength;
            long time = (record.Seconds * PacketTime.NanosecondsPerSecond) + ((long)record.Fraction * header.FractionUnit);
            first = Math.Min(first, time);
            last = Math.Max(last, time);
            to.Time = time;
            to.Data = at;
            to.Captured = (int)captured;
            to.Original = (int)Math.Min(record.Original, int.MaxValue);
            to.Number = ++number;
            to.LinkType = header.LinkType;
            to.HeaderLength = (byte)headerLength;
            to.FrameCheckLength = 0;
            if (record.Original < captured || header.FrameCheckLength != 0)
            {
                Adjust(ref to);
            }

            at += (int)captured;
        }

        counters.LastNumber = number;
        from = at;
        if (found > 0)
        {
            // 32 bits of seconds end in 2106, so no time of pcap is absurd.
            counters.Note(found, first, last);
            counters.NoteLinkType(header.LinkType);
        }

        return found;
    }

    void Adjust(ref PacketRecord to)
    {
        if (to.Original < to.Captured)
        {
            counters.Anomalies.Count(InputAnomaly.LengthsDisagree);
            to.Original = to.Captured;
        }

        to.FrameCheckLength = FrameCheck.Captured(header.FrameCheckLength, to.Captured, to.Original);
    }

    /// <summary>What is wrong with the record that the loop did not take; null where it is skipped.</summary>
    ScanEnd? WhyStopped(ReadOnlySpan<byte> rest, bool atEnd, out int needed)
    {
        needed = _headerLength;
        if (rest.Length < needed)
        {
            return !atEnd ? ScanEnd.NeedMore : rest.Length == 0 ? ScanEnd.Ended : counters.CutShort(needed - rest.Length);
        }

        uint captured = PcapRecordHeader.Read(rest, _reversed).InOrder(header.LengthOrder).Captured;
        if (captured > _longest || counters.LastNumber == int.MaxValue)
        {
            return counters.Damaged();
        }

        if (captured > CaptureLimits.Captured)
        {
            counters.LastNumber++;
            counters.Anomalies.Count(InputAnomaly.OversizedPackets);
            _skip = _headerLength + (long)captured;
            return null;
        }

        needed += (int)captured;
        return atEnd ? counters.CutShort(needed - rest.Length) : ScanEnd.NeedMore;
    }
}
