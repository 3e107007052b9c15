using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Quaywatch.Wire.Capture;

/// <summary>What all pcap record headers begin with, as it lies in the file.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
readonly struct PcapRecordHeader
{
    /// <summary>Length.</summary>
    public const int Size = 16;

    readonly uint _seconds;
    readonly uint _fraction;
    readonly uint _captured;
    readonly uint _original;

    PcapRecordHeader(uint seconds, uint fraction, uint captured, uint original)
    {
        _seconds = seconds;
        _fraction = fraction;
        _captured = captured;
        _original = original;
    }

    /// <summary>Seconds since 1970.</summary>
    public uint Seconds => _seconds;

    /// <summary>Micro- or nanoseconds.</summary>
    public uint Fraction => _fraction;

    /// <summary>Captured length.</summary>
    public uint Captured => _captured;

    /// <summary>Length on the wire.</summary>
    public uint Original => _original;

    /// <summary>Reads one in the order of the machine, or reversed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PcapRecordHeader Read(ReadOnlySpan<byte> bytes, bool reversed)
    {
        PcapRecordHeader read = MemoryMarshal.Read<PcapRecordHeader>(bytes);
        return !reversed ? read : new PcapRecordHeader(
            BinaryPrimitives.ReverseEndianness(read._seconds),
            BinaryPrimitives.ReverseEndianness(read._fraction),
            BinaryPrimitives.ReverseEndianness(read._captured),
            BinaryPrimitives.ReverseEndianness(read._original));
    }

    /// <summary>The same with its lengths in order.</summary>
    public PcapRecordHeader InOrder(PcapLengthOrder order) =>
        order == PcapLengthOrder.OriginalFirst || (order == PcapLengthOrder.SmallerIsCaptured && _captured > _original)
            ? new PcapRecordHeader(_seconds, _fraction, _original, _captured)
            : this;
}
