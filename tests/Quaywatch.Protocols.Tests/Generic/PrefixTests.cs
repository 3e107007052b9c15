using Quaywatch.Observations;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Protocols.Tests.Generic;

/// <summary>What a parser answers to a message that is not complete.</summary>
public sealed class PrefixTests
{
    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void Every_prefix_has_a_defined_answer(string room)
    {
        RoomSamples samples = Rooms.Of(room);
        FlowEnds ends = new() { Transport = samples.Transport, PortB = samples.Port, EtherType = samples.Port };
        Parser parser = samples.Protocol.NewParser();
        Batch batch = new();
        foreach ((string name, SampleMessage message) in Rooms.Messages(room))
        {
            Direction direction = message.FromClient ? Direction.FromA : Direction.FromB;
            for (int length = 0; length <= message.Bytes.Length; length++)
            {
                parser.Reset();
                batch.Clear();
                byte[] poisoned = new byte[length + 64];
                poisoned.AsSpan().Fill(0xFF);
                message.Bytes.AsSpan(0, length).CopyTo(poisoned.AsSpan(32));
                Where where = new(in ends, direction, 1, [new PacketPart(1, 0, 1, 1, 0, length)], 0);
                Parse parse = parser.OnBytes(where, poisoned.AsSpan(32, length), batch);
                Assert.InRange(parse.Consumed, 0, length);
                if (parse.Status == ParseStatus.NeedMore)
                {
                    Assert.True(parse.Needed > length, $"{name}: {length} bytes are there and {parse.Needed} needed");
                }

                if (length == message.Bytes.Length)
                {
                    Assert.True(parse == Parse.Done(length), $"{name}: {parse}");
                }
            }
        }
    }
}
