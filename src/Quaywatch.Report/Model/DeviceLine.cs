namespace Quaywatch.Report.Model;

/// <summary>A device as the page shows it.</summary>
sealed class DeviceLine
{
    public required string Anchor { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public string? OtherNames { get; init; }

    public required string Addresses { get; init; }

    public string? Macs { get; init; }

    public string? Maker { get; init; }

    public string? Model { get; init; }

    public string? OrderNumber { get; init; }

    public string? Versions { get; init; }

    public string? Serial { get; init; }

    public string? Station { get; init; }

    public string? Os { get; init; }

    public required DeviceGroup Group { get; init; }

    public required string Role { get; init; }

    public required string RoleSure { get; init; }

    public bool InControl { get; init; }

    public string? Place { get; init; }

    public string? Services { get; init; }

    public required string Sent { get; init; }

    public required string Received { get; init; }

    public required long Bytes { get; init; }

    public required long Packets { get; init; }

    public string? Seen { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<IdentityLine> Identity { get; init; } = [];

    public long MoreIdentity { get; init; }

    /// <summary>Most bytes that it takes in the page.</summary>
    public int Weight { get; init; }
}
