using System.Buffers;
using System.Buffers.Binary;

namespace Quaywatch.Protocols.Iso;

/// <summary>Builds messages of the shared envelope. For tests, the demonstration and the lab.</summary>
public static class IsoEncoder
{
    /// <summary>Writes a connection request or confirm.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="type">Which of the two.</param>
    /// <param name="destination">The receiver's reference, 0 in a request.</param>
    /// <param name="source">The sender's reference.</param>
    /// <param name="tpduSize">The size of TPDUs as a power of two, 10 for 1024; 0 leaves the parameter out.</param>
    /// <param name="calling">TSAP of who calls.</param>
    /// <param name="called">TSAP of who is called.</param>
    public static void WriteConnect(IBufferWriter<byte> to, CotpType type, ushort destination, ushort source, byte tpduSize, ReadOnlySpan<byte> calling, ReadOnlySpan<byte> called)
    {
        int head = 7 + (tpduSize == 0 ? 0 : 3) + 2 + calling.Length + 2 + called.Length;
        Span<byte> bytes = Begin(to, Tpkt.Size + head);
        bytes[4] = (byte)(head - 1);
        bytes[5] = (byte)((int)type << 4);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], destination);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], source);
        bytes[10] = 0;
        int at = 11;
        if (tpduSize != 0)
        {
            at += Parameter(bytes[at..], CotpParameter.TpduSize, [tpduSize]);
        }

        at += Parameter(bytes[at..], CotpParameter.CallingTsap, calling);
        at += Parameter(bytes[at..], CotpParameter.CalledTsap, called);
        to.Advance(at);
    }

    /// <summary>Writes a disconnect request.</summary>
    public static void WriteDisconnect(IBufferWriter<byte> to, ushort destination, ushort source, byte reason)
    {
        Span<byte> bytes = Begin(to, Tpkt.Size + 7);
        bytes[4] = 6;
        bytes[5] = (int)CotpType.DisconnectRequest << 4;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], destination);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], source);
        bytes[10] = reason;
        to.Advance(11);
    }

    /// <summary>Writes a disconnect confirm.</summary>
    public static void WriteDisconnectConfirm(IBufferWriter<byte> to, ushort destination, ushort source)
    {
        Span<byte> bytes = Begin(to, Tpkt.Size + 6);
        bytes[4] = 5;
        bytes[5] = (int)CotpType.DisconnectConfirm << 4;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], destination);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], source);
        to.Advance(10);
    }

    /// <summary>Writes a TPDU error.</summary>
    public static void WriteError(IBufferWriter<byte> to, ushort destination, byte cause)
    {
        Span<byte> bytes = Begin(to, Tpkt.Size + 5);
        bytes[4] = 4;
        bytes[5] = (int)CotpType.Error << 4;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], destination);
        bytes[8] = cause;
        to.Advance(9);
    }

    /// <summary>Writes user data in one DT.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="userData">The data; empty makes a sign of life.</param>
    /// <param name="isLast">Whether it ends the user data unit.</param>
    public static void WriteData(IBufferWriter<byte> to, ReadOnlySpan<byte> userData, bool isLast = true)
    {
        int length = Tpkt.Shortest + userData.Length;
        Span<byte> bytes = Begin(to, length);
        bytes[4] = 2;
        bytes[5] = (int)CotpType.Data << 4;
        bytes[6] = (byte)(isLast ? 0x80 : 0);
        userData.CopyTo(bytes[7..]);
        to.Advance(length);
    }

    /// <summary>Writes a TPKT head and hands out the whole packet's bytes.</summary>
    static Span<byte> Begin(IBufferWriter<byte> to, int length)
    {
        ArgumentNullException.ThrowIfNull(to);
        Span<byte> bytes = to.GetSpan(length)[..length];
        bytes[0] = Tpkt.Version;
        bytes[1] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], (ushort)length);
        return bytes;
    }

    static int Parameter(Span<byte> to, CotpParameter code, ReadOnlySpan<byte> value)
    {
        to[0] = (byte)code;
        to[1] = (byte)value.Length;
        value.CopyTo(to[2..]);
        return 2 + value.Length;
    }
}
