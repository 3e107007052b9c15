namespace Quaywatch.Case.Rows;

/// <summary>One end of a conversation or an act: everywhere the same keys, each where known.</summary>
public sealed record Endpoint
{
    /// <summary>`id` of the device in `devices.jsonl`.</summary>
    public string? Device { get; init; }

    /// <summary>IP address.</summary>
    public string? Ip { get; init; }

    /// <summary>MAC address, lower-case with colons.</summary>
    public string? Mac { get; init; }

    /// <summary>TCP or UDP port.</summary>
    public int? Port { get; init; }

    /// <summary>The name that the device is known by: from the site file, else one that it gave itself.</summary>
    public string? Name { get; init; }

    /// <summary>Commands only: the user that the commander logged in as.</summary>
    public string? UserName { get; init; }

    /// <summary>Commands only: the session that the act belongs to, an `id` of `sessions.jsonl`.</summary>
    public string? Session { get; init; }

    /// <summary>Commands only: the module behind the address that the act was meant for: rack and slot, unit, node.</summary>
    public string? Module { get; init; }
}
