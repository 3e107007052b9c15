namespace Quaywatch.Protocols.S7;

/// <summary>A value for the encoder: what <see cref="S7DataItem"/> reads.</summary>
/// <param name="ReturnCode">0xFF for a value that was read, 0 for one to write, else the reason why there is none.</param>
/// <param name="TransportSize">The data's transport size: 3 a bit, 4 bytes, 5 an integer, 7 a real, 9 octets; 0 without a value.</param>
/// <param name="Bytes">The value.</param>
public readonly record struct S7ItemValue(byte ReturnCode, byte TransportSize, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>A value that was read, or is to be written, as bytes.</summary>
    public static S7ItemValue Of(ReadOnlyMemory<byte> bytes, bool isRequest = false) => new(isRequest ? (byte)0 : S7Names.Success, 4, bytes);

    /// <summary>The reason why there is no value.</summary>
    public static S7ItemValue Failed(byte returnCode) => new(returnCode, 0, default);

    /// <summary>Bytes on the wire, without fill.</summary>
    public int Size => S7DataItem.HeadSize + Bytes.Length;

    /// <summary>Writes head and value.</summary>
    public void Write(Span<byte> to)
    {
        to[0] = ReturnCode;
        to[1] = TransportSize;
        int length = TransportSize switch
        {
            3 => Bytes.Length,
            4 or 5 => Bytes.Length * 8,
            _ => Bytes.Length,
        };
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(to[2..], (ushort)length);
        Bytes.Span.CopyTo(to[S7DataItem.HeadSize..]);
    }
}
