using System.Buffers.Binary;

namespace Quaywatch.Protocols.Modbus;

/// <summary>One Modbus/TCP message: MBAP header and function code, big-endian. Modbus Messaging on TCP/IP Implementation Guide
/// V1.0b, 3.1.3; Modbus Application Protocol V1.1b3, 4.1.
/// <code>
///  0             2             4             6      7          8
/// +-------------+-------------+-------------+------+----------+------- - -
/// | transaction | protocol, 0 | length      | unit | function | data
/// +-------------+-------------+-------------+------+----------+------- - -
///                                           |&lt;--- length bytes --- - -
/// </code>
/// The function's highest bit marks an exception, which has one byte of data.</summary>
public readonly ref struct ModbusFrame
{
    readonly ReadOnlySpan<byte> _bytes;

    ModbusFrame(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Reads the message at the beginning of the bytes; false where it is not whole, or no Modbus.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ModbusFrame frame)
    {
        int size = SizeOf(bytes);
        bool isWhole = size > 0 && size <= bytes.Length;
        frame = isWhole ? new ModbusFrame(bytes[..size]) : default;
        return isWhole;
    }

    /// <summary>How many bytes the message has that begins here: 0 where more bytes are needed to tell, -1 where no message can
    /// begin here.</summary>
    public static int SizeOf(ReadOnlySpan<byte> bytes)
    {
        if ((bytes.Length > 2 && bytes[2] != 0) || (bytes.Length > 3 && bytes[3] != 0))
        {
            return -1;
        }

        if (bytes.Length < ModbusLimits.LeastMessage)
        {
            bool hasLength = bytes.Length >= ModbusLimits.Envelope;
            return hasLength && !IsLength(BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]), ModbusLimits.MostUnityLength) ? -1 : 0;
        }

        int most = (bytes[7] & 0x7f) == (byte)ModbusFunction.Unity ? ModbusLimits.MostUnityLength : ModbusLimits.MostLength;
        int length = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        return IsLength(length, most) ? ModbusLimits.Envelope + length : -1;
    }

    /// <summary>The whole message.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Whether there is no message.</summary>
    public bool IsEmpty => _bytes.IsEmpty;

    /// <summary>The transaction identifier, which an answer repeats.</summary>
    public ushort Transaction => Word(0);

    /// <summary>The protocol identifier: 0.</summary>
    public ushort Protocol => Word(2);

    /// <summary>How many bytes follow the length field.</summary>
    public ushort Length => Word(4);

    /// <summary>The unit identifier: a device behind a gateway; 255 or 0 the device itself, 0 on a serial line all of them.</summary>
    public byte Unit => IsEmpty ? (byte)0 : _bytes[6];

    /// <summary>The function, without the mark of an exception.</summary>
    public ModbusFunction Function => (ModbusFunction)(IsEmpty ? 0 : _bytes[7] & 0x7f);

    /// <summary>Whether it is an exception, which only a server sends.</summary>
    public bool IsException => !IsEmpty && (_bytes[7] & 0x80) != 0;

    /// <summary>The exception code; 0 where there is none.</summary>
    public byte Exception => IsException && Data.Length > 0 ? Data[0] : (byte)0;

    /// <summary>What follows the function code.</summary>
    public ReadOnlySpan<byte> Data => IsEmpty ? default : _bytes[ModbusLimits.LeastMessage..];

    /// <summary>What an answer repeats of its request: transaction, unit and function. Without the function a client that never
    /// changes its transaction would have a write's answer taken for a read's.</summary>
    public ulong Key => ((ulong)Transaction << 16) | ((ulong)Unit << 8) | (byte)Function;

    ushort Word(int offset) => IsEmpty ? (ushort)0 : BinaryPrimitives.ReadUInt16BigEndian(_bytes[offset..]);

    static bool IsLength(int length, int most) => length >= ModbusLimits.LeastLength && length <= most;
}
