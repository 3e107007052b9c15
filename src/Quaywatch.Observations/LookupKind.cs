namespace Quaywatch.Observations;

/// <summary>What a <see cref="Lookup"/> says.</summary>
public enum LookupKind : byte
{
    /// <summary>Someone asked for a name; no address yet.</summary>
    Question,

    /// <summary>The name stands for the IP address.</summary>
    NameToAddress,

    /// <summary>The name stands for another name (CNAME, PTR of a service, SRV), which is in <see cref="Lookup.Other"/>.</summary>
    NameToName,

    /// <summary>The name was said not to exist.</summary>
    NoSuchName,

    /// <summary>The sender says that the IP address is at the MAC address (ARP, neighbour discovery).</summary>
    AddressToMac,

    /// <summary>Someone asked which MAC address has the IP address.</summary>
    AddressQuestion,
}
