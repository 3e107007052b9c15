namespace Quaywatch.Protocols.Dns;

/// <summary>What is wrong with a name or a walk over a message.</summary>
public enum DnsFault : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It runs beyond the bytes that are there.</summary>
    Cut,

    /// <summary>A label begins with the bits 01 or 10, which mean nothing (RFC 6891, section 5).</summary>
    LabelKind,

    /// <summary>The name is longer than 255 bytes.</summary>
    TooLong,

    /// <summary>Pointers lead in a circle.</summary>
    Loop,

    /// <summary>A pointer leads forward, to itself or into the header; the name was read all the same.</summary>
    Pointer,
}
