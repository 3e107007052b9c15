namespace Quaywatch.Protocols.Dns;

/// <summary>The four parts of a message, in their order. In an update they are zone, prerequisites, updates and additional
/// records.</summary>
public enum DnsSection : byte
{
    /// <summary>What is asked.</summary>
    Question,

    /// <summary>What answers.</summary>
    Answer,

    /// <summary>Who has authority.</summary>
    Authority,

    /// <summary>What may help.</summary>
    Additional,
}
