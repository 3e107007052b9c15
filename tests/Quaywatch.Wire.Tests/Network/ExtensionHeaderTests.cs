using Quaywatch.Observations;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Network;
using Quaywatch.Wire.Tests.Link;

namespace Quaywatch.Wire.Tests.Network;

public class ExtensionHeaderTests
{
    const string LastStop = "20010db8000000000000000000000003";

    /// <summary>Hop-by-hop, destination options, routing with a stop left, an atomic fragment, authentication; then UDP 1 > 2 with "x",
    /// whose checksum is made with the last stop.</summary>
    public static byte[] Chain()
    {
        byte[] chain = Hex.Bytes(
            "3c 00 0104 00000000" +
            "2b 00 0104 00000000" +
            "2c 02 00 01 00000000" + LastStop +
            "33 00 0000 12345678" +
            "11 04 0000 00000001 00000002 000102030405060708090a0b" +
            "0001 0002 0009 0000 78");
        IpAddress last = IpAddress.ReadV6(Convert.FromHexString(LastStop));
        ushort checksum = Checksum.Of(chain.AsSpan(^9), FrameSamples.V6A, last, IpProtocols.Udp);
        chain[^3] = (byte)(checksum >> 8);
        chain[^2] = (byte)checksum;
        return chain;
    }

