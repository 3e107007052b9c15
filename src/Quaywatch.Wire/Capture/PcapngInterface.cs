using System.Runtime.CompilerServices;

namespace Quaywatch.Wire.Capture;

/// <summary>What an Interface Description Block says that packets need. draft-ietf-opsawg-pcapng, section 4.2.</summary>
/// <param name="LinkType">Link type.</param>
/// <param name="SnapLength">Snap length; 0 for none.</param>
/// <param name="Resolution">if_tsresol: the negative power of 10, or with the highest bit set of 2, that is one unit of time.</param>
/// <param name="OffsetSeconds">if_tsoffset: seconds to add to each time.</param>
/// <param name="FrameCheckLength">Bytes of frame check sequence.</param>
readonly record struct PcapngInterface(ushort LinkType, uint SnapLength, byte Resolution, long OffsetSeconds, byte FrameCheckLength)
{
    /// <summary>Microseconds.</summary>
    public const byte DefaultResolution = 6;

    const byte PowerOfTwo = 0x80;
    const int Nano = 9;

    /// <summary>The finest powers whose units of a second fit 64 bits; finer ones are no times (Wireshark refuses the file).</summary>
    const int FinestOfTen = 19;
    const int FinestOfTwo = 63;

    static ReadOnlySpan<ulong> PowersOfTen =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    /// <summary>Nanoseconds since 1970 of a record's time; beyond what 64 bits hold the first or last nanosecond that they do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Nanoseconds(ulong units)
    {
        if (OffsetSeconds == 0 && Resolution == DefaultResolution && units <= long.MaxValue / 1000)
        {
            return (long)units * 1000;
        }

        return OffsetSeconds == 0 && Resolution == Nano && units <= long.MaxValue ? (long)units : Converted(units);
    }

    long Converted(ulong units)
    {
        int power = Resolution & ~PowerOfTwo;
        UInt128 time;
        if ((Resolution & PowerOfTwo) != 0)
        {
            if (power > FinestOfTwo)
            {
                return long.MaxValue;
            }

            time = ((UInt128)units * PacketTime.NanosecondsPerSecond) >> power;
        }
        else
        {
            if (power > FinestOfTen)
            {
                return long.MaxValue;
            }

            time = power <= Nano ? (UInt128)units * PowersOfTen[Nano - power] : units / PowersOfTen[power - Nano];
        }

        Int128 moved = (Int128)time + ((Int128)OffsetSeconds * PacketTime.NanosecondsPerSecond);
        return moved > long.MaxValue ? long.MaxValue : moved < long.MinValue + 1 ? long.MinValue + 1 : (long)moved;
    }
}
