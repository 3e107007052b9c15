namespace Quaywatch.Case.Rows;

/// <summary>One thing that was said about a device, and by which packet.</summary>
public sealed record IdentityRow
{
    /// <summary>What it is about: a key of the device (`vendor`, `model`, `order_number`, `firmware` ...), `name`, `ip` or `mac`.</summary>
    public required string Field { get; init; }

    /// <summary>What was said.</summary>
    public required string Value { get; init; }

    /// <summary>Protocol that said it; `oui` for the maker by the MAC address.</summary>
    public required string Protocol { get; init; }

    /// <summary>Input of the packet.</summary>
    public int? Input { get; init; }

    /// <summary>The packet, as Wireshark counts it.</summary>
    public long? Packet { get; init; }

    /// <summary>Whether the device's key has this value.</summary>
    public bool Chosen { get; init; }
}
