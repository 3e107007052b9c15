namespace Quaywatch.Protocols.Dns;

/// <summary>One question or record, by its place in the message. RFC 1035, sections 4.1.2 and 4.1.3.
/// <code>
/// +-----------------------+
/// | Name                  |  labels and pointers: DnsName
/// +-----------------------+
/// | Type              (2) |
/// | Class             (2) |  multicast DNS: first bit is QU in a question, cache flush in a record (RFC 6762)
/// +-----------------------+  a question ends here
/// | Time to live      (4) |
/// | Data length       (2) |
/// | Data                  |
/// +-----------------------+
/// </code></summary>
public readonly record struct DnsEntry
{
    /// <summary>Bytes of the shortest question.</summary>
    public const int LeastQuestion = 5;

    /// <summary>Bytes of the shortest record.</summary>
    public const int LeastRecord = 11;

    /// <summary>Bytes between a record's name and its data.</summary>
    public const int RecordHead = 10;

    /// <summary>Bytes behind a question's name.</summary>
    public const int QuestionTail = 4;

    /// <summary>The part of the message in which it stands.</summary>
    public DnsSection Section { get; init; }

    /// <summary>Where its name, and so itself, begins.</summary>
    public int Offset { get; init; }

    /// <summary>Where its type stands.</summary>
    public int TypeOffset { get; init; }

    /// <summary>Its type: <see cref="DnsTypes"/>.</summary>
    public ushort Type { get; init; }

    /// <summary>Its class as on the wire.</summary>
    public ushort Class { get; init; }

    /// <summary>How long it may be kept, seconds.</summary>
    public uint TimeToLive { get; init; }

    /// <summary>Where its data begins; for a question its end.</summary>
    public int DataOffset { get; init; }

    /// <summary>Bytes of data.</summary>
    public int DataLength { get; init; }

    /// <summary>Where the next one begins.</summary>
    public int End => DataOffset + DataLength;
}
