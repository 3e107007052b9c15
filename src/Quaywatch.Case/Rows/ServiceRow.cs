namespace Quaywatch.Case.Rows;

/// <summary>One service that a device offers.</summary>
public sealed record ServiceRow
{
    /// <summary>Protocol.</summary>
    public required string Protocol { get; init; }

    /// <summary>Port; absent without TCP or UDP.</summary>
    public int? Port { get; init; }

    /// <summary>Transport: `tcp`, `udp`, `ethernet` ...</summary>
    public required string Transport { get; init; }

    /// <summary>How the protocol is known.</summary>
    public required KnownBy By { get; init; }
}
