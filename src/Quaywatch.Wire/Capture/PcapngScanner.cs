using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Quaywatch.Wire.Capture;

/// <summary>Finds the packets of a pcapng file: draft-ietf-opsawg-pcapng. Numbers them as Wireshark does, and stops at what it calls
/// damaged, except that a packet with damaged options is kept.</summary>
/// <remarks><code>
///  0       4       8                                   length-4
/// +-------+-------+---------------------------------+-------+
/// | type  |length | body, padded to 4 bytes         |length |
/// +-------+-------+---------------------------------+-------+
/// </code></remarks>
sealed class PcapngScanner(InputCounters counters, PcapngSections sections) : IRecordScanner
{
    const int HeaderSize = 8;
    const int TrailerSize = 4;
    const int SmallestBlock = HeaderSize + TrailerSize;
    const int SectionSize = 28;
    const int InterfaceSize = 20;
    const int MostInterfaces = ushort.MaxValue + 1;

    readonly List<PcapngInterface> _interfaces = [];
    bool _bigEndian;
    long _skip;
    uint _trailer;

    /// <summary>Begins in the middle of a section.</summary>
    public PcapngScanner(InputCounters counters, PcapngSections sections, in PcapngSection within, ReadOnlySpan<PcapngInterface> interfaces)
        : this(counters, sections)
    {
        _bigEndian = within.BigEndian;
        _interfaces.AddRange(interfaces);
    }

    /// <inheritdoc/>
    public ScanEnd Scan(BlockBuffer buffer, int length, bool atEnd, out int consumed, out int needed)
    {
        ReadOnlySpan<byte> bytes = buffer.Bytes.AsSpan(0, length);
        int at = 0;
        ScanEnd? end = null;
        needed = 0;
        while (end is null)
        {
            Span<PacketRecord> room = buffer.Reserve();
            int found = _trailer == 0 && _bigEndian != BitConverter.IsLittleEndian ? FindPlain(bytes, ref at, room) : 0;
            buffer.Commit(found);
            if (found < room.Length)
            {
                end = Step(buffer, bytes, atEnd, ref at, out needed);
            }
        }

        consumed = at;
        return end.Value;
    }

    /// <summary>The hot loop: takes Enhanced Packet Blocks without options as long as nothing about them is unusual, and leaves every
    /// other block to <see cref="Step"/>.</summary>
    int FindPlain(ReadOnlySpan<byte> bytes, ref int from, Span<PacketRecord> room)
    {
        ReadOnlySpan<PcapngInterface> interfaces = CollectionsMarshal.AsSpan(_interfaces);
        int at = from;
        int found = 0;
        int number = counters.LastNumber;
        long first = long.MaxValue;
        long last = long.MinValue;
        while (found < room.Length && bytes.Length - at >= PcapngEnhancedHeader.Size && number != int.MaxValue)
        {
            PcapngEnhancedHeader block = MemoryMarshal.Read<PcapngEnhancedHeader>(bytes[at..]);
            uint captured = block.Captured;
            uint whole = PcapngEnhancedHeader.Size + ((captured + 3) & ~3u) + TrailerSize;
            if (block.Type != PcapngBlocks.EnhancedPacket || captured > CaptureLimits.Captured || block.Length != whole
                || whole > (uint)(bytes.Length - at) || block.Interface >= (uint)interfaces.Length || captured > block.Original
                || MemoryMarshal.Read<uint>(bytes[(at + (int)whole - TrailerSize)..]) != whole)
            {
                break;
            }

            ref readonly PcapngInterface description = ref interfaces[(int)block.Interface];
            long time = description.Nanoseconds(block.Time);
            if (PacketTime.IsAbsurd(time))
            {
                break;
            }

            first = Math.Min(first, time);
            last = Math.Max(last, time);
            ref PacketRecord to = ref room[found++];
            to.Time = time;
            to.Data = at + PcapngEnhancedHeader.Size;
            to.Captured = (int)captured;
            to.Original = (int)Math.Min(block.Original, int.MaxValue);
            to.Number = ++number;
            to.LinkType = description.LinkType;
            to.HeaderLength = PcapngEnhancedHeader.Size;
            to.FrameCheckLength = FrameCheck.Captured(description.FrameCheckLength, (int)captured, to.Original);
            counters.NoteLinkType(description.LinkType);
            at += (int)whole;
        }

        counters.LastNumber = number;
        from = at;
        if (found > 0)
        {
            counters.Note(found, first, last);
        }

        return found;
    }

