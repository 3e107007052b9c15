using Quaywatch.Observations;
using Quaywatch.Protocols.Iso;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.S7;

/// <summary>S7comm, the protocol of SIMATIC S7-300 and S7-400 controllers, and of later ones where PUT/GET is allowed.</summary>
public sealed class S7Protocol : Protocol
{
    static readonly ushort[] UsualPorts = [102];

    /// <inheritdoc/>
    public override string Name => "s7comm";

    /// <inheritdoc/>
    public override string Title => "S7comm";

    /// <inheritdoc/>
    public override string Room => "S7";

    /// <inheritdoc/>
    public override bool Over(Transport transport) => transport == Transport.Tcp;

    /// <inheritdoc/>
    public override ReadOnlySpan<ushort> Ports => UsualPorts;

    /// <inheritdoc/>
    public override bool IsControl => true;

    /// <inheritdoc/>
    public override ITargetFormatter? Addresses => S7Addresses.Instance;

    /// <inheritdoc/>
    public override Parser NewParser() => new S7Parser();

    /// <summary>The envelope is shared with S7comm-plus, MMS and RDP: connection set-up and signs of life prove nothing, the first
    /// user data decides.</summary>
    public override ProbeAnswer Probe(ReadOnlySpan<byte> bytes, in ProbeContext context)
    {
        while (!bytes.IsEmpty)
        {
            ProbeAnswer answer = ProbePacket(bytes, out int length);
            if (answer != ProbeAnswer.Perhaps || length == 0 || length > bytes.Length)
            {
                return answer;
            }

            bytes = bytes[length..];
        }

        return ProbeAnswer.Perhaps;
    }

    /// <inheritdoc/>
    public override void Describe(in Message message, FieldTree tree) => S7Describe.Describe(message, tree);

    /// <summary>One TPKT: No and Yes are final; Perhaps with a length means that it proves nothing and the next may follow there,
    /// Perhaps without that its bytes are not all here.</summary>
    static ProbeAnswer ProbePacket(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        if (bytes[0] != Tpkt.Version || (bytes.Length > 1 && bytes[1] != 0))
        {
            return ProbeAnswer.No;
        }

        if (bytes.Length < Tpkt.Shortest)
        {
            return bytes.Length >= Tpkt.Size && !Tpkt.TryRead(bytes, out _) ? ProbeAnswer.No : ProbeAnswer.Perhaps;
        }

        if (!Tpkt.TryRead(bytes, out Tpkt packet))
        {
            return ProbeAnswer.No;
        }

        int head = bytes[Tpkt.Size] + 1;
        CotpType type = (CotpType)(bytes[Tpkt.Size + 1] >> 4);
        int data = packet.Length - Tpkt.Size - head;
        bool isSetUp = type is CotpType.ConnectionRequest or CotpType.ConnectionConfirm or CotpType.DisconnectRequest
            or CotpType.DisconnectConfirm or CotpType.Error;
        if (data < 0 || (!isSetUp && (type != CotpType.Data || head != 3)))
        {
            return ProbeAnswer.No;
        }

        if (isSetUp || data == 0)
        {
            length = packet.Length;
            return ProbeAnswer.Perhaps;
        }

        bool isWhole = (bytes[Tpkt.Size + 2] & 0x80) != 0;
        return ProbeData(bytes[(Tpkt.Size + head)..], data, isWhole);
    }

    /// <summary>The user data of a DT: identifier, ROSCTR and lengths that fit what the envelope says.</summary>
    static ProbeAnswer ProbeData(ReadOnlySpan<byte> bytes, int stated, bool isWhole)
    {
        if (bytes.IsEmpty)
        {
            return ProbeAnswer.Perhaps;
        }

        if (bytes[0] != S7Frame.ProtocolId || (bytes.Length > 1 && bytes[1] is not (1 or 2 or 3 or 7)) || (isWhole && stated < S7Frame.HeaderSize))
        {
            return ProbeAnswer.No;
        }

        if (!S7Frame.Looks(bytes))
        {
            return bytes.Length >= stated ? ProbeAnswer.No : ProbeAnswer.Perhaps;
        }

        S7Frame.TryRead(bytes, out S7Frame frame);
        return isWhole ? frame.Length <= stated ? ProbeAnswer.Yes : ProbeAnswer.No
            : frame.Length >= stated ? ProbeAnswer.Yes : ProbeAnswer.No;
    }
}
