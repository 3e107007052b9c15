namespace Quaywatch.Protocols.S7;

/// <summary>An any-pointer for the encoder: what <see cref="S7Item"/> reads.</summary>
/// <param name="Area">The area.</param>
/// <param name="Db">The data block, 0 without.</param>
/// <param name="Address">The address in bits; the number of a timer or counter.</param>
/// <param name="TransportSize">The type of the elements.</param>
/// <param name="Count">How many.</param>
public readonly record struct S7ItemAddress(S7Area Area, ushort Db, int Address, byte TransportSize, ushort Count)
{
    /// <summary>Bytes on the wire.</summary>
    public const int Size = 12;

    /// <summary>Writes the twelve bytes.</summary>
    public void Write(Span<byte> to)
    {
        to[0] = S7Item.SpecificationType;
        to[1] = 10;
        to[2] = 0x10;
        to[3] = TransportSize;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(to[4..], Count);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(to[6..], Db);
        to[8] = (byte)Area;
        to[9] = (byte)(Address >> 16);
        to[10] = (byte)(Address >> 8);
        to[11] = (byte)Address;
    }
}
