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

    /// <summary>Packets remembered at a time; that is 1.3 million a second. Beyond it the oldest is forgotten.</summary>
    public const int EntryLimit = 65_536;

    const int FirstEntries = 1024;
    const int PrpTrailerLength = 6;
    const ushort PrpSuffix = 0x88FB;

    // numbers without a pattern: the first fractional digits of pi
    const ulong First = 0x243F_6A88_85A3_08D3;
    const ulong Second = 0x1319_8A2E_0370_7344;

    // The packets of the window, in the order of coming: number n lies at n modulo the room. A hash's chain begins with its newest
    // packet and leads to older ones, so it ends at the first number that has left the window, and nothing needs to be unlinked.
    Entry[] _entries = new Entry[FirstEntries];
    long[] _chains = new long[FirstEntries];
    long _oldest = 1;
    long _next = 1;
    ulong _seed;
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
            _seed = XxHash3.HashToUInt64(frame, time);
            _isSeeded = true;
        }

        while (_oldest < _next && !IsWithin(time, At(_oldest).Time))
        {
            _oldest++;
        }

        UInt128 hash = Hash(frame, headers, _seed);
        ulong tag = (ulong)(hash >> 64);
        uint chain = (uint)hash;
        for (long number = Chain(chain); number >= _oldest; number = At(number).Older)
        {
            ref readonly Entry entry = ref At(number);
            if (entry.Tag == tag && entry.Chain == chain && IsWithin(time, entry.Time))
            {
                Duplicates++;
                return true;
            }
        }

        Remember(tag, chain, time);
        return false;
    }

    void Remember(ulong tag, uint chain, long time)
    {
        if (_next - _oldest == _entries.Length)
        {
            if (_entries.Length < EntryLimit)
            {
                Grow();
            }
            else
            {
                _oldest++;
                Forgotten++;
            }
        }

        ref long newest = ref Chain(chain);
        At(_next) = new Entry { Tag = tag, Time = time, Older = newest, Chain = chain };
        newest = _next++;
    }

    void Grow()
    {
        Entry[] old = _entries;
        _entries = new Entry[old.Length * 2];
        _chains = new long[old.Length * 2];
        for (long number = _oldest; number < _next; number++)
        {
            ref readonly Entry entry = ref old[number & (old.Length - 1)];
            ref long newest = ref Chain(entry.Chain);
            At(number) = entry with { Older = newest };
            newest = number;
        }
    }

    ref Entry At(long number) => ref _entries[number & (_entries.Length - 1)];

    ref long Chain(uint chain) => ref _chains[chain & (_chains.Length - 1)];

    /// <summary>A hash over what copies have in common: the fixed header, less what routers change, goes into the seed of the rest. It is
    /// taken in whole words, since blanking bytes in a copy of it costs more than all of the hash.</summary>
    static UInt128 Hash(ReadOnlySpan<byte> frame, in PacketHeaders headers, ulong seed)
    {
        // little-endian: byte 8 is the time to live, 10 and 11 the checksum; in IPv6 byte 7 is the hop limit
        const ulong NoTtlAndChecksum = 0xFFFF_FFFF_0000_FF00, NoHopLimit = 0x00FF_FFFF_FFFF_FFFF;
        int from = headers.NetworkOffset, end = headers.NetworkEnd;
        ReadOnlySpan<byte> packet = frame[from..end];
        switch (headers.IpVersion)
        {
            case 4:
                seed = Mix(Word(packet, 0) ^ seed, (Word(packet, 8) & NoTtlAndChecksum) ^ First)
                    ^ Mix(BinaryPrimitives.ReadUInt32LittleEndian(packet[16..]) ^ Second, seed);
                from += IpDecoder.V4HeaderLength;
                break;
            case 6:
                seed = Mix((Word(packet, 0) & NoHopLimit) ^ seed, Word(packet, 8) ^ First)
                    ^ Mix(Word(packet, 16) ^ Second, Word(packet, 24) ^ seed)
                    ^ Mix(Word(packet, 32) ^ First, seed ^ Second);
                from += IpDecoder.V6HeaderLength;
                break;
            default:
                seed = Mix((ulong)headers.SourceMac.Value ^ seed, (ulong)headers.DestinationMac.Value ^ First);

                // two bytes more: the EtherType, or the end of the LLC header; all of a frame of which nothing was understood
                from = from == end ? 0 : Math.Max(0, from - 2);
                end -= IsPrpTrailer(packet) ? PrpTrailerLength : 0;
                break;
        }

        return XxHash128.HashToUInt128(frame[from..end], (long)seed);
    }

    static ulong Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    static ulong Mix(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        return high ^ low;
    }

    // IEC 62439-3, 4.2.7.3: sequence number (2 bytes), LAN A or B (4 bits), length of what lies behind the tags (12 bits), 0x88FB
    static bool IsPrpTrailer(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < PrpTrailerLength)
        {
            return false;
        }

        ReadOnlySpan<byte> trailer = payload[^PrpTrailerLength..];
        int lanAndSize = BinaryPrimitives.ReadUInt16BigEndian(trailer[2..]);
        return BinaryPrimitives.ReadUInt16BigEndian(trailer[4..]) == PrpSuffix
            && lanAndSize >> 12 is 0xA or 0xB
            && (lanAndSize & 0x0FFF) == payload.Length;
    }

    // the distance is unsigned, so that absurd times neither overflow nor match
    static bool IsWithin(long time, long first) => (ulong)(time >= first ? time - first : first - time) <= Window;

    struct Entry
    {
        public ulong Tag;
        public long Time;
        public long Older;
        public uint Chain;
    }
}
