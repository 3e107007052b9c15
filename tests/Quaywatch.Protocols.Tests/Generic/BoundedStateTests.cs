namespace Quaywatch.Protocols.Tests.Generic;

/// <summary>What a conversation keeps. Runs alone, since it measures the memory of the whole process.</summary>
[Collection(nameof(Alone))]
public sealed class BoundedStateTests
{
    /// <summary>Requests that never end, answers to nothing: what a conversation keeps does not grow with what it is sent.</summary>
    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void State_is_bounded(string room)
    {
        RoomSamples samples = Rooms.Of(room);
        SampleMessage[] messages = [.. Rooms.Messages(room).Select(m => m.Message)];
        Pump pump = new(samples);
        Flood(200);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Flood(1_000);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.InRange(after - before, long.MinValue, 2 << 20);

        void Flood(int rounds)
        {
            for (int i = 0; i < rounds; i++)
            {
                foreach (SampleMessage message in messages)
                {
                    if (message.FromClient || i % 3 == 0)
                    {
                        pump.Say(message);
                    }
                }

                pump.Batch.Clear();
            }
        }
    }
}
