using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>One transfer that is open.</summary>
internal struct S7Transfer
{
    /// <summary>Bytes of a file name that are kept; block names have 9, names of NC files up to 32.</summary>
    const int LongestName = 48;

    byte[]? _name;
    int _nameLength;

    /// <summary>Whether the controller sends.</summary>
    public bool IsUpload { get; private set; }

    /// <summary>The upload's number.</summary>
    public uint Id { get; private set; }

    /// <summary>Who sends the bytes.</summary>
    public Direction Body { get; private set; }

    /// <summary>The body's number in its conversation.</summary>
    public int Number { get; private set; }

    /// <summary>The file's name.</summary>
    public readonly ReadOnlySpan<byte> Name => _name.AsSpan(0, _nameLength);

    /// <summary>As much of a name as is kept.</summary>
    public static ReadOnlySpan<byte> Kept(ReadOnlySpan<byte> name) => name[..Math.Min(name.Length, LongestName)];

    /// <summary>Takes up a new transfer in this place.</summary>
    public void Begin(ReadOnlySpan<byte> name, uint id, bool isUpload, Direction body, int number)
    {
        _name ??= new byte[LongestName];
        _nameLength = Kept(name).Length;
        Kept(name).CopyTo(_name);
        Id = id;
        IsUpload = isUpload;
        Body = body;
        Number = number;
    }
}
