using Quaywatch.Observations;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Tests.Link;

/// <summary>What holds for every frame, whatever it is: all offsets lie within, in their order.</summary>
static class HeaderInvariants
{
    public static PacketHeaders DecodeChecked(ReadOnlySpan<byte> frame, LinkType type, int originalLength)
    {
        PacketHeaders headers = default;
        LinkDecoder.TryDecode(frame, type, originalLength, ref headers);
        Check(frame, headers);
        return headers;
    }

    public static void Check(ReadOnlySpan<byte> frame, in PacketHeaders headers)
    {
        Assert.InRange(headers.NetworkOffset, 0, headers.NetworkEnd);
        Assert.InRange(headers.NetworkEnd, headers.NetworkOffset, frame.Length);
        Assert.InRange(headers.TransportOffset, headers.NetworkOffset, headers.NetworkEnd);
        TransportHeader transport = headers.Transport;
        Assert.InRange(transport.PayloadOffset, headers.TransportOffset, headers.NetworkEnd);
        Assert.InRange(transport.PayloadLength, 0, headers.NetworkEnd - transport.PayloadOffset);
        Assert.True(transport.PayloadLength <= transport.StatedPayloadLength);
        Assert.Equal(headers.IpVersion != 0, !headers.SourceIp.IsNone || !headers.DestinationIp.IsNone || headers.IpVersion == 6);
        Assert.Equal(headers.IpVersion == 0, transport.Kind == Transport.Ethernet);
        Assert.True(!headers.IsFragment || (transport.Kind == Transport.Ip && !transport.IsWhole));
        Assert.InRange(headers.FragmentOffset, 0, 0xFFF8);
    }
}