    /// <summary>Goes one block on, or says why not.</summary>
    ScanEnd? Step(BlockBuffer buffer, ReadOnlySpan<byte> bytes, bool atEnd, ref int at, out int needed)
    {
        needed = HeaderSize;
        if (_trailer != 0)
        {
            return FinishLongBlock(bytes, atEnd, ref at, ref needed);
        }

        ReadOnlySpan<byte> rest = bytes[at..];
        if (rest.Length == 0 && atEnd)
        {
            return ScanEnd.Ended;
        }

        if (rest.Length < HeaderSize)
        {
            return Lack(rest.Length, HeaderSize, atEnd);
        }

        uint type = Number(rest, 0);
        if (type == PcapngBlocks.SectionHeader)
        {
            needed = SectionSize;
            if (rest.Length < SectionSize)
            {
                return Lack(rest.Length, SectionSize, atEnd);
            }

            if (!TryReadByteOrder(rest, out _bigEndian))
            {
                return counters.Damaged();
            }
        }

        long whole = ((long)Number(rest, 4) + 3) & ~3L;
        if (whole < SmallestSize(type) || whole > CaptureLimits.Block)
        {
            return counters.Damaged();
        }

        bool held = whole <= CaptureLimits.HeldBlock;
        if (held)
        {
            needed = (int)whole;
            if (rest.Length < needed)
            {
                return Lack(rest.Length, needed, atEnd);
            }

            if (TrailerOf(rest[..needed]) != (uint)whole)
            {
                return counters.Damaged();
            }

            rest = rest[..(needed - TrailerSize)];
        }

        return Read(buffer, type, rest, whole, held, atEnd, ref at, ref needed);
    }

    ScanEnd? Read(
        BlockBuffer buffer, uint type, ReadOnlySpan<byte> block, long whole, bool held, bool atEnd, ref int at, ref int needed)
    {
        switch (type)
        {
            case PcapngBlocks.EnhancedPacket or PcapngBlocks.ObsoletePacket or PcapngBlocks.SimplePacket:
                ScanEnd? end = ReadPacket(buffer, type, block, whole, held, at, ref needed);
                if (end == ScanEnd.NeedMore)
                {
                    return Lack(block.Length, needed, atEnd);
                }

                if (end is not null)
                {
                    return end;
                }

                break;
            case PcapngBlocks.SectionHeader:
                if (!IsKnownVersion(block))
                {
                    return counters.Damaged();
                }

                _interfaces.Clear();
                sections.Begin(buffer.Origin + at, _bigEndian);
                break;
            case PcapngBlocks.InterfaceDescription:
                needed = (int)Math.Min(whole, CaptureLimits.HeldBlock);
                if (!held && block.Length < needed)
                {
                    return Lack(block.Length, needed, atEnd);
                }

                ReadInterface(block[..Math.Min(block.Length, needed)], held);
                break;
            default:
                if (PcapngBlocks.IsNumbered(type))
                {
                    counters.LastNumber++;
                    counters.Anomalies.Count(InputAnomaly.RecordsWithoutPacket);
                }
                else if (!PcapngBlocks.IsKnownAndSkipped(type))
                {
                    counters.Anomalies.Count(InputAnomaly.UnknownBlocks);
                }

                break;
        }

        if (held)
        {
            at += (int)whole;
        }
        else
        {
            _skip = whole - TrailerSize;
            _trailer = (uint)whole;
        }

        return null;
    }

    ScanEnd? FinishLongBlock(ReadOnlySpan<byte> bytes, bool atEnd, ref int at, ref int needed)
    {
        int step = (int)Math.Min(_skip, bytes.Length - at);
        at += step;
        _skip -= step;
        needed = TrailerSize;
        int left = bytes.Length - at;
        if (_skip > 0 || left < TrailerSize)
        {
            return !atEnd ? ScanEnd.NeedMore : counters.CutShort(_skip + TrailerSize - left);
        }

        uint trailer = (Number(bytes[at..], 0) + 3) & ~3u;
        if (trailer != _trailer)
        {
            return counters.Damaged();
        }

        _trailer = 0;
        at += TrailerSize;
        return null;
    }

