using System.Buffers.Binary;

namespace Quaywatch.Protocols.Modbus;

/// <summary>The records ("groups") of functions 20 and 21, one after another. Modbus Application Protocol V1.1b3, 6.14 and 6.15.
/// The layouts are in <see cref="ModbusFileForm"/>.</summary>
public ref struct ModbusFileGroups
{
    const int Head = 7;

    readonly ReadOnlySpan<byte> _bytes;
    readonly ModbusFileForm _form;
    int _next;

    internal ModbusFileGroups(ReadOnlySpan<byte> bytes, ModbusFileForm form)
    {
        _bytes = bytes;
        _form = form;
    }

    /// <summary>Where the record begins, from the first record on.</summary>
    public int Offset { get; private set; }

    /// <summary>How many bytes the record has; 0 before the first and behind the last.</summary>
    public readonly int Size => _next - Offset;

    /// <summary>How many bytes the record says it has after this field; with a read answer only.</summary>
    public readonly byte ByteCount => Size > 0 && _form == ModbusFileForm.ReadResponse ? _bytes[Offset] : (byte)0;

    /// <summary>The reference type: 6.</summary>
    public readonly byte ReferenceType => Size == 0 ? (byte)0 : _bytes[_form == ModbusFileForm.ReadResponse ? Offset + 1 : Offset];

    /// <summary>The file's number, from 1; 0 in a read answer, which does not repeat it.</summary>
    public readonly ushort File => Word(1);

    /// <summary>The first record, from 0.</summary>
    public readonly ushort Record => Word(3);

    /// <summary>How many records of 16 bits.</summary>
    public readonly ushort Words => _form == ModbusFileForm.ReadResponse ? (ushort)(Values.Length / 2) : Word(5);

    /// <summary>The values; none where a read is asked for.</summary>
    public readonly ReadOnlySpan<byte> Values => _form switch
    {
        _ when Size == 0 => default,
        ModbusFileForm.ReadResponse => _bytes[(Offset + 2).._next],
        ModbusFileForm.Write => _bytes[(Offset + Head).._next],
        _ => default,
    };

    /// <summary>Whether bytes are left that are no record.</summary>
    public readonly bool HasRest => _next < _bytes.Length;

    /// <summary>The bytes that are no record any more.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[_next..];

    /// <summary>Goes to the next record; false where there is none, or not all of it.</summary>
    public bool MoveNext()
    {
        ReadOnlySpan<byte> left = _bytes[_next..];
        int size = _form switch
        {
            ModbusFileForm.ReadResponse => left.Length < 2 ? 0 : 1 + left[0],
            ModbusFileForm.Write when left.Length >= Head => Head + (2 * BinaryPrimitives.ReadUInt16BigEndian(left[5..])),
            _ => Head,
        };
        int least = _form == ModbusFileForm.ReadResponse ? 2 : Head;
        if (size < least || size > left.Length)
        {
            Offset = _next;
            return false;
        }

        Offset = _next;
        _next += size;
        return true;
    }

    readonly ushort Word(int offset) => Size == 0 || _form == ModbusFileForm.ReadResponse
        ? (ushort)0
        : BinaryPrimitives.ReadUInt16BigEndian(_bytes[(Offset + offset)..]);
}
