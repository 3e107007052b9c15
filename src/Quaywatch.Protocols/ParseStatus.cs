namespace Quaywatch.Protocols;

/// <summary>What a parser says of the bytes it was handed.</summary>
public enum ParseStatus : byte
{
    /// <summary>A message was there and was read.</summary>
    Done,

    /// <summary>The message is not complete yet.</summary>
    NeedMore,

    /// <summary>The conversation is not of this protocol after all.</summary>
    NotMine,

    /// <summary>Of this protocol, but broken; the place of the next message is not known.</summary>
    Broken,
}
