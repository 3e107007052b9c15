using System.Runtime.InteropServices;

namespace Quaywatch.Wire.Capture;

/// <summary>Block header and fixed part of an Enhanced Packet Block, as they lie in a file of the machine's byte order.
/// draft-ietf-opsawg-pcapng, section 4.3.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
readonly struct PcapngEnhancedHeader
{
    /// <summary>Length.</summary>
    public const int Size = 28;

    readonly uint _type;
    readonly uint _length;
    readonly uint _interface;
    readonly uint _timeHigh;
    readonly uint _timeLow;
    readonly uint _captured;
    readonly uint _original;

    /// <summary>Block type.</summary>
    public uint Type => _type;

    /// <summary>Length of the block.</summary>
    public uint Length => _length;

    /// <summary>Number of the interface.</summary>
    public uint Interface => _interface;

    /// <summary>Time in the interface's units.</summary>
    public ulong Time => ((ulong)_timeHigh << 32) | _timeLow;

    /// <summary>Captured length.</summary>
    public uint Captured => _captured;

    /// <summary>Length on the wire.</summary>
    public uint Original => _original;
}
