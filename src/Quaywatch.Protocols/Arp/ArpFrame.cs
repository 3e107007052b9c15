using System.Buffers.Binary;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.Arp;

/// <summary>One ARP packet, big-endian. RFC 826; RARP is RFC 903, InARP RFC 2390, address conflict detection RFC 5227.
/// <code>
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +---------------+---------------+---------------+---------------+
/// |         Hardware type         |         Protocol type         |
/// +---------------+---------------+---------------+---------------+
/// | Hardware size | Protocol size |            Opcode             |
/// +---------------+---------------+---------------+---------------+
/// | Sender hardware address (hardware size)                     ...
/// | Sender protocol address (protocol size)                     ...
/// | Target hardware address (hardware size)                     ...
/// | Target protocol address (protocol size)                     ...
/// +---------------------------------------------------------------+
/// | Padding of the link, up to the smallest frame               ...
/// </code></summary>
public readonly ref struct ArpFrame
{
    /// <summary>Bytes before the addresses.</summary>
    public const int HeaderSize = 8;

    /// <summary>Bytes of a packet for Ethernet and IPv4.</summary>
    public const int Size = 28;

    readonly ReadOnlySpan<byte> _bytes;

    ArpFrame(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Reads the eight bytes before the addresses and finds the addresses; false where the packet is shorter than its
    /// own lengths say. The bytes may go on with padding.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ArpFrame frame)
    {
        frame = default;
        if (bytes.Length < HeaderSize || bytes.Length < HeaderSize + (2 * (bytes[4] + bytes[5])))
        {
            return false;
        }

        frame = new ArpFrame(bytes);
        return true;
    }

    /// <summary>The kind of link: <see cref="ArpNames.HardwareTypes"/>.</summary>
    public ushort HardwareType => BinaryPrimitives.ReadUInt16BigEndian(_bytes);

    /// <summary>The kind of protocol address, as an EtherType.</summary>
    public ushort ProtocolType => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    /// <summary>Bytes of a hardware address.</summary>
    public byte HardwareSize => _bytes[4];

    /// <summary>Bytes of a protocol address.</summary>
    public byte ProtocolSize => _bytes[5];

    /// <summary>What is asked or answered.</summary>
    public ArpOpcode Opcode => (ArpOpcode)BinaryPrimitives.ReadUInt16BigEndian(_bytes[6..]);

    /// <summary>Whether the hardware addresses are MAC addresses. IEEE 802 and Fibre Channel write them in the same form.</summary>
    public bool HasMac => HardwareSize == 6 && HardwareType is ArpNames.Ethernet or ArpNames.Ieee802 or ArpNames.FibreChannel;

    /// <summary>Whether the protocol addresses are IPv4 addresses.</summary>
    public bool HasIpv4 => ProtocolSize == 4 && ProtocolType == ArpNames.Ipv4;

    /// <summary>Bytes of the packet without padding.</summary>
    public int Length => HeaderSize + (2 * (HardwareSize + ProtocolSize));

    /// <summary>The sender's hardware address.</summary>
    public ReadOnlySpan<byte> SenderHardware => _bytes.Slice(HeaderSize, HardwareSize);

    /// <summary>The sender's protocol address.</summary>
    public ReadOnlySpan<byte> SenderProtocol => _bytes.Slice(HeaderSize + HardwareSize, ProtocolSize);

    /// <summary>The target's hardware address; in a request it means nothing.</summary>
    public ReadOnlySpan<byte> TargetHardware => _bytes.Slice(HeaderSize + HardwareSize + ProtocolSize, HardwareSize);

    /// <summary>The target's protocol address.</summary>
    public ReadOnlySpan<byte> TargetProtocol => _bytes.Slice(HeaderSize + (2 * HardwareSize) + ProtocolSize, ProtocolSize);

    /// <summary>The sender's MAC address; none where it is not one.</summary>
    public MacAddress SenderMac => HasMac ? MacAddress.Read(SenderHardware) : default;

    /// <summary>The target's MAC address; none where it is not one.</summary>
    public MacAddress TargetMac => HasMac ? MacAddress.Read(TargetHardware) : default;

    /// <summary>The sender's IPv4 address; none where it is not one.</summary>
    public IpAddress SenderIp => HasIpv4 ? IpAddress.ReadV4(SenderProtocol) : default;

    /// <summary>The target's IPv4 address; none where it is not one.</summary>
    public IpAddress TargetIp => HasIpv4 ? IpAddress.ReadV4(TargetProtocol) : default;

    /// <summary>Whether nothing is asked: the sender tells all others its own address (RFC 5227, section 3: as a request with
    /// both protocol addresses equal; older hosts do the same as a reply).</summary>
    public bool IsAnnouncement => HasIpv4 && Opcode is ArpOpcode.Request or ArpOpcode.Reply && SenderIp == TargetIp && !SenderIp.IsUnspecified;

    /// <summary>Whether the sender, which has no address yet, asks if that address is free (RFC 5227, section 2.1.1).</summary>
    public bool IsProbe => HasIpv4 && Opcode == ArpOpcode.Request && SenderIp.IsUnspecified && !TargetIp.IsUnspecified;
}
