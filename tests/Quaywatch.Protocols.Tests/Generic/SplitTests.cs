using Quaywatch.Observations;

namespace Quaywatch.Protocols.Tests.Generic;

/// <summary>How a stream is cut into packets must not matter: every split in two and byte by byte, in a buffer with guard bytes
/// around it and in one of the right size, say the same.</summary>
public sealed class SplitTests
{
    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void Every_split_says_the_same(string room)
    {
        RoomSamples samples = Rooms.Of(room);
        Pump pump = new(samples);
        foreach (SampleConversation conversation in samples.Conversations())
        {
            IReadOnlyList<string> whole = Run(pump, conversation, guard: 0, int.MaxValue, -1);
            Assert.Equal(whole, Run(pump, conversation, guard: 64, int.MaxValue, -1));
            if (samples.Transport != Transport.Tcp)
            {
                continue;
            }

            Assert.Equal(whole, Run(pump, conversation, guard: 64, 1, -1));
            Assert.Equal(whole, Run(pump, conversation, guard: 0, 1, -1));
            Assert.Equal(whole, Run(pump, conversation, guard: 8, 3, -1));
            for (int message = 0; message < conversation.Messages.Count; message++)
            {
                for (int at = 1; at < conversation.Messages[message].Bytes.Length; at++)
                {
                    Assert.True(whole.SequenceEqual(Run(pump, conversation, guard: 16, at, message)), $"{conversation.Name}, message {message} split at {at}");
                }
            }
        }
    }

    /// <summary>Several messages of one side in one packet.</summary>
    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void Messages_in_one_packet_say_the_same(string room)
    {
        RoomSamples samples = Rooms.Of(room);
        if (samples.Transport != Transport.Tcp)
        {
            return;
        }

        Pump pump = new(samples);
        foreach (SampleConversation conversation in samples.Conversations())
        {
            IReadOnlyList<string> whole = Run(pump, conversation, guard: 16, int.MaxValue, -1);
            pump.Open();
            pump.Batch.Clear();
            int at = 0;
            while (at < conversation.Messages.Count)
            {
                int end = at;
                while (end < conversation.Messages.Count && conversation.Messages[end].FromClient == conversation.Messages[at].FromClient)
                {
                    end++;
                }

                pump.Say(conversation.Messages[at].FromClient, conversation.Messages.Skip(at).Take(end - at).SelectMany(m => m.Bytes).ToArray());
                at = end;
            }

            pump.End();
            Assert.Equal(whole, Transcript.Of(pump.Batch));
        }
    }

    /// <summary>Runs a conversation; a negative message number cuts all messages into pieces of that size, else that one in two.</summary>
    static IReadOnlyList<string> Run(Pump pump, SampleConversation conversation, int guard, int size, int which)
    {
        pump.GuardBytes = guard;
        pump.Open();
        pump.Batch.Clear();
        for (int i = 0; i < conversation.Messages.Count; i++)
        {
            (bool fromClient, byte[] bytes, _) = conversation.Messages[i];
            if (which >= 0)
            {
                if (i == which)
                {
                    pump.Say(fromClient, bytes.AsSpan(0, size));
                    pump.Say(fromClient, bytes.AsSpan(size));
                }
                else
                {
                    pump.Say(fromClient, bytes);
                }

                continue;
            }

            for (int at = 0; at < bytes.Length; at += Math.Min(size, bytes.Length - at))
            {
                pump.Say(fromClient, bytes.AsSpan(at, Math.Min(size, bytes.Length - at)));
            }
        }

        pump.End();
        return Transcript.Of(pump.Batch);
    }
}
