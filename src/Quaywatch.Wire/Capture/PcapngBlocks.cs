namespace Quaywatch.Wire.Capture;

/// <summary>Block types and option codes of pcapng. draft-ietf-opsawg-pcapng, sections 3.5, 4 and 11.1; the types of other programs
/// from Wireshark's wiretap/pcapng_module.h.</summary>
static class PcapngBlocks
{
    public const uint SectionHeader = 0x0A0D0D0A;
    public const uint InterfaceDescription = 1;
    public const uint ObsoletePacket = 2;
    public const uint SimplePacket = 3;
    public const uint NameResolution = 4;
    public const uint InterfaceStatistics = 5;
    public const uint EnhancedPacket = 6;
    public const uint JournalExport = 9;
    public const uint DecryptionSecrets = 10;
    public const uint Custom = 0x00000BAD;
    public const uint CustomNotToCopy = 0x40000BAD;
    public const uint SystemCall = 0x204;
    public const uint SystemCall2 = 0x216;
    public const uint SystemCall2Large = 0x221;

    public const uint ByteOrderMagic = 0x1A2B3C4D;

    public const ushort EndOfOptions = 0;
    public const ushort Comment = 1;
    public const ushort PacketFlags = 2;
    public const ushort TimeResolution = 9;
    public const ushort FrameCheckLength = 13;
    public const ushort TimeOffset = 14;

    /// <summary>Whether Wireshark gives a block a frame number although it is no packet: seen with Wireshark 4.0.17.</summary>
    public static bool IsNumbered(uint type) =>
        type is JournalExport or Custom or CustomNotToCopy or SystemCall or SystemCall2 or SystemCall2Large;

    /// <summary>Whether the type is known, and holds nothing that is read here.</summary>
    public static bool IsKnownAndSkipped(uint type) =>
        IsNumbered(type) || type is NameResolution or InterfaceStatistics or DecryptionSecrets;
}
