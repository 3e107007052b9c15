using Quaywatch.Observations;

namespace Quaywatch.Analysis.Inventory;

/// <summary>The registry of MAC address prefixes.</summary>
public interface IMakers
{
    /// <summary>The maker to whom the longest registered prefix of the address belongs; null where none is registered, or the
    /// address was assigned locally.</summary>
    string? Find(MacAddress address);
}
