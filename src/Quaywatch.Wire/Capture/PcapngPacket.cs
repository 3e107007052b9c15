using System.Buffers.Binary;

namespace Quaywatch.Wire.Capture;

/// <summary>The fixed part of the three packet blocks and of the Interface Description Block. draft-ietf-opsawg-pcapng, sections
/// 4.2 to 4.4 and appendix A.</summary>
/// <remarks><code>
///            8       12      16      20      24      28
/// Enhanced: | iface | time high, low| capt. | orig. | bytes ... options
/// Obsolete: |if|drop| time high, low| capt. | orig. | bytes ... options
/// Simple:   | orig. | bytes ...
/// </code></remarks>
readonly ref struct PcapngPacket
{
    const int SimpleSize = 12;
    const int EnhancedSize = 28;
    const int InterfaceSize = 16;
    const int BitsPerByte = 8;

    readonly uint _captured;
    readonly bool _isSimple;

    PcapngPacket(uint inInterface, ulong time, uint captured, uint original, bool isSimple)
    {
        Interface = inInterface;
        Time = time;
        _captured = captured;
        Original = original;
        _isSimple = isSimple;
    }

    /// <summary>The interface's number in its section.</summary>
    public uint Interface { get; }

    /// <summary>Time in the interface's units.</summary>
    public ulong Time { get; }

    /// <summary>Whether the block carries a time.</summary>
    public bool HasTime => !_isSimple;

    /// <summary>Length on the wire as stated.</summary>
    public uint Original { get; }

    /// <summary>Bytes from the block's beginning to the packet's first byte.</summary>
    public static int FixedSize(uint type) => type == PcapngBlocks.SimplePacket ? SimpleSize : EnhancedSize;

    /// <summary>Reads the fixed part; the block holds it.</summary>
    public static PcapngPacket Read(uint type, ReadOnlySpan<byte> block, bool bigEndian)
    {
        if (type == PcapngBlocks.SimplePacket)
        {
            uint original = Number(block, 8, bigEndian);
            return new PcapngPacket(0, 0, original, original, true);
        }

        uint number = type == PcapngBlocks.EnhancedPacket ? Number(block, 8, bigEndian) : Half(block[8..], bigEndian);
        ulong time = ((ulong)Number(block, 12, bigEndian) << 32) | Number(block, 16, bigEndian);
        return new PcapngPacket(number, time, Number(block, 20, bigEndian), Number(block, 24, bigEndian), false);
    }

    /// <summary>Captured bytes; a Simple Packet Block leaves them to the interface's snap length.</summary>
    public uint CapturedWith(in PcapngInterface from) =>
        _isSimple && from.SnapLength != 0 ? Math.Min(_captured, from.SnapLength) : _captured;

    /// <summary>The frame check length that the packet's flags state (bits 5 to 8, in bytes), else the interface's.</summary>
    public static int FrameCheckLength(ReadOnlySpan<byte> options, bool bigEndian, int ofInterface, out bool damaged)
    {
        PcapngOptions walk = new(options, bigEndian);
        int length = ofInterface;
        damaged = false;
        while (walk.TryNext(out ushort code, out ReadOnlySpan<byte> value))
        {
            if (code == PcapngBlocks.PacketFlags)
            {
                damaged |= value.Length != 4;
                int stated = value.Length == 4 ? (int)((Number(value, 0, bigEndian) >> 5) & 0xF) : 0;
                length = stated != 0 ? stated : length;
            }
        }

        damaged |= walk.IsDamaged;
        return length;
    }

    /// <summary>Reads an Interface Description Block (without its trailer).</summary>
    public static PcapngInterface ReadInterface(ReadOnlySpan<byte> block, bool bigEndian, out bool damaged)
    {
        byte resolution = PcapngInterface.DefaultResolution;
        byte check = 0;
        long offset = 0;
        PcapngOptions walk = new(block[InterfaceSize..], bigEndian);
        while (walk.TryNext(out ushort code, out ReadOnlySpan<byte> value))
        {
            switch (code, value.Length)
            {
                case (PcapngBlocks.TimeResolution, 1):
                    resolution = value[0];
                    break;
                case (PcapngBlocks.FrameCheckLength, 1):
                    // Bits by the specification, whose own example is "4"; no check sequence has fewer than 8 bits, so that means bytes.
                    check = (byte)(value[0] < BitsPerByte ? value[0] : value[0] / BitsPerByte);
                    break;
                case (PcapngBlocks.TimeOffset, 8):
                    offset = bigEndian ? BinaryPrimitives.ReadInt64BigEndian(value) : BinaryPrimitives.ReadInt64LittleEndian(value);
                    break;
                default:
                    break;
            }
        }

        damaged = walk.IsDamaged;
        return new PcapngInterface(Half(block[8..], bigEndian), Number(block, 12, bigEndian), resolution, offset, check);
    }

    static uint Number(ReadOnlySpan<byte> block, int at, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(block[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(block[at..]);

    static ushort Half(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
