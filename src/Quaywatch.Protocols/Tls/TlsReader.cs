using System.Buffers.Binary;

namespace Quaywatch.Protocols.Tls;

/// <summary>Reads numbers and vectors one after the other, never beyond the end: what is not there is zero or empty, and
/// <see cref="HasFailed"/> says so. RFC 8446, section 3.4: a vector is a length and as many bytes.</summary>
ref struct TlsReader
{
    ReadOnlySpan<byte> _rest;

    public TlsReader(ReadOnlySpan<byte> bytes) => _rest = bytes;

    /// <summary>Whether something was asked for that is not there.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Whether all was read.</summary>
    public readonly bool IsEmpty => _rest.IsEmpty;

    /// <summary>What was not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    public byte Byte()
    {
        ReadOnlySpan<byte> bytes = Take(1);
        return bytes.IsEmpty ? (byte)0 : bytes[0];
    }

    public ushort Short()
    {
        ReadOnlySpan<byte> bytes = Take(2);
        return bytes.IsEmpty ? (ushort)0 : BinaryPrimitives.ReadUInt16BigEndian(bytes);
    }

    public int Three()
    {
        ReadOnlySpan<byte> bytes = Take(3);
        return bytes.IsEmpty ? 0 : (bytes[0] << 16) | (bytes[1] << 8) | bytes[2];
    }

    /// <summary>A vector behind a length of one, two or three bytes.</summary>
    public ReadOnlySpan<byte> Vector(int lengthSize) => Take(lengthSize switch { 1 => Byte(), 2 => Short(), _ => Three() });

    public ReadOnlySpan<byte> Take(int length)
    {
        if (HasFailed || length > _rest.Length)
        {
            HasFailed = true;
            return default;
        }

        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
