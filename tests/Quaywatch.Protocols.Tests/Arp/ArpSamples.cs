using Quaywatch.Observations;
using Quaywatch.Protocols.Arp;
using Quaywatch.Protocols.Tests.Generic;

namespace Quaywatch.Protocols.Tests.Arp;

/// <summary>Every kind of ARP packet between a controller and a service laptop.</summary>
public sealed class ArpSamples : RoomSamples
{
    public static readonly MacAddress Controller = new(0x00_0E_8C_11_22_33);
    public static readonly MacAddress Laptop = new(0x02_00_00_AA_BB_CC);
    public static readonly IpAddress ControllerIp = IpAddress.V4(0x0A140701);
    public static readonly IpAddress LaptopIp = IpAddress.V4(0x0A140737);
    public static readonly IpAddress NoIp = IpAddress.V4(0);

    public override Protocol Protocol { get; } = new ArpProtocol();

    public override Transport Transport => Transport.Ethernet;

    public override ushort Port => ArpProtocol.EtherType;

    public static byte[] Make(ArpOpcode opcode, MacAddress senderMac, IpAddress senderIp, MacAddress targetMac, IpAddress targetIp, int padding = 0)
    {
        byte[] bytes = new byte[ArpFrame.Size + padding];
        ArpEncoder.Write(bytes, opcode, senderMac, senderIp, targetMac, targetIp);
        return bytes;
    }

    public override IEnumerable<SampleConversation> Conversations()
    {
        byte[] request = Make(ArpOpcode.Request, Laptop, LaptopIp, default, ControllerIp);
        byte[] reply = Make(ArpOpcode.Reply, Controller, ControllerIp, Laptop, LaptopIp);
        yield return new("request and reply", [new(true, request), new(false, reply, request)]);
        yield return new("probe and announcements",
        [
            new(true, Make(ArpOpcode.Request, Controller, NoIp, default, ControllerIp)),
            new(true, Make(ArpOpcode.Request, Controller, ControllerIp, default, ControllerIp)),
            new(true, Make(ArpOpcode.Reply, Controller, ControllerIp, Controller, ControllerIp)),
        ]);
        yield return new("reverse and inverse",
        [
            new(true, Make(ArpOpcode.ReverseRequest, Laptop, NoIp, Laptop, NoIp)),
            new(false, Make(ArpOpcode.ReverseReply, Controller, ControllerIp, Laptop, LaptopIp)),
            new(true, Make(ArpOpcode.InverseRequest, Laptop, LaptopIp, Controller, NoIp)),
            new(false, Make(ArpOpcode.InverseReply, Controller, ControllerIp, Laptop, LaptopIp)),
        ]);
    }

    public override byte[]? Encode(SampleMessage message) => !ArpFrame.TryRead(message.Bytes, out ArpFrame frame) || !frame.HasMac || !frame.HasIpv4
        ? null
        : Make(frame.Opcode, frame.SenderMac, frame.SenderIp, frame.TargetMac, frame.TargetIp, message.Bytes.Length - frame.Length);

    public override IEnumerable<(string Filter, string Raw)> View(SampleMessage message)
    {
        Assert.True(ArpFrame.TryRead(message.Bytes, out ArpFrame frame));
        return
        [
            ("arp.hw.type", $"{frame.HardwareType}"),
            ("arp.proto.type", $"{frame.ProtocolType}"),
            ("arp.hw.size", $"{frame.HardwareSize}"),
            ("arp.proto.size", $"{frame.ProtocolSize}"),
            ("arp.opcode", $"{(int)frame.Opcode}"),
            ("arp.src.hw_mac", $"{frame.SenderMac}"),
            ("arp.src.proto_ipv4", $"{frame.SenderIp}"),
            ("arp.dst.hw_mac", $"{frame.TargetMac}"),
            ("arp.dst.proto_ipv4", $"{frame.TargetIp}"),
        ];
    }
}
