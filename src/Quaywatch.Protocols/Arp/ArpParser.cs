using Quaywatch.Observations;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Protocols.Arp;

/// <summary>Reads ARP packets. Keeps nothing: every packet says all that it says by itself.</summary>
public sealed class ArpParser : Parser
{
    /// <summary>Addresses of virtual routers, which a router puts into ARP while it sends from its own address: VRRP
    /// (RFC 9568, section 7.3), HSRP version 1 and 2, GLBP (Cisco). Upper 40 or 36 bits.</summary>
    static readonly (long Prefix, int Shift)[] s_virtualRouters =
    [
        (0x00005E0001, 8), (0x00005E0002, 8), (0x00000C07AC, 8), (0x00000C9FF, 12), (0x000573A00, 12), (0x0007B400, 16),
    ];

    /// <inheritdoc/>
    public override Parse OnBytes(in Where where, ReadOnlySpan<byte> bytes, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (!ArpFrame.TryRead(bytes, out ArpFrame frame))
        {
            // Whether the sender or the capture cut it, the framework knows.
            return Parse.Broken;
        }

        int evidence = where.Evidence(batch, bytes.Length);

        if (frame.HasMac && frame.HasIpv4)
        {
            Say(where, frame, batch, evidence);
        }
        else if (frame.HardwareType == ArpNames.Ethernet && frame.HardwareSize != 6)
        {
            Break(where, batch, evidence, AnomalyKind.Malformed, "hardware size is not 6 for Ethernet");
        }
        else if (frame.ProtocolType == ArpNames.Ipv4 && frame.ProtocolSize != 4)
        {
            Break(where, batch, evidence, AnomalyKind.Malformed, "protocol size is not 4 for IPv4");
        }

        return Parse.Done(bytes.Length);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
    }

    static void Say(in Where where, ArpFrame frame, Batch batch, int evidence)
    {
        MacAddress sender = frame.SenderMac;
        IpAddress senderIp = frame.SenderIp;
        bool isClaim = false;
        switch (frame.Opcode)
        {
            case ArpOpcode.Request when frame.IsAnnouncement:
            case ArpOpcode.Reply or ArpOpcode.InverseRequest or ArpOpcode.InverseReply:
                isClaim = true;
                break;
            case ArpOpcode.Request:
                isClaim = true;
                Add(where, batch, evidence, LookupKind.AddressQuestion, frame.TargetIp, default);
                break;
            case ArpOpcode.ReverseReply or ArpOpcode.DynamicReverseReply:
                isClaim = true;
                Claim(where, batch, evidence, frame.TargetIp, frame.TargetMac);
                break;
            case ArpOpcode.ReverseRequest or ArpOpcode.DynamicReverseRequest or ArpOpcode.DynamicReverseError:
                break;
            default:
                Break(where, batch, evidence, AnomalyKind.UnexpectedConstant, "opcode without a meaning on Ethernet");
                break;
        }

        if (isClaim)
        {
            Claim(where, batch, evidence, senderIp, sender);
        }

        CheckSender(where, batch, evidence, sender);
    }

    /// <summary>The sender says that this address is at that one. None, group and broadcast addresses are no one's.</summary>
    static void Claim(in Where where, Batch batch, int evidence, IpAddress ip, MacAddress mac)
    {
        if (ip.IsUnspecified)
        {
            return;
        }

        if (ip.IsMulticast || ip.IsBroadcast)
        {
            Break(where, batch, evidence, AnomalyKind.UnexpectedConstant, "claims a multicast or broadcast IP address");
        }
        else if (!mac.IsNone && !mac.IsBroadcast)
        {
            Add(where, batch, evidence, LookupKind.AddressToMac, ip, mac);
        }
    }

    static void CheckSender(in Where where, Batch batch, int evidence, MacAddress sender)
    {
        ref readonly FlowEnds ends = ref where.Ends;
        MacAddress frameSource = where.Direction == Direction.FromA ? ends.MacA : ends.MacB;
        if (sender.IsNone)
        {
            Break(where, batch, evidence, AnomalyKind.UnexpectedConstant, "sender hardware address is zero");
        }
        else if (sender.IsGroup)
        {
            Break(where, batch, evidence, AnomalyKind.UnexpectedConstant, "sender hardware address is a group");
        }
        else if (!frameSource.IsNone && sender != frameSource && !IsVirtualRouter(sender) && !IsVirtualRouter(frameSource))
        {
            Break(where, batch, evidence, AnomalyKind.UnexpectedConstant, "sender hardware address differs from the Ethernet source");
        }
    }

    static bool IsVirtualRouter(MacAddress mac)
    {
        foreach ((long prefix, int shift) in s_virtualRouters)
        {
            if (mac.Value >> shift == prefix)
            {
                return true;
            }
        }

        return false;
    }

    static void Add(in Where where, Batch batch, int evidence, LookupKind kind, IpAddress ip, MacAddress mac) => batch.Add(new Lookup
    {
        Evidence = evidence,
        Flow = where.Flow,
        Sender = where.Direction,
        Protocol = "arp",
        Kind = kind,
        Ip = ip,
        Mac = mac,
    });

    static void Break(in Where where, Batch batch, int evidence, AnomalyKind kind, string detail) => batch.Add(new Anomaly
    {
        Evidence = evidence,
        Flow = where.Flow,
        Sender = where.Direction,
        Protocol = "arp",
        Kind = kind,
        Detail = detail,
    });
}
