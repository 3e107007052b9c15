namespace Quaywatch.Case.Rows;

/// <summary>One packet: the input's number (1, 2, ...) and the packet's number in that input, as Wireshark counts it. Written
/// as a pair, `[1, 88120]`.</summary>
/// <param name="Input">Number of the input, from 1.</param>
/// <param name="Packet">Number of the packet in that input, from 1.</param>
public readonly record struct Seen(int Input, long Packet) : IComparable<Seen>
{
    /// <inheritdoc/>
    public int CompareTo(Seen other) =>
        Input != other.Input ? Input.CompareTo(other.Input) : Packet.CompareTo(other.Packet);

    /// <summary>Earlier in the inputs.</summary>
    public static bool operator <(Seen left, Seen right) => left.CompareTo(right) < 0;

    /// <summary>Later in the inputs.</summary>
    public static bool operator >(Seen left, Seen right) => left.CompareTo(right) > 0;

    /// <summary>Not later in the inputs.</summary>
    public static bool operator <=(Seen left, Seen right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier in the inputs.</summary>
    public static bool operator >=(Seen left, Seen right) => left.CompareTo(right) >= 0;
}
