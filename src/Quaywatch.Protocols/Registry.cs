namespace Quaywatch.Protocols;

/// <summary>All rooms; adding a protocol means adding its line here. The order is the order of probing where no port speaks for
/// one of them.</summary>
public static class Registry
{
    /// <summary>Every protocol that is parsed.</summary>
    public static IReadOnlyList<Protocol> All { get; } =
    [
        new Modbus.ModbusProtocol(),
        new Arp.ArpProtocol(),
        new Dns.DnsProtocol(Dns.DnsKind.Unicast),
        new Dns.DnsProtocol(Dns.DnsKind.Multicast),
        new Dns.DnsProtocol(Dns.DnsKind.LinkLocal),
        new S7.S7Protocol(),
        new Tls.TlsProtocol(),
    ];

    /// <summary>The same by name.</summary>
    public static IReadOnlyDictionary<string, Protocol> ByName { get; } = All.ToDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>The page of a protocol, Markdown; null where it has no room.</summary>
    public static string? Page(string name)
    {
        if (!ByName.TryGetValue(name, out Protocol? protocol))
        {
            return null;
        }

        using Stream page = typeof(Registry).Assembly.GetManifestResourceStream($"pages/{protocol.Room}.md")
            ?? throw new InvalidOperationException($"The room {protocol.Room} has no page.");
        using StreamReader reader = new(page);
        return reader.ReadToEnd();
    }
}
