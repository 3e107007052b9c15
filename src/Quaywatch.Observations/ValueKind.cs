namespace Quaywatch.Observations;

/// <summary>How the bytes of a <see cref="Value"/> read; multi-byte kinds are big-endian.</summary>
public enum ValueKind : byte
{
    /// <summary>There is no value.</summary>
    None,

    /// <summary>One byte, 0 or not.</summary>
    Boolean,

    /// <summary>Packed bits, lowest bit of the first byte first (Modbus coils).</summary>
    Bits,

    /// <summary>An unsigned number of 1, 2, 4 or 8 bytes.</summary>
    Unsigned,

    /// <summary>A signed number of 1, 2, 4 or 8 bytes.</summary>
    Signed,

    /// <summary>An IEEE 754 number of 4 or 8 bytes.</summary>
    Real,

    /// <summary>Unsigned 16-bit words.</summary>
    Words,

    /// <summary>Text, UTF-8 or ASCII.</summary>
    Text,

    /// <summary>Bytes without a known meaning.</summary>
    Bytes,
}