    ScanEnd? ReadPacket(BlockBuffer buffer, uint type, ReadOnlySpan<byte> block, long whole, bool held, int at, ref int needed)
    {
        int fixedSize = PcapngPacket.FixedSize(type);
        if (block.Length < fixedSize)
        {
            needed = fixedSize;
            return ScanEnd.NeedMore;
        }

        PcapngPacket packet = PcapngPacket.Read(type, block, _bigEndian);
        if (packet.Interface >= (uint)_interfaces.Count || counters.LastNumber == int.MaxValue)
        {
            return counters.Damaged();
        }

        PcapngInterface from = _interfaces[(int)packet.Interface];
        uint captured = packet.CapturedWith(from);
        long padded = ((long)captured + 3) & ~3L;
        if (fixedSize + padded + TrailerSize > whole || captured > (uint)CaptureLimits.CapturedOf((Link.LinkType)from.LinkType))
        {
            return counters.Damaged();
        }

        if (captured > CaptureLimits.Captured)
        {
            counters.LastNumber++;
            counters.Anomalies.Count(InputAnomaly.OversizedPackets);
            return null;
        }

        needed = fixedSize + (int)captured;
        if (block.Length < needed)
        {
            return ScanEnd.NeedMore;
        }

        int checkLength = from.FrameCheckLength;
        if (!held)
        {
            counters.Anomalies.Count(InputAnomaly.DamagedOptions);
        }
        else if (block.Length > fixedSize + padded && type != PcapngBlocks.SimplePacket)
        {
            checkLength = PcapngPacket.FrameCheckLength(block[(int)(fixedSize + padded)..], _bigEndian, checkLength, out bool damaged);
            counters.Anomalies.Count(InputAnomaly.DamagedOptions, damaged ? 1 : 0);
        }

        Span<PacketRecord> place = buffer.Reserve()[..1];
        Add(ref place[0], packet, from, at + fixedSize, fixedSize, (int)captured, checkLength);
        counters.Note(place);
        buffer.Commit(1);
        return null;
    }

    void Add(ref PacketRecord to, in PcapngPacket packet, in PcapngInterface from, int data, int fixedSize, int captured, int checkLength)
    {
        uint original = packet.Original;
        if (original < captured)
        {
            counters.Anomalies.Count(InputAnomaly.LengthsDisagree);
            original = (uint)captured;
        }

        to.Time = packet.HasTime ? from.Nanoseconds(packet.Time) : PacketTime.None;
        to.Data = data;
        to.Captured = captured;
        to.Original = (int)Math.Min(original, int.MaxValue);
        to.Number = ++counters.LastNumber;
        to.LinkType = from.LinkType;
        to.HeaderLength = (byte)fixedSize;
        to.FrameCheckLength = FrameCheck.Captured(checkLength, captured, to.Original);
        counters.NoteLinkType(from.LinkType);
    }

    void ReadInterface(ReadOnlySpan<byte> block, bool held)
    {
        if (_interfaces.Count == MostInterfaces)
        {
            counters.Anomalies.Count(InputAnomaly.InterfaceLimit);
            return;
        }

        PcapngInterface description = PcapngPacket.ReadInterface(block, _bigEndian, out bool damaged);
        counters.Anomalies.Count(InputAnomaly.DamagedOptions, damaged || !held ? 1 : 0);
        _interfaces.Add(description);
        sections.Add(description);
    }

    ScanEnd Lack(int have, int needed, bool atEnd) => atEnd ? counters.CutShort(needed - have) : ScanEnd.NeedMore;

    uint TrailerOf(ReadOnlySpan<byte> block) => (Number(block, block.Length - TrailerSize) + 3) & ~3u;

    uint Number(ReadOnlySpan<byte> block, int at)
    {
        uint value = MemoryMarshal.Read<uint>(block[at..]);
        return _bigEndian == BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    static int SmallestSize(uint type) => type switch
    {
        PcapngBlocks.SectionHeader => SectionSize,
        PcapngBlocks.InterfaceDescription => InterfaceSize,
        PcapngBlocks.EnhancedPacket or PcapngBlocks.ObsoletePacket or PcapngBlocks.SimplePacket => PcapngPacket.FixedSize(type) + TrailerSize,
        _ => SmallestBlock,
    };

    static bool TryReadByteOrder(ReadOnlySpan<byte> block, out bool bigEndian)
    {
        bigEndian = BinaryPrimitives.ReadUInt32BigEndian(block[HeaderSize..]) == PcapngBlocks.ByteOrderMagic;
        return bigEndian || BinaryPrimitives.ReadUInt32LittleEndian(block[HeaderSize..]) == PcapngBlocks.ByteOrderMagic;
    }

    /// <summary>Versions 1.0 and 1.2, as Wireshark; the latter was written by some programs for the same format.</summary>
    bool IsKnownVersion(ReadOnlySpan<byte> block)
    {
        uint version = Number(block, 12);
        (uint major, uint minor) = _bigEndian ? (version >> 16, version & 0xFFFF) : (version & 0xFFFF, version >> 16);
        return major == 1 && minor is 0 or 2;
    }
}
