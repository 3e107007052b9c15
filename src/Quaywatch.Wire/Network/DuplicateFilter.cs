using System.Buffers.Binary;
using System.IO.Hashing;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Network;

/// <summary>Tells packets that a mirror port, or a second capture, shows twice: equal layer-3 bytes but for hop limit and header checksum
/// (without IP: equal frames but for VLAN tags and PRP trailer) within <see cref="Window"/> of the first.</summary>
/// <remarks>
/// Two things look the same and are not told apart. A sender may repeat itself so fast: IPv6 has no packet number, and IPv4 packets that
/// may not be fragmented often carry 0 as theirs, so a segment sent again within the window, a repeated pure acknowledgement, or a cyclic
/// datagram without a counter counts as a copy. And twin machines with the same addresses in two VLANs may say the same at once. Either
/// way the content was seen once already; what is lost is a count.
/// The hash is no cryptographic one. So that nobody can prepare packets that hide each other, its seed is taken from the first packet,
/// time included: unknown beforehand, yet the same whenever the same input is read.
/// </remarks>
public sealed class DuplicateFilter
{
    /// <summary>How long a packet is remembered, nanoseconds.</summary>
    public const long Window = 50_000_000;

    /// <summary>Packets remembered at a time. Their places are bound to their hashes, so at 800,000 packets a second every fifteenth is
    /// forgotten before its time; those are the oldest, and copies mostly come at once.</summary>
    public const int EntryLimit = 65_536;

    const int FirstEntries = 1024;
    const int Ways = 4;
    const int PrpTrailerLength = 6;
    const ushort PrpSuffix = 0x88FB;

    // sets of four entries: a hash has its set and may lie in any of its places
    Entry[] _entries = new Entry[FirstEntries];
    long _seed;
    bool _isSeeded;

    /// <summary>Copies found.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Packets forgotten within the window because the table was full.</summary>
    public long Forgotten { get; private set; }

    /// <summary>Whether the packet is a copy; if not, it is remembered.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="headers">Its headers.</param>
    /// <param name="time">Its time, nanoseconds.</param>
    public bool IsDuplicate(ReadOnlySpan<byte> frame, in PacketHeaders headers, long time)
    {
        if (!_isSeeded)
        {
            _seed = (long)XxHash3.HashToUInt64(frame, time);
            _isSeeded = true;
        }

        UInt128 hash = Hash(frame, headers, _seed);
        ulong set = (ulong)hash;

        // 0 marks an empty place
        ulong tag = (ulong)(hash >> 64) | 1;
        while (true)
        {
            Span<Entry> places = _entries.AsSpan((int)(set & ((ulong)_entries.Length / Ways - 1)) * Ways, Ways);
            int oldest = 0;
            for (int i = 0; i < places.Length; i++)
            {
                if (places[i].Tag == tag && IsWithin(time, places[i].Time))
                {
                    Duplicates++;
                    return true;
                }

                oldest = IsOlder(places[i], places[oldest]) ? i : oldest;
            }

            bool isAlive = places[oldest].Tag != 0 && IsWithin(time, places[oldest].Time);
            if (isAlive && _entries.Length < EntryLimit)
            {
                Grow(time);
                continue;
            }

            Forgotten += isAlive ? 1 : 0;
            places[oldest] = new Entry { Tag = tag, Set = (uint)set, Time = time };
            return false;
        }
    }

    /// <summary>A hash over what copies have in common.</summary>
    static UInt128 Hash(ReadOnlySpan<byte> frame, in PacketHeaders headers, long seed)
    {
        Span<byte> header = stackalloc byte[IpDecoder.V6HeaderLength];
        int from = headers.NetworkOffset, end = headers.NetworkEnd;
        switch (headers.IpVersion)
        {
            case 4:
                header = header[..IpDecoder.V4HeaderLength];
                frame.Slice(from, header.Length).CopyTo(header);
                header[8] = header[10] = header[11] = 0;
                from += header.Length;
                break;
            case 6:
                frame.Slice(from, header.Length).CopyTo(header);
                header[7] = 0;
                from += header.Length;
                break;
            default:
                header = header[..16];
                BinaryPrimitives.WriteInt64LittleEndian(header, headers.SourceMac.Value);
                BinaryPrimitives.WriteInt64LittleEndian(header[8..], headers.DestinationMac.Value);

                // two bytes more: the EtherType, or the end of the LLC header; all of a frame of which nothing was understood
                from = from == end ? 0 : Math.Max(0, from - 2);
                end -= IsPrpTrailer(frame, headers) ? PrpTrailerLength : 0;
                break;
        }

        return XxHash128.HashToUInt128(frame[from..end], (long)XxHash3.HashToUInt64(header, seed));
    }

    // IEC 62439-3, 4.2.7.3: sequence number (2 bytes), LAN A or B (4 bits), length of what lies behind the tags (12 bits), 0x88FB
    static bool IsPrpTrailer(ReadOnlySpan<byte> frame, in PacketHeaders headers)
    {
        if (headers.NetworkEnd - headers.NetworkOffset < PrpTrailerLength)
        {
            return false;
        }

        ReadOnlySpan<byte> trailer = frame[(headers.NetworkEnd - PrpTrailerLength)..headers.NetworkEnd];
        int lanAndSize = BinaryPrimitives.ReadUInt16BigEndian(trailer[2..]);
        return BinaryPrimitives.ReadUInt16BigEndian(trailer[4..]) == PrpSuffix
            && lanAndSize >> 12 is 0xA or 0xB
            && (lanAndSize & 0x0FFF) == headers.NetworkEnd - headers.NetworkOffset;
    }

    // the distance is unsigned, so that absurd times neither overflow nor match
    static bool IsWithin(long time, long first) => (ulong)(time >= first ? time - first : first - time) <= Window;

    static bool IsOlder(in Entry entry, in Entry other) => other.Tag != 0 && (entry.Tag == 0 || entry.Time < other.Time);

    void Grow(long time)
    {
        Entry[] old = _entries;
        _entries = new Entry[old.Length * 2];
        int sets = _entries.Length / Ways;
        foreach (ref readonly Entry entry in old.AsSpan())
        {
            if (entry.Tag == 0 || !IsWithin(time, entry.Time))
            {
                continue;
            }

            // what lay in one set goes to one of two, so there is place
            Span<Entry> places = _entries.AsSpan((int)(entry.Set & (uint)(sets - 1)) * Ways, Ways);
            int i = 0;
            while (places[i].Tag != 0)
            {
                i++;
            }

            places[i] = entry;
        }
    }

    struct Entry
    {
        public ulong Tag;
        public long Time;
        public uint Set;
    }
}
