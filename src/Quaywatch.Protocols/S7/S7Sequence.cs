using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>The data of one userdata answer that comes in several PDUs.</summary>
internal sealed class S7Sequence
{
    /// <summary>Bytes that are joined at most; a diagnostic buffer or a list of all blocks has a few thousand.</summary>
    public const int Longest = 32_768;

    byte[] _bytes = [];

    /// <summary>Whether it is being joined.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Who sends it.</summary>
    public Direction Sender { get; private set; }

    /// <summary>Group, subfunction and sequence number in one.</summary>
    public int Key { get; private set; }

    /// <summary>How much is there.</summary>
    public int Length { get; private set; }

    /// <summary>What is there.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Begins anew.</summary>
    public void Begin(Direction sender, int key)
    {
        IsOpen = true;
        Sender = sender;
        Key = key;
        Length = 0;
    }

    /// <summary>Adds a part; false where the limit is passed.</summary>
    public bool Add(ReadOnlySpan<byte> part)
    {
        if (Length + part.Length > Longest)
        {
            return false;
        }

        if (_bytes.Length < Length + part.Length)
        {
            Array.Resize(ref _bytes, Math.Min(Longest, Math.Max(Length + part.Length, _bytes.Length * 2)));
        }

        part.CopyTo(_bytes.AsSpan(Length));
        Length += part.Length;
        return true;
    }

    /// <summary>Ends it; its bytes stay readable until the next begins.</summary>
    public void End() => IsOpen = false;
}