    [Fact]
    public void The_chain_is_walked_to_the_transport_and_an_atomic_fragment_is_no_fragment()
    {
        byte[] frame = FrameSamples.All["extension headers"].Bytes;
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, LinkType.Ethernet, frame.Length);
        Assert.Equal(HeaderFaults.None, headers.Faults);
        Assert.Equal(IpProtocols.Udp, headers.IpProtocol);
        Assert.Equal(frame.Length - 9, headers.TransportOffset);
        Assert.False(headers.IsFragment);
        Assert.Equal((1, 2), (headers.Transport.SourcePort, headers.Transport.DestinationPort));
        Assert.Equal(1, headers.Transport.PayloadLength);
        Assert.Equal(FrameSamples.V6B, headers.DestinationIp);
    }

    [Theory]
    [InlineData("3b", 0x87)]
    [InlineData("3b", 0x8B)]
    [InlineData("3b", 0x8C)]
    public void Mobility_hip_and_shim6_without_a_next_header_are_themselves_the_protocol(string next, byte protocol)
    {
        PacketHeaders headers = Decode(protocol, Hex.Bytes(next + "00 0500 0000 0000"));
        Assert.Equal(protocol, headers.IpProtocol);
        Assert.Equal(40, headers.TransportOffset);
        Assert.Equal(HeaderFaults.None, headers.Faults);
    }

    [Fact]
    public void A_home_address_takes_the_senders_place_in_the_checksum()
    {
        byte[] payload = Hex.Bytes("11 02 0102 0000 c910" + LastStop + "0001 0002 0009 0000 78");
        IpAddress home = IpAddress.ReadV6(Convert.FromHexString(LastStop));
        ushort checksum = Checksum.Of(payload.AsSpan(^9), home, FrameSamples.V6B, IpProtocols.Udp);
        payload[^3] = (byte)(checksum >> 8);
        payload[^2] = (byte)checksum;
        Assert.Equal(HeaderFaults.None, Decode(IpProtocols.DestinationOptions, payload).Faults);
    }

    [Fact]
    public void A_chain_without_end_stops_at_the_limit()
    {
        byte[] payload = Hex.Bytes(string.Concat(Enumerable.Repeat("3c 00 0104 00000000", 1000)));
        PacketHeaders headers = Decode(IpProtocols.DestinationOptions, payload);
        Assert.Equal(HeaderFaults.Malformed, headers.Faults);
        Assert.Equal(40 + (8 * ExtensionHeaders.HeaderLimit), headers.TransportOffset);
        Assert.Equal(IpProtocols.DestinationOptions, headers.IpProtocol);
        Assert.Equal(Transport.Ip, headers.Transport.Kind);
    }

    [Fact]
    public void A_header_that_leads_behind_the_packet_is_truncated()
    {
        PacketHeaders headers = Decode(IpProtocols.Routing, Hex.Bytes("06 ff 00 01 00000000"));
        Assert.Equal(HeaderFaults.Truncated, headers.Faults);
        Assert.Equal(IpProtocols.Routing, headers.IpProtocol);
    }

    [Fact]
    public void Authentication_is_walked_in_ipv4_too()
    {
        byte[] frame = BuilderBox.Build((ref FrameBuilder f) =>
        {
            f.Ip(FrameSamples.V4A, FrameSamples.V4B);
            f.IpPayload(IpProtocols.Authentication, Hex.Bytes("11 04 0000 00000001 00000002 000102030405060708090a0b 1000 0035 000b 173e 616263"));
        });
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, LinkType.Raw, frame.Length);
        Assert.Equal(HeaderFaults.None, headers.Faults);
        Assert.Equal(53, headers.Transport.DestinationPort);
    }

    [Fact]
    public void An_authentication_header_shorter_than_itself_is_malformed()
    {
        PacketHeaders headers = Decode(IpProtocols.Authentication, Hex.Bytes("06 00 0000 00000001 00000002 000102030405060708090a0b"));
        Assert.Equal((HeaderFaults.Malformed, IpProtocols.Authentication, 40), (headers.Faults, headers.IpProtocol, headers.TransportOffset));
    }

    [Fact]
    public void A_jumbogram_has_the_length_of_its_option()
    {
        byte[] packet = new byte[40 + 8 + 70_000];
        packet[0] = 0x60;
        packet[6] = IpProtocols.HopByHop;
        Hex.Bytes("59 00 c204 00011178").CopyTo(packet, 40);
        PacketHeaders headers = HeaderInvariants.DecodeChecked(packet, LinkType.Raw, packet.Length);
        Assert.Equal(HeaderFaults.None, headers.Faults);
        Assert.Equal(packet.Length, headers.IpLength);
        Assert.Equal(70_000, headers.Transport.PayloadLength);

        // the option speaks, not what was captured
        headers = HeaderInvariants.DecodeChecked(packet.AsSpan(0, 1000), LinkType.Raw, packet.Length);
        Assert.Equal(HeaderFaults.Cut, headers.Faults);
        Assert.Equal(70_000, headers.Transport.StatedPayloadLength);

        // of a forged length no more is believed than there was
        foreach (string forged in (string[])["7fffffd0", "ffffffff"])
        {
            Hex.Bytes("59 00 c204" + forged).CopyTo(packet, 40);
            headers = HeaderInvariants.DecodeChecked(packet, LinkType.Raw, packet.Length);
            Assert.Equal(70_000, headers.Transport.StatedPayloadLength);
        }
    }

    [Fact]
    public void Behind_a_fragment_header_nothing_is_walked_since_it_may_lie_in_another_fragment()
    {
        PacketHeaders headers = Decode(IpProtocols.Fragment, Hex.Bytes("3c 00 0001 12345678 11 00 0104 00000000"));
        Assert.True(headers.IsFragment);
        Assert.True(headers.MoreFragments);
        Assert.Equal(0, headers.FragmentOffset);
        Assert.Equal(0x12345678u, headers.FragmentId);
        Assert.Equal(IpProtocols.DestinationOptions, headers.IpProtocol);
        Assert.Equal(48, headers.TransportOffset);
    }

    static PacketHeaders Decode(byte protocol, byte[] payload)
    {
        byte[] frame = BuilderBox.Build((ref FrameBuilder f) =>
        {
            f.Ip(FrameSamples.V6A, FrameSamples.V6B);
            f.IpPayload(protocol, payload);
        });
        return HeaderInvariants.DecodeChecked(frame, LinkType.Raw, frame.Length);
    }
}
