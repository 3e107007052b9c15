namespace Quaywatch.Protocols.Iso;

/// <summary>Parameters of the variable part that class 0 uses. ITU-T X.224, 13.3.4 and 13.5.4.</summary>
public enum CotpParameter : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Size of TPDUs, as a power of two.</summary>
    TpduSize = 0xC0,

    /// <summary>TSAP of who calls.</summary>
    CallingTsap = 0xC1,

    /// <summary>TSAP of who is called.</summary>
    CalledTsap = 0xC2,

    /// <summary>Checksum.</summary>
    Checksum = 0xC3,

    /// <summary>Version.</summary>
    Version = 0xC4,

    /// <summary>Preferred largest size of TPDUs, in units of 128 bytes.</summary>
    PreferredTpduSize = 0xF0,
}
