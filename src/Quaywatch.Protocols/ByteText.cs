using System.Buffers.Text;

namespace Quaywatch.Protocols;

/// <summary>Builds a short ASCII text in a buffer without allocation; what does not fit is left out.</summary>
public ref struct ByteText
{
    readonly Span<byte> _buffer;

    /// <summary>A text that begins at the buffer's first byte.</summary>
    public ByteText(Span<byte> buffer) => _buffer = buffer;

    /// <summary>Bytes so far.</summary>
    public int Length { get; private set; }

    /// <summary>The text so far.</summary>
    public readonly ReadOnlySpan<byte> Text => _buffer[..Length];

    /// <summary>Adds bytes as they are.</summary>
    public void Add(scoped ReadOnlySpan<byte> bytes)
    {
        int fits = Math.Min(bytes.Length, _buffer.Length - Length);
        bytes[..fits].CopyTo(_buffer[Length..]);
        Length += fits;
    }

    /// <summary>Adds one byte.</summary>
    public void Add(byte character)
    {
        if (Length < _buffer.Length)
        {
            _buffer[Length++] = character;
        }
    }

    /// <summary>Adds a number in decimal.</summary>
    public void Decimal(long number)
    {
        if (Utf8Formatter.TryFormat(number, _buffer[Length..], out int written))
        {
            Length += written;
        }
    }

    /// <summary>Adds a number in decimal with leading zeros.</summary>
    public void Decimal(long number, byte digits)
    {
        if (Utf8Formatter.TryFormat(number, _buffer[Length..], out int written, new System.Buffers.StandardFormat('D', digits)))
        {
            Length += written;
        }
    }

    /// <summary>Adds 0x and a number in hexadecimal with leading zeros.</summary>
    public void Hex(long number, byte digits)
    {
        Add("0x"u8);
        if (Utf8Formatter.TryFormat(number, _buffer[Length..], out int written, new System.Buffers.StandardFormat('x', digits)))
        {
            Length += written;
        }
    }
}
