namespace Quaywatch.Observations;

/// <summary>What a device says of itself; the words are the field names of devices.jsonl.</summary>
public enum IdentityField : byte
{
    /// <summary>The maker.</summary>
    Vendor,

    /// <summary>The product's name.</summary>
    Model,

    /// <summary>The maker's order or catalogue number.</summary>
    OrderNumber,

    /// <summary>Hardware version.</summary>
    Hardware,

    /// <summary>Firmware version.</summary>
    Firmware,

    /// <summary>Serial number.</summary>
    Serial,

    /// <summary>A host or plant name.</summary>
    Name,

    /// <summary>The engineering station name (PROFINET name of station, S7 module name).</summary>
    Station,

    /// <summary>Operating system.</summary>
    Os,

    /// <summary>A role, by its word in devices.jsonl.</summary>
    Role,
}
