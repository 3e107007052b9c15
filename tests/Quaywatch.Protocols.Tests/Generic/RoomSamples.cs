using Quaywatch.Observations;

namespace Quaywatch.Protocols.Tests.Generic;

/// <summary>What a room brings for the generic suites: conversations made of whole messages, and the ways back from its view. One
/// subclass a room, in its own folder of tests; the suites find it by itself.</summary>
public abstract class RoomSamples
{
    /// <summary>The room.</summary>
    public abstract Protocol Protocol { get; }

    /// <summary>What carries the samples.</summary>
    public abstract Transport Transport { get; }

    /// <summary>The server's port.</summary>
    public abstract ushort Port { get; }

    /// <summary>Conversations that show every kind of message the room knows, by the room's own encoder or from published
    /// vectors.</summary>
    public abstract IEnumerable<SampleConversation> Conversations();

    /// <summary>Reads the message by the room's view and builds it again by its encoder; null where the encoder does not build
    /// this kind (the difference must be named in the page).</summary>
    public abstract byte[]? Encode(SampleMessage message);

    /// <summary>Fields of the message by the view: Wireshark's filter name and the value as Describe's Raw must have it, in order
    /// of appearance, as many as the room wants to tie.</summary>
    public abstract IEnumerable<(string Filter, string Raw)> View(SampleMessage message);
}

/// <summary>A named conversation.</summary>
public sealed record SampleConversation(string Name, IReadOnlyList<SampleMessage> Messages);

/// <summary>One whole message; an answer names the request that it answers.</summary>
public sealed record SampleMessage(bool FromClient, byte[] Bytes, byte[]? Request = null);
