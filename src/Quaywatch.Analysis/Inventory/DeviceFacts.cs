using Quaywatch.Analysis.Frame;

namespace Quaywatch.Analysis.Inventory;

/// <summary>Everything that was seen of one device, by whatever addresses.</summary>
/// <param name="key">Its MAC address, or its IP address where it is known by that alone.</param>
internal sealed class DeviceFacts(End key)
{
    /// <summary>Its MAC address, or its IP address where it is known by that alone.</summary>
    public End Key { get; } = key;

    /// <summary>The pairs that are its own.</summary>
    public List<Sighting> Own { get; } = [];

    /// <summary>Pairs of its MAC address with IP addresses that are not its own: what it forwards.</summary>
    public List<Sighting> Forwarded { get; } = [];
}
