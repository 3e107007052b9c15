using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Tests.Link;

public class FrameBuilderTests
{
    [Fact]
    public void The_frame_written_by_hand_comes_out_byte_for_byte()
    {
        byte[] built = BuilderBox.Build((ref FrameBuilder f) =>
        {
            f.Ethernet(FrameSamples.Laptop, FrameSamples.Controller);
            f.Vlan(100, tag: EtherTypes.ServiceVlan);
            f.Vlan(107, 1);
            f.Ip(FrameSamples.V4A, FrameSamples.V4B, id: 0x1234);
            f.Udp(4096, 53, "abc"u8);
        });
        Assert.Equal(FrameSamples.All["qinq"].Bytes, built);
    }

    [Fact]
    public void A_checksum_of_udp_that_comes_out_as_0_is_sent_as_all_ones()
    {
        for (int i = 0; i <= ushort.MaxValue; i++)
        {
            byte[] frame = new byte[40];
            FrameBuilder builder = new(frame);
            builder.Ip(FrameSamples.V4A, FrameSamples.V4B);
            builder.Udp(1, 2, [(byte)(i >> 8), (byte)i]);
            if (frame[26] == 0xFF && frame[27] == 0xFF)
            {
                Assert.Equal(HeaderFaults.None, HeaderInvariants.DecodeChecked(builder.Frame, LinkType.Raw, builder.Frame.Length).Faults);
                return;
            }

            Assert.False(frame[26] == 0 && frame[27] == 0);
        }

        Assert.Fail("no such payload");
    }

    [Fact]
    public void A_dirty_buffer_leaves_no_trace()
    {
        byte[] dirty = new byte[200];
        dirty.AsSpan().Fill(0xA5);
        FrameBuilder builder = new(dirty);
        builder.Ethernet(FrameSamples.Laptop, FrameSamples.Controller);
        builder.Ip(FrameSamples.V4A, FrameSamples.V4B, id: 7);
        builder.Tcp(49152, 102, 1000, 2000, TcpFlags.Psh | TcpFlags.Ack, "hello"u8, options: [2, 4, 5, 0xB4, 4, 2, 8, 10, 0, 0, 0, 1, 0, 0, 0, 2, 1, 3, 3, 7]);
        Assert.Equal(FrameSamples.All["tcp"].Bytes, builder.Frame.ToArray());
    }

    [Fact]
    public void A_short_frame_is_padded_to_60_bytes_and_a_long_one_left_alone()
    {
        Assert.Equal(60, FrameSamples.All["arp"].Bytes.Length);
        byte[] frame = BuilderBox.Build((ref FrameBuilder f) =>
        {
            f.Ethernet(FrameSamples.Laptop, FrameSamples.Controller);
            f.Ip(FrameSamples.V4A, FrameSamples.V4B);
            f.Udp(1, 2, new byte[100]);
            f.Pad();
        });
        Assert.Equal(142, frame.Length);
    }

    [Fact]
    public void Mistakes_of_the_caller_throw()
    {
        Assert.Throws<InvalidOperationException>(() => BuilderBox.Build((ref FrameBuilder f) => f.Udp(1, 2, default)));
        Assert.Throws<InvalidOperationException>(() => BuilderBox.Build((ref FrameBuilder f) => f.Vlan(1)));
        Assert.Throws<ArgumentException>(() => BuilderBox.Build((ref FrameBuilder f) => f.Ip(FrameSamples.V4A, FrameSamples.V6B)));
        Assert.Throws<OverflowException>(() => BuilderBox.Build((ref FrameBuilder f) =>
        {
            f.Ip(FrameSamples.V4A, FrameSamples.V4B);
            f.Udp(1, 2, new byte[65_530]);
        }));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            FrameBuilder small = new(new byte[19]);
            small.Ip(FrameSamples.V4A, FrameSamples.V4B);
        });
    }
}
