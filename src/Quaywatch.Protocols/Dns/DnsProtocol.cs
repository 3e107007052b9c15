using Quaywatch.Observations;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.Dns;

/// <summary>The Domain Name System and its two relatives on the local link: one message, three doors.</summary>
public sealed class DnsProtocol : Protocol
{
    readonly DnsKind _kind;

    /// <summary>The door of one of the three.</summary>
    public DnsProtocol(DnsKind kind) => _kind = kind;

    /// <inheritdoc/>
    public override string Name => NameOf(_kind);

    /// <inheritdoc/>
    public override string Title => _kind switch
    {
        DnsKind.Multicast => "Multicast DNS",
        DnsKind.LinkLocal => "Link-Local Multicast Name Resolution",
        _ => "Domain Name System",
    };

    /// <inheritdoc/>
    public override string Room => "Dns";

    /// <inheritdoc/>
    public override ReadOnlySpan<ushort> Ports => _kind switch
    {
        DnsKind.Multicast => [5353],
        DnsKind.LinkLocal => [5355],
        _ => [53],
    };

    /// <inheritdoc/>
    public override bool OnAnyPort => _kind == DnsKind.Unicast;

    /// <summary>On the link a question goes to a group and its answer comes from a host (or the other way round), so the two lie in
    /// different conversations.</summary>
    public override bool IsOneSided => _kind != DnsKind.Unicast;

    /// <inheritdoc/>
    public override ITargetFormatter? Addresses => DnsAddresses.Instance;

    /// <inheritdoc/>
    public override bool Over(Transport transport) => transport == Transport.Udp || (transport == Transport.Tcp && _kind != DnsKind.Multicast);

    /// <inheritdoc/>
    public override ProbeAnswer Probe(ReadOnlySpan<byte> bytes, in ProbeContext context) =>
        context.Transport == Transport.Tcp ? DnsProbe.Stream(bytes, context) : DnsProbe.Datagram(bytes, context);

    /// <inheritdoc/>
    public override Parser NewParser() => new DnsParser(_kind);

    /// <inheritdoc/>
    public override void Describe(in Message message, FieldTree tree) => DnsDescribe.Describe(message.Bytes, _kind, tree);

    internal static string NameOf(DnsKind kind) => kind switch
    {
        DnsKind.Multicast => "mdns",
        DnsKind.LinkLocal => "llmnr",
        _ => "dns",
    };
}
