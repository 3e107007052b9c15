namespace Quaywatch.Observations;

/// <summary>How it is known who opened a conversation.</summary>
public enum OriginatorBy : byte
{
    /// <summary>By ports, or as the sender of the first packet: a guess.</summary>
    Port,

    /// <summary>By who asked and who answered in the protocol itself.</summary>
    Protocol,

    /// <summary>By TCP's SYN.</summary>
    Syn,
}
