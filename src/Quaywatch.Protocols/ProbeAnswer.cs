namespace Quaywatch.Protocols;

/// <summary>Whether bytes are of a protocol.</summary>
public enum ProbeAnswer : byte
{
    /// <summary>They are not.</summary>
    No,

    /// <summary>They may be; only further bytes, of either side, can tell.</summary>
    Perhaps,

    /// <summary>They are: independent constants and lengths fit, past any envelope that others share.</summary>
    Yes,
}
