using System.Buffers.Binary;
using Quaywatch.Observations;
using Quaywatch.Wire.Network;

namespace Quaywatch.Wire.Link;

/// <summary>Writes one frame into a buffer, header by header from the outside in; types, lengths and checksums come out right by
/// themselves. The last call writes the payload: <see cref="Tcp"/>, <see cref="Udp"/>, <see cref="Icmp"/>, <see cref="IpPayload"/>,
/// <see cref="Arp"/> or <see cref="Payload"/>. Without <see cref="Ethernet"/> it is a raw IP packet. A buffer too small, a payload too
/// long or calls out of order are the caller's mistake and throw.</summary>
public ref struct FrameBuilder
{
    const int ShortestFrame = 60;
    const int MacsLength = 12;
    const int TypeLength = 2;
    const int TagLength = 2;
    const int None = -1;

    readonly Span<byte> _buffer;
    int _length;

    // where the next EtherType, the IP header and IPv6's "next header" byte lie
    int _typeAt = None;
    int _ipAt = None;
    int _nextAt = None;
    IpAddress _source;
    IpAddress _destination;

    /// <summary>Begins a frame at the buffer's first byte.</summary>
    public FrameBuilder(Span<byte> buffer) => _buffer = buffer;

    /// <summary>The frame as far as it is written.</summary>
    public readonly ReadOnlySpan<byte> Frame => _buffer[.._length];

    /// <summary>An Ethernet header.</summary>
    public void Ethernet(MacAddress source, MacAddress destination)
    {
        Require(_length == 0, "The Ethernet header is the first.");
        WriteMac(Extend(MacsLength), destination, source);
        _typeAt = _length;
        Extend(TypeLength);
    }

    /// <summary>A VLAN tag (IEEE 802.1Q); several nest from the outside in.</summary>
    /// <param name="id">VLAN id, below 4,096.</param>
    /// <param name="priority">Priority code point, 0 to 7.</param>
    /// <param name="tag">The tag's EtherType.</param>
    public void Vlan(ushort id, byte priority = 0, ushort tag = EtherTypes.Vlan)
    {
        Require(_typeAt != None && _ipAt == None, "A VLAN tag follows the Ethernet header.");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id, (ushort)0x0FFF);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priority, (byte)7);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[_typeAt..], tag);
        BinaryPrimitives.WriteUInt16BigEndian(Extend(TagLength), (ushort)((priority << 13) | id));
        _typeAt = _length;
        Extend(TypeLength);
    }

    /// <summary>An IPv4 or IPv6 header, by the kind of the addresses.</summary>
    /// <param name="source">Sender.</param>
    /// <param name="destination">Receiver, of the same kind.</param>
    /// <param name="hopLimit">Time to live or hop limit.</param>
    /// <param name="id">IPv4's identification; IPv6 has none.</param>
    public void Ip(IpAddress source, IpAddress destination, byte hopLimit = 64, ushort id = 0)
    {
        Require(_ipAt == None, "One IP header a frame.");
        if (source.IsV4 != destination.IsV4)
        {
            throw new ArgumentException("An IPv4 and an IPv6 address in one packet.", nameof(destination));
        }

        _source = source;
        _destination = destination;
        _ipAt = _length;
        if (source.IsV4)
        {
            Span<byte> header = Extend(IpDecoder.V4HeaderLength);
            header[0] = 0x45;
            BinaryPrimitives.WriteUInt16BigEndian(header[4..], id);
            header[8] = hopLimit;
            BinaryPrimitives.WriteUInt32BigEndian(header[12..], source.V4Value);
            BinaryPrimitives.WriteUInt32BigEndian(header[16..], destination.V4Value);
            _nextAt = _ipAt + 9;
        }
        else
        {
            Span<byte> header = Extend(IpDecoder.V6HeaderLength);
            header[0] = 0x60;
            header[7] = hopLimit;
            WriteV6(header[8..], source);
            WriteV6(header[24..], destination);
            _nextAt = _ipAt + 6;
        }

        WriteType(source.IsV4 ? EtherTypes.Ipv4 : EtherTypes.Ipv6);
    }

    /// <summary>Says that what <see cref="IpPayload"/> will write is a fragment: in the IPv4 header, or by IPv6's fragment header.</summary>
    /// <param name="id">The number that fragments of one packet share; 16 bits in IPv4.</param>
    /// <param name="offset">The fragment's place in bytes, a multiple of 8.</param>
    /// <param name="more">Whether more follow.</param>
    public void Fragment(uint id, int offset, bool more)
    {
        Require(_ipAt != None, "A fragment follows an IP header.");
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, 0xFFF8);
        ArgumentOutOfRangeException.ThrowIfNotEqual(offset % 8, 0);
        if (_source.IsV4)
        {
            BinaryPrimitives.WriteUInt16BigEndian(_buffer[(_ipAt + 4)..], checked((ushort)id));
            BinaryPrimitives.WriteUInt16BigEndian(_buffer[(_ipAt + 6)..], (ushort)((offset / 8) | (more ? 0x2000 : 0)));
            return;
        }

        _buffer[_nextAt] = IpProtocols.Fragment;
        _nextAt = _length;
        Span<byte> header = Extend(8);
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)(offset | (more ? 1 : 0)));
        BinaryPrimitives.WriteUInt32BigEndian(header[4..], id);
    }

    /// <summary>A TCP segment.</summary>
    /// <param name="sourcePort">Sender's port.</param>
    /// <param name="destinationPort">Receiver's port.</param>
    /// <param name="sequence">Sequence number.</param>
    /// <param name="acknowledgement">Acknowledgement number.</param>
    /// <param name="flags">Flags.</param>
    /// <param name="payload">Data.</param>
    /// <param name="window">Window, unscaled.</param>
    /// <param name="options">Options, up to 40 bytes; filled up to a multiple of 4 with zeros.</param>
    public void Tcp(
        ushort sourcePort,
        ushort destinationPort,
        uint sequence,
        uint acknowledgement,
        TcpFlags flags,
        scoped ReadOnlySpan<byte> payload = default,
        ushort window = 8192,
        scoped ReadOnlySpan<byte> options = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Length, 40, nameof(options));
        int headerLength = TransportDecoder.TcpHeaderLength + ((options.Length + 3) / 4 * 4);
        Span<byte> message = Message(headerLength + payload.Length);
        WritePorts(message, sourcePort, destinationPort);
        BinaryPrimitives.WriteUInt32BigEndian(message[4..], sequence);
        BinaryPrimitives.WriteUInt32BigEndian(message[8..], acknowledgement);
        message[12] = (byte)(headerLength / 4 << 4);
        message[13] = (byte)flags;
        BinaryPrimitives.WriteUInt16BigEndian(message[14..], window);
        options.CopyTo(message[TransportDecoder.TcpHeaderLength..]);
        payload.CopyTo(message[headerLength..]);
        BinaryPrimitives.WriteUInt16BigEndian(message[16..], Checksum.Of(message, _source, _destination, IpProtocols.Tcp));
        FinishIp(IpProtocols.Tcp);
    }

    /// <summary>A UDP datagram.</summary>
    public void Udp(ushort sourcePort, ushort destinationPort, scoped ReadOnlySpan<byte> payload)
    {
        Span<byte> message = Message(TransportDecoder.UdpHeaderLength + payload.Length);
        WritePorts(message, sourcePort, destinationPort);
        BinaryPrimitives.WriteUInt16BigEndian(message[4..], checked((ushort)message.Length));
        payload.CopyTo(message[TransportDecoder.UdpHeaderLength..]);

        // a sum that comes out as 0 is sent as all ones, since 0 means none (RFC 768)
        ushort checksum = Checksum.Of(message, _source, _destination, IpProtocols.Udp);
        BinaryPrimitives.WriteUInt16BigEndian(message[6..], checksum == 0 ? (ushort)0xFFFF : checksum);
        FinishIp(IpProtocols.Udp);
    }

    /// <summary>An ICMP message over IPv4, an ICMPv6 message over IPv6.</summary>
    /// <param name="type">Type.</param>
    /// <param name="code">Code.</param>
    /// <param name="rest">The four bytes behind the checksum (identifier and sequence number of an echo).</param>
    /// <param name="payload">What follows.</param>
    public void Icmp(byte type, byte code, uint rest, scoped ReadOnlySpan<byte> payload)
    {
        Span<byte> message = Message(TransportDecoder.IcmpHeaderLength + payload.Length);
        message[0] = type;
        message[1] = code;
        BinaryPrimitives.WriteUInt32BigEndian(message[4..], rest);
        payload.CopyTo(message[TransportDecoder.IcmpHeaderLength..]);
        ushort checksum = _source.IsV4 ? Checksum.Of(message) : Checksum.Of(message, _source, _destination, IpProtocols.Icmpv6);
        BinaryPrimitives.WriteUInt16BigEndian(message[2..], checksum);
        FinishIp(_source.IsV4 ? IpProtocols.Icmp : IpProtocols.Icmpv6);
    }

    /// <summary>The bytes of any other IP protocol, or of a fragment.</summary>
    public void IpPayload(byte protocol, scoped ReadOnlySpan<byte> payload)
    {
        payload.CopyTo(Message(payload.Length));
        FinishIp(protocol);
    }

    /// <summary>An ARP message for IPv4 over Ethernet (RFC 826).</summary>
    /// <param name="operation">1 request, 2 reply.</param>
    /// <param name="senderMac">Sender's MAC address.</param>
    /// <param name="senderIp">Sender's IPv4 address.</param>
    /// <param name="targetMac">Target's MAC address; none in a request.</param>
    /// <param name="targetIp">Target's IPv4 address.</param>
    public void Arp(ushort operation, MacAddress senderMac, IpAddress senderIp, MacAddress targetMac, IpAddress targetIp)
    {
        Require(_typeAt != None && _ipAt == None, "ARP follows an Ethernet header.");
        Span<byte> message = Extend(28);
        BinaryPrimitives.WriteUInt16BigEndian(message, 1);
        BinaryPrimitives.WriteUInt16BigEndian(message[2..], EtherTypes.Ipv4);
        message[4] = 6;
        message[5] = 4;
        BinaryPrimitives.WriteUInt16BigEndian(message[6..], operation);
        WriteMac(message[8..], senderMac);
        BinaryPrimitives.WriteUInt32BigEndian(message[14..], senderIp.V4Value);
        WriteMac(message[18..], targetMac);
        BinaryPrimitives.WriteUInt32BigEndian(message[24..], targetIp.V4Value);
        WriteType(EtherTypes.Arp);
    }

    /// <summary>The bytes of any other protocol straight on Ethernet.</summary>
    public void Payload(ushort etherType, scoped ReadOnlySpan<byte> payload)
    {
        Require(_typeAt != None && _ipAt == None, "The payload follows an Ethernet header.");
        payload.CopyTo(Extend(payload.Length));
        WriteType(etherType);
    }

    /// <summary>Fills a short Ethernet frame up with zeros to the least length, as network cards do before sending.</summary>
    public void Pad()
    {
        if (_length < ShortestFrame)
        {
            Extend(ShortestFrame - _length);
        }
    }

    Span<byte> Message(int length)
    {
        Require(_ipAt != None, "The message follows an IP header.");
        return Extend(length);
    }

    void FinishIp(byte protocol)
    {
        _buffer[_nextAt] = protocol;
        Span<byte> packet = _buffer[_ipAt.._length];
        if (_source.IsV4)
        {
            BinaryPrimitives.WriteUInt16BigEndian(packet[2..], checked((ushort)packet.Length));
            BinaryPrimitives.WriteUInt16BigEndian(packet[10..], Checksum.Of(packet[..IpDecoder.V4HeaderLength]));
        }
        else
        {
            BinaryPrimitives.WriteUInt16BigEndian(packet[4..], checked((ushort)(packet.Length - IpDecoder.V6HeaderLength)));
        }
    }

    readonly void WriteType(ushort type)
    {
        if (_typeAt != None)
        {
            BinaryPrimitives.WriteUInt16BigEndian(_buffer[_typeAt..], type);
        }
    }

    Span<byte> Extend(int length)
    {
        Span<byte> added = _buffer.Slice(_length, length);
        added.Clear();
        _length += length;
        return added;
    }

    static void WritePorts(Span<byte> message, ushort source, ushort destination)
    {
        BinaryPrimitives.WriteUInt16BigEndian(message, source);
        BinaryPrimitives.WriteUInt16BigEndian(message[2..], destination);
    }

    static void WriteMac(Span<byte> bytes, MacAddress first, MacAddress second)
    {
        WriteMac(bytes, first);
        WriteMac(bytes[6..], second);
    }

    static void WriteMac(Span<byte> bytes, MacAddress address)
    {
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)(address.Value >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[2..], (uint)address.Value);
    }

    static void WriteV6(Span<byte> bytes, IpAddress address)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, address.High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], address.Low);
    }

    static void Require(bool isInOrder, string rule)
    {
        if (!isInOrder)
        {
            throw new InvalidOperationException(rule);
        }
    }
}
