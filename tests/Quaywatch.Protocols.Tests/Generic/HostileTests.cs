using CsCheck;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.Tests.Generic;

/// <summary>Streams as captures and attackers make them: twice, in another order, changed, with holes. No exception, and
/// the next whole message is found again. CsCheck prints the seed of a failure; CsCheck_Seed repeats it.</summary>
public sealed class HostileTests
{
    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void Duplicated_reordered_and_changed_messages_do_no_harm(string room) => Torment(room, 2_000);

    [Theory]
    [Trait("kind", "long")]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void Much_more_of_it_does_no_harm_either(string room) => Torment(room, 100_000);

    static void Torment(string room, int times)
    {
        RoomSamples samples = Rooms.Of(room);
        SampleMessage[] messages = [.. Rooms.Messages(room).Select(m => m.Message)];
        Gen<(int Which, int At, byte Value, int Kind)> step = Gen.Select(Gen.Int[0, messages.Length - 1], Gen.Int[0, 4000], Gen.Byte, Gen.Int[0, 9]);
        step.Array[1, 40].Sample(
            steps =>
            {
                Pump pump = new(samples);
                foreach ((int which, int at, byte value, int kind) in steps)
                {
                    Do(pump, messages[which], at, value, kind);
                }

                pump.Consumer.OnClock(long.MaxValue / 2, pump.Batch);
                pump.End();
            },
            iter: times);
    }

    /// <summary>After a hole in both directions, a clean conversation is read whole again.</summary>
    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void After_damage_and_a_gap_the_next_message_is_found_again(string room)
    {
        RoomSamples samples = Rooms.Of(room);
        if (samples.Transport != Transport.Tcp)
        {
            return;
        }

        SampleConversation[] conversations = [.. samples.Conversations()];
        Gen.Select(Gen.Int[0, conversations.Length - 1], Gen.Int[0, conversations.Length - 1], Gen.Int[0, 400], Gen.Byte).Sample(
            (first, second, at, value) =>
            {
                Pump pump = new(samples);
                foreach (SampleMessage message in conversations[first].Messages)
                {
                    pump.Say(message);
                }

                SampleMessage damaged = conversations[first].Messages[^1];
                byte[] bytes = [.. damaged.Bytes];
                bytes[at % bytes.Length] = value;
                pump.Say(damaged.FromClient, bytes);
                pump.Gap(true);
                pump.Gap(false);
                int before = pump.Messages;
                foreach (SampleMessage message in conversations[second].Messages)
                {
                    pump.Say(message);
                }

                Assert.Equal(conversations[second].Messages[^1].Bytes, pump.Last);
                Assert.Equal(conversations[second].Messages.Count, pump.Messages - before);
                pump.End();
            },
            iter: 1_000);
    }

    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void A_gap_in_place_of_any_message_costs_that_message_only(string room)
    {
        RoomSamples samples = Rooms.Of(room);
        if (samples.Transport != Transport.Tcp)
        {
            return;
        }

        foreach (SampleConversation conversation in samples.Conversations())
        {
            for (int lost = 1; lost < conversation.Messages.Count; lost++)
            {
                Pump pump = new(samples);
                for (int i = 0; i < conversation.Messages.Count; i++)
                {
                    SampleMessage message = conversation.Messages[i];
                    if (i == lost)
                    {
                        pump.Gap(message.FromClient, message.Bytes.Length);
                    }
                    else
                    {
                        pump.Say(message);
                    }
                }

                // what was held while the protocol was not known may be lost with the hole
                int least = pump.Consumer.RecognisedBy == RecognisedBy.Nothing ? 0 : conversation.Messages.Count - lost - 1;
                Assert.True(pump.Messages >= least, $"{conversation.Name} without message {lost}: {pump.Messages} messages read");
                pump.End();
            }
        }
    }

    static void Do(Pump pump, SampleMessage message, int at, byte value, int kind)
    {
        switch (kind)
        {
            case 0:
                pump.Say(message);
                pump.Say(message);
                break;
            case 1:
                pump.Gap(message.FromClient);
                break;
            case 2:
                pump.Say(message.FromClient, message.Bytes.AsSpan(0, at % (message.Bytes.Length + 1)));
                break;
            case 3 or 4 or 5:
                byte[] bytes = [.. message.Bytes];
                bytes[at % bytes.Length] = value;
                pump.Say(message.FromClient, bytes);
                break;
            case 6:
                pump.Say(!message.FromClient, message.Bytes);
                break;
            default:
                pump.Say(message);
                break;
        }
    }
}
