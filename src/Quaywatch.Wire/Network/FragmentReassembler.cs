using Quaywatch.Observations;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Network;

/// <summary>Puts the fragments of IPv4 and IPv6 packets together, before flows are keyed. Where fragments overlap, the first bytes win.
/// Bounded in packets, memory and packet time; the oldest packet gives way first. Depends on nothing but the fragments and the clock
/// that it is handed.</summary>
public sealed class FragmentReassembler
{
    /// <summary>Packets in work at a time.</summary>
    public const int PacketLimit = 1024;

    /// <summary>Parts of a packet; at 1,280 bytes, the least that every IPv6 link carries, the longest packet has 52.</summary>
    public const int PartLimit = 256;

    /// <summary>Bytes of all packets in work, as their buffers are large.</summary>
    public const int MemoryLimit = 16 << 20;

    /// <summary>How long a packet is waited for, from its first fragment on; nanoseconds. 30 s as in Linux.</summary>
    public const long Patience = 30_000_000_000;

    /// <summary>The longest payload that IP can state.</summary>
    public const int LongestPayload = 65_535;

    const int SmallBuffer = 8 << 10;
    const int LargeBuffer = 64 << 10;

    readonly Dictionary<FragmentKey, FragmentedPacket> _packets = new(PacketLimit);
    readonly Stack<FragmentedPacket> _spare = new();
    readonly Stack<byte[]> _small = new();
    readonly Stack<byte[]> _large = new();
    FragmentedPacket? _oldest;
    FragmentedPacket? _newest;
    FragmentedPacket? _handedOut;
    FragmentCounters _counters;
    int _memory;

    /// <summary>What became of the fragments so far.</summary>
    public ref readonly FragmentCounters Counters => ref _counters;

    /// <summary>Packets of which fragments are missing.</summary>
    public int InWork => _packets.Count;

    /// <summary>Adds a fragment.</summary>
    /// <param name="bytes">The frame.</param>
    /// <param name="headers">Its headers, with <see cref="PacketHeaders.IsFragment"/> set.</param>
    /// <param name="origin">The frame's place; its part is set here.</param>
    /// <param name="now">The input's clock, nanoseconds.</param>
    /// <param name="packet">The packet, where this fragment was the last one missing.</param>
    /// <returns>Whether the packet became whole.</returns>
    public bool TryAdd(ReadOnlySpan<byte> bytes, in PacketHeaders headers, in PacketPart origin, long now, out ReassembledPacket packet)
    {
        packet = default;
        TakeBack();
        Expire(now);
        _counters.Fragments++;
        if (!TryMeasure(headers, out int length))
        {
            return false;
        }

        FragmentKey key = new(
            headers.SourceIp, headers.DestinationIp, headers.FragmentId, headers.IpVersion == 4 ? headers.IpProtocol : (byte)0, headers.IpVersion);
        FragmentedPacket work = Find(key, now);
        work.Fragments++;
        if (!TryPut(work, bytes.Slice(headers.TransportOffset, length), headers, origin) || !work.IsWhole)
        {
            return false;
        }

        _counters.Packets++;
        Unlink(work);
        _handedOut = work;
        packet = new ReassembledPacket
        {
            Bytes = work.Bytes,
            Parts = work.Parts,
            Protocol = work.Protocol,
            Fragments = work.Fragments,
            HasConflict = work.HasConflict,
        };
        return true;
    }

    /// <summary>Gives up the packets that were waited for long enough.</summary>
    public void Expire(long now)
    {
        while (_oldest is not null && now - _oldest.Since > Patience)
        {
            GiveUp(_oldest);
            _counters.UnfinishedPackets++;
        }
    }

    /// <summary>The input has ended: gives up what is still in work.</summary>
    public void Finish()
    {
        TakeBack();
        while (_oldest is not null)
        {
            GiveUp(_oldest);
            _counters.UnfinishedPackets++;
        }
    }

