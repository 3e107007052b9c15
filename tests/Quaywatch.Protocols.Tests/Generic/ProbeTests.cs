using Quaywatch.Observations;

namespace Quaywatch.Protocols.Tests.Generic;

/// <summary>Each room knows its own messages, and none of another room's.</summary>
public sealed class ProbeTests
{
    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void A_room_knows_its_own(string room)
    {
        RoomSamples samples = Rooms.Of(room);
        foreach (SampleConversation conversation in samples.Conversations())
        {
            bool isKnown = false;
            foreach (SampleMessage message in conversation.Messages)
            {
                ProbeAnswer answer = samples.Protocol.Probe(message.Bytes, Context(samples, message, onPort: true));
                Assert.True(answer != ProbeAnswer.No, $"{conversation.Name}: {Convert.ToHexString(message.Bytes)}");
                isKnown |= answer == ProbeAnswer.Yes;
            }

            Assert.True(isKnown, $"{conversation.Name}: no message says yes");
        }
    }

    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void A_room_knows_no_other_rooms_messages(string room)
    {
        RoomSamples own = Rooms.Of(room);
        foreach (RoomSamples other in Rooms.All)
        {
            // protocols of one room have one form and are told by their ports
            bool onPort = own.Protocol.Ports.Contains(other.Port);
            if (other.Protocol.Room == own.Protocol.Room || !own.Protocol.Over(other.Transport) || !(onPort || own.Protocol.OnAnyPort))
            {
                continue;
            }

            foreach ((string name, SampleMessage message) in Rooms.Messages(other.Protocol.Name))
            {
                ProbeContext context = Context(other, message, onPort);
                ProbeAnswer answer = own.Protocol.Probe(message.Bytes, context);
                Assert.True(answer != ProbeAnswer.Yes, $"{room} takes {other.Protocol.Name}'s {name}");
                if (other.Protocol.Probe(message.Bytes, context with { OnPort = true }) == ProbeAnswer.Yes)
                {
                    ProbeAnswer last = own.Protocol.Probe(other.Transport == Transport.Tcp ? Continued(message.Bytes) : message.Bytes, context);
                    Assert.True(last == ProbeAnswer.No, $"{room} is not sure of {other.Protocol.Name}'s {name}");
                }
            }
        }
    }

    /// <summary>A probe is asked with as few bytes as there are.</summary>
    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void A_beginning_never_says_no_to_what_the_whole_says_yes(string room)
    {
        RoomSamples samples = Rooms.Of(room);
        if (samples.Transport != Transport.Tcp)
        {
            return;
        }

        foreach ((string name, SampleMessage message) in Rooms.Messages(room))
        {
            ProbeContext context = Context(samples, message, onPort: true);
            for (int length = 1; length < message.Bytes.Length; length++)
            {
                Assert.True(samples.Protocol.Probe(message.Bytes.AsSpan(0, length), context) != ProbeAnswer.No, $"{name} cut to {length}");
            }
        }
    }

    /// <summary>A stream may need more bytes to tell: here is as much as any probe can want.</summary>
    static byte[] Continued(byte[] bytes)
    {
        byte[] more = new byte[70_000];
        more.AsSpan().Fill(0xFF);
        bytes.CopyTo(more, 0);
        return more;
    }

    static ProbeContext Context(RoomSamples samples, SampleMessage message, bool onPort) => message.FromClient
        ? new ProbeContext(50_000, samples.Port, onPort, samples.Transport)
        : new ProbeContext(samples.Port, 50_000, onPort, samples.Transport);
}
