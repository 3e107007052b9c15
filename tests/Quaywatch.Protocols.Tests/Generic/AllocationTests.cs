using Quaywatch.Observations;

namespace Quaywatch.Protocols.Tests.Generic;

/// <summary>Nothing is allocated for a message after warm-up: the allocation counter of the thread is the judge.</summary>
public sealed class AllocationTests
{
    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void A_message_allocates_nothing(string room)
    {
        RoomSamples samples = Rooms.Of(room);
        foreach (SampleConversation conversation in samples.Conversations())
        {
            Pump pump = new(samples);
            SampleMessage[] messages = [.. conversation.Messages];
            Rounds(pump, messages, 50);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Rounds(pump, messages, 50);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated == 0, $"{conversation.Name}: {allocated} bytes in 50 rounds of {messages.Length} messages");
        }
    }

    static void Rounds(Pump pump, SampleMessage[] messages, int rounds)
    {
        for (int i = 0; i < rounds; i++)
        {
            pump.Open();
            for (int message = 0; message < messages.Length; message++)
            {
                pump.Say(messages[message]);
            }

            pump.End();
            pump.Batch.Clear();
        }
    }
}