    /// <summary>The fragment's usable length, or that it is of no use.</summary>
    bool TryMeasure(in PacketHeaders headers, out int length)
    {
        length = headers.Transport.PayloadLength;
        if (length < headers.Transport.StatedPayloadLength)
        {
            _counters.Cut++;
            return false;
        }

        // Before the last one lengths are multiples of 8. IPv6 forbids others (RFC 8200, 4.5); in IPv4 hosts cut the rest off.
        if (headers.MoreFragments && length % 8 != 0)
        {
            _counters.Malformed++;
            length = headers.IpVersion == 4 ? length & ~7 : 0;
            return length != 0;
        }

        if ((length == 0 && headers.MoreFragments) || headers.FragmentOffset + length > LongestPayload)
        {
            _counters.Malformed++;
            return false;
        }

        return true;
    }

    bool TryPut(FragmentedPacket work, ReadOnlySpan<byte> payload, in PacketHeaders headers, in PacketPart origin)
    {
        int end = headers.FragmentOffset + payload.Length;
        if (!work.Fits(end, !headers.MoreFragments))
        {
            _counters.Malformed++;
            return false;
        }

        MakeRoom(work, end);
        bool hadConflict = work.HasConflict;
        int added = work.Put(payload, headers.FragmentOffset, origin with { From = headers.TransportOffset }, PartLimit);
        if (added < 0)
        {
            GiveUp(work);
            _counters.LimitPackets++;
            return false;
        }

        if (!headers.MoreFragments)
        {
            work.SetLength(end);
        }

        if (headers.FragmentOffset == 0 && added > 0)
        {
            work.Protocol = headers.IpProtocol;
        }

        bool hasNewConflict = work.HasConflict && !hadConflict;
        _counters.Conflicts += hasNewConflict ? 1 : 0;
        _counters.Duplicates += added == 0 && !payload.IsEmpty && !hasNewConflict ? 1 : 0;
        return true;
    }

    FragmentedPacket Find(in FragmentKey key, long now)
    {
        if (_packets.TryGetValue(key, out FragmentedPacket? work))
        {
            return work;
        }

        if (_packets.Count == PacketLimit)
        {
            GiveUp(_oldest!);
            _counters.LimitPackets++;
        }

        work = _spare.TryPop(out FragmentedPacket? spare) ? spare : new FragmentedPacket();
        work.Begin(key, now);
        _packets.Add(key, work);
        work.Older = _newest;
        work.Newer = null;
        if (_newest is null)
        {
            _oldest = work;
        }
        else
        {
            _newest.Newer = work;
        }

        _newest = work;
        return work;
    }

    void MakeRoom(FragmentedPacket work, int end)
    {
        if (end <= work.Buffer.Length)
        {
            return;
        }

        int size = end <= SmallBuffer ? SmallBuffer : LargeBuffer;
        while (_memory + size > MemoryLimit)
        {
            GiveUp(_oldest == work ? work.Newer! : _oldest!);
            _counters.LimitPackets++;
        }

        byte[] buffer = (size == SmallBuffer ? _small : _large).TryPop(out byte[]? spare) ? spare : new byte[size];
        _memory += size;
        work.Buffer.CopyTo(buffer, 0);
        GiveBuffer(work);
        work.Buffer = buffer;
    }

    void GiveUp(FragmentedPacket work)
    {
        _counters.UnfinishedFragments += work.Fragments;
        Unlink(work);
        Recycle(work);
    }

    void Unlink(FragmentedPacket work)
    {
        _packets.Remove(work.Key);
        if (work.Older is null)
        {
            _oldest = work.Newer;
        }
        else
        {
            work.Older.Newer = work.Newer;
        }

        if (work.Newer is null)
        {
            _newest = work.Older;
        }
        else
        {
            work.Newer.Older = work.Older;
        }

        work.Older = work.Newer = null;
    }

    void TakeBack()
    {
        if (_handedOut is not null)
        {
            Recycle(_handedOut);
            _handedOut = null;
        }
    }

    void Recycle(FragmentedPacket work)
    {
        GiveBuffer(work);
        _spare.Push(work);
    }

    void GiveBuffer(FragmentedPacket work)
    {
        if (work.Buffer.Length != 0)
        {
            _memory -= work.Buffer.Length;
            (work.Buffer.Length == SmallBuffer ? _small : _large).Push(work.Buffer);
            work.Buffer = [];
        }
    }
}
