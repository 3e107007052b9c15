namespace Quaywatch.Protocols;

/// <summary>One whole message, for <see cref="Protocol.Describe"/>.</summary>
public readonly ref struct Message
{
    /// <summary>Its bytes.</summary>
    public ReadOnlySpan<byte> Bytes { get; init; }

    /// <summary>The request that it answers; empty where it is none, or was not seen.</summary>
    public ReadOnlySpan<byte> Request { get; init; }

    /// <summary>Whether the client sent it; null where that is not known.</summary>
    public bool? FromClient { get; init; }
}
