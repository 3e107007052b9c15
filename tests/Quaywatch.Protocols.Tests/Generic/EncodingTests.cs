namespace Quaywatch.Protocols.Tests.Generic;

/// <summary>One layout is written three times: view, encoder, description. The suites tie them.</summary>
public sealed class EncodingTests
{
    [Fact]
    public void Every_room_has_samples()
    {
        foreach (Protocol protocol in Registry.All)
        {
            Assert.True(Rooms.Has(protocol.Name), $"{protocol.Name} has no RoomSamples in the test project");
            Assert.NotEmpty(Rooms.Messages(protocol.Name));
        }
    }

    [Theory]
    [MemberData(nameof(Rooms.Names), MemberType = typeof(Rooms))]
    public void What_the_view_reads_the_encoder_writes(string room)
    {
        int encoded = 0;
        foreach ((string name, SampleMessage message) in Rooms.Messages(room))
        {
            byte[]? again = Rooms.Of(room).Encode(message);
            if (again is not null)
            {
                Assert.True(again.AsSpan().SequenceEqual(message.Bytes), $"{name}:\n{Convert.ToHexString(message.Bytes)}\n{Convert.ToHexString(again)}");
                encoded++;
            }
        }

        Assert.True(encoded > 0, "the encoder builds none of the samples");
    }
}
