namespace Quaywatch.Wire.Capture;

/// <summary>What can be wrong with an input as a file; each is counted, and none is an error by itself.</summary>
public enum InputAnomaly
{
    /// <summary>The file ends within a record (0 or 1).</summary>
    CutShort,

    /// <summary>Bytes that the cut record lacks.</summary>
    MissingBytes,

    /// <summary>A record whose lengths cannot be; reading stopped there, as Wireshark does (0 or 1).</summary>
    DamagedRecord,

    /// <summary>Bytes (uncompressed where that is known) from the damaged record to the end of the file.</summary>
    UnreadBytes,

    /// <summary>Packets whose time lies outside 1970 to 2261.</summary>
    TimeAbsurd,

    /// <summary>Packets in records that carry no time.</summary>
    WithoutTime,

    /// <summary>Packets that say to be captured longer than they were on the wire.</summary>
    LengthsDisagree,

    /// <summary>pcapng blocks of a type that is not known; skipped.</summary>
    UnknownBlocks,

    /// <summary>Records that have a frame number in Wireshark but are no packets (custom blocks, journal entries, system calls).</summary>
    RecordsWithoutPacket,

    /// <summary>Packets longer than any link type that is decoded can have; numbered, and skipped.</summary>
    OversizedPackets,

    /// <summary>Blocks whose options are damaged; the packet itself is kept.</summary>
    DamagedOptions,

    /// <summary>Interface descriptions beyond the limit of one section.</summary>
    InterfaceLimit,

    /// <summary>The header's link type has bits set that must be zero (0 or 1).</summary>
    UnassignedLinkBits,

    /// <summary>The compressed data ends early (0 or 1).</summary>
    CompressionCut,

    /// <summary>The compressed data is damaged, or its checksum is wrong; what came before was read (0 or 1).</summary>
    CompressionDamaged,

    /// <summary>The system could not read on (0 or 1).</summary>
    ReadError,

    /// <summary>The input was opened later than its first packet's time asked for, since too many were open (0 or 1).</summary>
    OpenedLate,
}
