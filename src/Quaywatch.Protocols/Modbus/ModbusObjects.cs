namespace Quaywatch.Protocols.Modbus;

/// <summary>The objects of a device identification, one after another: id 1, bytes 1, value. Modbus Application Protocol V1.1b3,
/// 6.21. An object is never split: where the answer is too small, the next answer goes on with a whole one.</summary>
public ref struct ModbusObjects
{
    readonly ReadOnlySpan<byte> _bytes;
    readonly int _count;
    int _next;
    int _read;

    internal ModbusObjects(ReadOnlySpan<byte> bytes, int count)
    {
        _bytes = bytes;
        _count = count;
    }

    /// <summary>Where the object begins, from the first object on.</summary>
    public int Offset { get; private set; }

    /// <summary>Which object: 0 vendor name, 1 product code, 2 revision, 3 vendor URL, 4 product name, 5 model name, 6 user
    /// application name, from 128 on the device's own.</summary>
    public readonly byte Id => _bytes[Offset];

    /// <summary>Its value; objects 0 to 6 are ASCII.</summary>
    public readonly ReadOnlySpan<byte> Value => _bytes[(Offset + 2).._next];

    /// <summary>Whether objects are missing, or bytes are left that are no object.</summary>
    public readonly bool HasRest => _read < _count || _next < _bytes.Length;

    /// <summary>The bytes that are no object any more.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[_next..];

    /// <summary>Goes to the next object; false where there is none, or not all of it.</summary>
    public bool MoveNext()
    {
        ReadOnlySpan<byte> left = _bytes[_next..];
        if (_read == _count || left.Length < 2 || left.Length < 2 + left[1])
        {
            return false;
        }

        Offset = _next;
        _next += 2 + left[1];
        _read++;
        return true;
    }
}
