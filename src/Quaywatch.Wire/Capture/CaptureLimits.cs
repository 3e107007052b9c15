using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Capture;

/// <summary>The limits of captures; those that decide where reading stops are Wireshark's, so that frame numbers agree
/// (wiretap/wtap.h and wiretap/pcapng.c of Wireshark 4.0).</summary>
static class CaptureLimits
{
    /// <summary>The longest captured packet of all link types that are decoded (WTAP_MAX_PACKET_SIZE_STANDARD).</summary>
    public const int Captured = 262_144;

    /// <summary>The longest pcapng block: an Enhanced Packet Block with the longest D-Bus message and 128 KiB of options.</summary>
    public const uint Block = 32 + (128u << 20) + (128u << 10);

    /// <summary>The longest pcapng block that is held in a buffer as a whole; of a longer one the options are not looked at.</summary>
    public const int HeldBlock = Captured + (128 << 10);

    /// <summary>Bytes at a file's beginning that are looked at to recognise it and to find its first packet's time.</summary>
    public const int Head = 64 << 10;

    /// <summary>The same of a zstd file: its first block is unpacked as a whole or not at all, and may be 128 KiB long (RFC 8878, section
    /// 3.1.1.2.4).</summary>
    public const int ZstdHead = (128 << 10) + Head;

    const int Ebhscr = 32 << 20;
    const int Bus = 128 << 20;

    /// <summary>The captured length above which a record of that link type is damaged.</summary>
    public static int CapturedOf(LinkType type) => (int)type switch
    {
        231 => Bus, // D-Bus
        249 => Bus, // USBPcap
        279 => Ebhscr, // Elektrobit high-speed capture and replay
        _ => Captured,
    };
}
