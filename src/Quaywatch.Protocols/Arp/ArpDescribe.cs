using System.Globalization;
using Quaywatch.Observations;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.Arp;

/// <summary>The field tree of an ARP packet.</summary>
static class ArpDescribe
{
    public static void Describe(ReadOnlySpan<byte> bytes, FieldTree tree)
    {
        if (!ArpFrame.TryRead(bytes, out ArpFrame frame))
        {
            Broken(bytes, tree);
            return;
        }

        string opcode = Opcode(frame.Opcode);
        tree.Open("Address Resolution Protocol", Sentence(frame), 0, frame.Length);
        Header(bytes, frame.HardwareType, frame.ProtocolType, opcode, tree);
        int at = ArpFrame.HeaderSize;
        at = Hardware("Sender", "src", frame, frame.SenderHardware, at, tree);
        at = Network("Sender", "src", frame, frame.SenderProtocol, at, tree);
        at = Hardware("Target", "dst", frame, frame.TargetHardware, at, tree);
        at = Network("Target", "dst", frame, frame.TargetProtocol, at, tree);
        tree.Close();
        if (at < bytes.Length)
        {
            tree.Bytes("Padding", bytes[at..], at);
        }
    }

    static void Header(ReadOnlySpan<byte> bytes, ushort hardware, ushort protocol, string opcode, FieldTree tree)
    {
        tree.Number("Hardware type", hardware, 0, 2, "arp.hw.type", ArpNames.HardwareTypes.GetValueOrDefault(hardware, "Unknown"));
        tree.Code("Protocol type", protocol, 2, 2, "arp.proto.type", protocol == ArpNames.Ipv4 ? "IPv4" : null);
        tree.Number("Hardware size", bytes[4], 4, 1, "arp.hw.size");
        tree.Number("Protocol size", bytes[5], 5, 1, "arp.proto.size");
        tree.Number("Opcode", (bytes[6] << 8) | bytes[7], 6, 2, "arp.opcode", opcode);
    }

    static int Hardware(string who, string side, ArpFrame frame, ReadOnlySpan<byte> address, int at, FieldTree tree)
    {
        if (frame.HasMac)
        {
            string text = MacAddress.Read(address).ToString();
            tree.Field(who + " MAC address", text, at, address.Length, $"arp.{side}.hw_mac", text);
        }
        else if (!address.IsEmpty)
        {
            tree.Bytes(who + " hardware address", address, at, $"arp.{side}.hw");
        }

        return at + address.Length;
    }

    static int Network(string who, string side, ArpFrame frame, ReadOnlySpan<byte> address, int at, FieldTree tree)
    {
        if (frame.HasIpv4)
        {
            string text = IpAddress.ReadV4(address).ToString();
            tree.Field(who + " IP address", text, at, address.Length, $"arp.{side}.proto_ipv4", text);
        }
        else if (!address.IsEmpty)
        {
            tree.Bytes(who + " protocol address", address, at, $"arp.{side}.proto");
        }

        return at + address.Length;
    }

    static void Broken(ReadOnlySpan<byte> bytes, FieldTree tree)
    {
        if (bytes.Length < ArpFrame.HeaderSize)
        {
            tree.Bytes("Cut ARP packet", bytes, 0);
            return;
        }

        tree.Open("Address Resolution Protocol", "cut", 0, bytes.Length);
        ArpOpcode opcode = (ArpOpcode)((bytes[6] << 8) | bytes[7]);
        Header(bytes, (ushort)((bytes[0] << 8) | bytes[1]), (ushort)((bytes[2] << 8) | bytes[3]), Opcode(opcode), tree);
        if (bytes.Length > ArpFrame.HeaderSize)
        {
            tree.Bytes("Cut addresses", bytes[ArpFrame.HeaderSize..], ArpFrame.HeaderSize);
        }

        tree.Close();
    }

    static string Opcode(ArpOpcode opcode) => ArpNames.Opcodes.GetValueOrDefault((ushort)opcode, "Unknown");

    static string Sentence(ArpFrame frame) => frame switch
    {
        { HasMac: false } or { HasIpv4: false } => Opcode(frame.Opcode),
        { IsProbe: true } => string.Create(CultureInfo.InvariantCulture, $"Is {frame.TargetIp} free? (probe by {frame.SenderMac})"),
        { IsAnnouncement: true } => string.Create(CultureInfo.InvariantCulture, $"{frame.SenderIp} is at {frame.SenderMac} (announcement)"),
        { Opcode: ArpOpcode.Request } => string.Create(CultureInfo.InvariantCulture, $"Who has {frame.TargetIp}? Tell {frame.SenderIp}"),
        { Opcode: ArpOpcode.Reply } => string.Create(CultureInfo.InvariantCulture, $"{frame.SenderIp} is at {frame.SenderMac}"),
        { Opcode: ArpOpcode.ReverseRequest } => string.Create(CultureInfo.InvariantCulture, $"Who is {frame.TargetMac}? Tell {frame.SenderMac}"),
        { Opcode: ArpOpcode.ReverseReply } => string.Create(CultureInfo.InvariantCulture, $"{frame.TargetMac} is at {frame.TargetIp}"),
        _ => Opcode(frame.Opcode),
    };
}
