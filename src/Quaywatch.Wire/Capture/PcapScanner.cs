using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Capture;

/// <summary>Finds the packets of a pcap file. draft-ietf-opsawg-pcap, section 5.</summary>
/// <remarks><code>
///  0       4       8      12      16
/// +-------+-------+-------+-------+----------------------+
/// | sec   | frac  | capt. | orig. | captured bytes ...   |
/// +-------+-------+-------+-------+----------------------+
/// </code></remarks>
sealed class PcapScanner(PcapHeader header, InputCounters counters) : IRecordScanner
{
    readonly int _headerLength = (int)header.Variant;
    readonly int _longest = CaptureLimits.CapturedOf((LinkType)header.LinkType);
    long _skip = PcapHeader.Size;

    /// <inheritdoc/>
    public ScanEnd Scan(BlockBuffer buffer, int length, bool atEnd, out int consumed, out int needed)
    {
        ReadOnlySpan<byte> bytes = buffer.Bytes.AsSpan(0, length);
        int at = 0;
        needed = _headerLength;
        while (true)
        {
            if (_skip > 0)
            {
                int step = (int)Math.Min(_skip, length - at);
                at += step;
                _skip -= step;
                if (_skip > 0)
                {
                    consumed = at;
                    return atEnd ? counters.CutShort(_skip) : ScanEnd.NeedMore;
                }
            }

            ScanEnd? end = ScanRecords(buffer, bytes, atEnd, ref at, ref needed);
            if (end is not null)
            {
                consumed = at;
                return end.Value;
            }
        }
    }

    /// <summary>The end, or null where a long record is to be skipped.</summary>
    ScanEnd? ScanRecords(BlockBuffer buffer, ReadOnlySpan<byte> bytes, bool atEnd, ref int at, ref int needed)
    {
        int before = buffer.Count;
        int number = counters.LastNumber;
        ScanEnd? end = null;
        while (true)
        {
            int left = bytes.Length - at;
            if (left < _headerLength)
            {
                needed = _headerLength;
                end = !atEnd ? ScanEnd.NeedMore : left == 0 ? ScanEnd.Ended : counters.CutShort(_headerLength - left);
                break;
            }

            ReadOnlySpan<byte> record = bytes.Slice(at, 16);
            uint captured = Number(record, 8);
            uint original = Number(record, 12);
            if (header.LengthOrder != PcapLengthOrder.CapturedFirst
                && (header.LengthOrder == PcapLengthOrder.OriginalFirst || captured > original))
            {
                (captured, original) = (original, captured);
            }

            if (captured > (uint)_longest || number == int.MaxValue)
            {
                end = counters.Damaged();
                break;
            }

            if (captured > CaptureLimits.Captured)
            {
                number++;
                counters.Anomalies.Count(InputAnomaly.OversizedPackets);
                at += _headerLength;
                _skip = captured;
                break;
            }

            if (captured > left - _headerLength)
            {
                needed = _headerLength + (int)captured;
                end = atEnd ? counters.CutShort(needed - left) : ScanEnd.NeedMore;
                break;
            }

            Add(ref buffer.Add(), record, at, (int)captured, original, ++number);
            at += _headerLength + (int)captured;
        }

        counters.LastNumber = number;
        counters.Packets += buffer.Count - before;
        if (buffer.Count > before)
        {
            counters.NoteLinkType(header.LinkType);
        }

        return end;
    }

    void Add(ref PacketRecord to, ReadOnlySpan<byte> record, int at, int captured, uint original, int number)
    {
        if (original < captured)
        {
            counters.Anomalies.Count(InputAnomaly.LengthsDisagree);
            original = (uint)captured;
        }

        to.Time = (Number(record, 0) * PacketTime.NanosecondsPerSecond) + ((long)Number(record, 4) * header.FractionUnit);
        to.Data = at + _headerLength;
        to.Captured = captured;
        to.Original = (int)Math.Min(original, int.MaxValue);
        to.Number = number;
        to.LinkType = header.LinkType;
        to.HeaderLength = (byte)_headerLength;
        to.FrameCheckLength = FrameCheck.Captured(header.FrameCheckLength, captured, to.Original);
        counters.NoteTime(to.Time);
    }

    uint Number(ReadOnlySpan<byte> record, int at)
    {
        uint value = MemoryMarshal.Read<uint>(record[at..]);
        return header.BigEndian == BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
    }
}
