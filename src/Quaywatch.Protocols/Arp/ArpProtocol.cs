using Quaywatch.Observations;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.Arp;

/// <summary>Address Resolution Protocol: who has which address on this link.</summary>
public sealed class ArpProtocol : Protocol
{
    /// <summary>The EtherType of ARP.</summary>
    public const ushort EtherType = 0x0806;

    /// <summary>The EtherType of RARP, which has the same form.</summary>
    public const ushort ReverseEtherType = 0x8035;

    /// <summary>Opcodes above the last assigned one are no proof of ARP.</summary>
    const ushort LastOpcode = 25;

    /// <inheritdoc/>
    public override string Name => "arp";

    /// <inheritdoc/>
    public override string Title => "Address Resolution Protocol";

    /// <inheritdoc/>
    public override string Room => "Arp";

    /// <inheritdoc/>
    public override bool Over(Transport transport) => transport == Transport.Ethernet;

    /// <inheritdoc/>
    public override ReadOnlySpan<ushort> Ports => [EtherType, ReverseEtherType];

    /// <inheritdoc/>
    public override bool OnAnyPort => false;

    /// <summary>A question is a broadcast and its answer is not, so the two lie in different conversations; and announcements have
    /// no answer.</summary>
    public override bool IsOneSided => true;

    /// <summary>The EtherType is the envelope; inside it, an assigned opcode or Ethernet and IPv4 are enough, so that packets with
    /// wrong lengths are read and reported.</summary>
    public override ProbeAnswer Probe(ReadOnlySpan<byte> bytes, in ProbeContext context)
    {
        if (!context.OnPort || context.Transport != Transport.Ethernet || bytes.Length < ArpFrame.HeaderSize)
        {
            return ProbeAnswer.No;
        }

        bool isEthernetIpv4 = bytes[..4].SequenceEqual<byte>([0, 1, 8, 0]);
        int opcode = (bytes[6] << 8) | bytes[7];
        return isEthernetIpv4 || (opcode is >= 1 and <= LastOpcode && ArpFrame.TryRead(bytes, out _)) ? ProbeAnswer.Yes : ProbeAnswer.No;
    }

    /// <inheritdoc/>
    public override Parser NewParser() => new ArpParser();

    /// <inheritdoc/>
    public override void Describe(in Message message, FieldTree tree) => ArpDescribe.Describe(message.Bytes, tree);
}
