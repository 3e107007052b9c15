using Quaywatch.Observations;
using Quaywatch.Wire.Flows;
using Xunit;

namespace Quaywatch.Wire.Tests.Flows;

public sealed class FlowKeyTests
{
    // A hash that forgot one end put all conversations with a server into one run of the index: right, and ever slower.
    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("192.168.255.254")]
    [InlineData("fe80::1")]
    public void Conversations_with_one_server_spread_over_the_index(string server)
    {
        const int Places = 4096;
        Assert.True(IpAddress.TryParse(server, out IpAddress address));
        HashSet<int> taken = [];
        for (int client = 0; client < Places; client++)
        {
            IpAddress other = address.IsV4 ? IpAddress.V4(0x0A00_0100u + (uint)(client >> 4)) : new(address.High, (ulong)(client >> 4) + 2);
            FlowKey key = FlowKey.Of(other, (ushort)(40_000 + (client & 15)), address, 502, FlowKey.CarrierOf(Transport.Tcp, 6, 0x0800), out _);
            taken.Add((int)key.Hash() & (Places - 1));
        }

        // Thrown at random, 1 - 1/e of the places are hit: 2,589.
        Assert.InRange(taken.Count, 2_450, 2_750);
    }

    [Fact]
    public void Both_directions_have_one_key()
    {
        IpAddress one = IpAddress.V4(0x0A00_0001), two = IpAddress.V4(0x0A00_0002);
        uint carrier = FlowKey.CarrierOf(Transport.Udp, 17, 0x0800);
        FlowKey there = FlowKey.Of(one, 1000, two, 53, carrier, out bool low);
        FlowKey back = FlowKey.Of(two, 53, one, 1000, carrier, out bool alsoLow);
        Assert.Equal(there, back);
        Assert.NotEqual(low, alsoLow);
    }
}
