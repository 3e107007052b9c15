namespace Quaywatch.Protocols.Modbus;

/// <summary>Whether a message has the form of a request, or of an answer.</summary>
public enum ModbusFit : byte
{
    /// <summary>It has not: its length does not fit.</summary>
    No,

    /// <summary>The function has no known form.</summary>
    Unknown,

    /// <summary>Its lengths fit, but a value is outside what the specification allows.</summary>
    Loose,

    /// <summary>It fits in every way.</summary>
    Exact,
}
