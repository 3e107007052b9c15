using Quaywatch.Observations;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.Tls;

/// <summary>Transport Layer Security: what can be read before encryption begins.</summary>
public sealed class TlsProtocol : Protocol
{
    /// <summary>Ports of protocols inside TLS from the first byte, as in the table of ports.</summary>
    static readonly ushort[] UsualPorts =
        [443, 465, 563, 636, 802, 853, 989, 990, 992, 993, 995, 4843, 5061, 5349, 5671, 6514, 8016, 8443, 8883, 19998, 19999];

    /// <inheritdoc/>
    public override string Name => TlsParser.ProtocolName;

    /// <inheritdoc/>
    public override string Title => "Transport Layer Security";

    /// <inheritdoc/>
    public override string Room => "Tls";

    /// <inheritdoc/>
    public override ReadOnlySpan<ushort> Ports => UsualPorts;

    /// <inheritdoc/>
    public override bool Over(Transport transport) => transport == Transport.Tcp;

    /// <inheritdoc/>
    public override ProbeAnswer Probe(ReadOnlySpan<byte> bytes, in ProbeContext context) => TlsProbe.Of(bytes, context);

    /// <inheritdoc/>
    public override Parser NewParser() => new TlsParser();

    /// <inheritdoc/>
    public override void Describe(in Message message, FieldTree tree) => TlsDescribe.Describe(message.Bytes, tree);
}
