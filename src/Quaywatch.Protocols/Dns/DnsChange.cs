namespace Quaywatch.Protocols.Dns;

/// <summary>What a record in the third section of an update amounts to, by its class. RFC 2136, section 2.5.</summary>
public enum DnsChange : byte
{
    /// <summary>The record is added.</summary>
    Add,

    /// <summary>That record is deleted (class NONE).</summary>
    Delete,

    /// <summary>All records of that name and type, or of that name, are deleted (class ANY).</summary>
    DeleteAll,
}
