using System.Buffers.Binary;

namespace Quaywatch.Wire.Capture;

/// <summary>Walks the options of a pcapng block. draft-ietf-opsawg-pcapng, section 3.5.</summary>
ref struct PcapngOptions(ReadOnlySpan<byte> bytes, bool bigEndian)
{
    const int HeaderSize = 4;
    ReadOnlySpan<byte> _left = bytes;

    /// <summary>Whether an option did not fit the block; the walk ended there.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>The next option; false at the end.</summary>
    public bool TryNext(out ushort code, out ReadOnlySpan<byte> value)
    {
        code = 0;
        value = default;
        if (_left.Length < HeaderSize)
        {
            IsDamaged |= _left.Length > 0;
            return false;
        }

        code = bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(_left) : BinaryPrimitives.ReadUInt16LittleEndian(_left);
        int length = bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(_left[2..]) : BinaryPrimitives.ReadUInt16LittleEndian(_left[2..]);
        int padded = (length + 3) & ~3;
        if (code == PcapngBlocks.EndOfOptions)
        {
            return false;
        }

        if (padded > _left.Length - HeaderSize)
        {
            IsDamaged = true;
            return false;
        }

        value = _left.Slice(HeaderSize, length);
        _left = _left[(HeaderSize + padded)..];
        return true;
    }
}
