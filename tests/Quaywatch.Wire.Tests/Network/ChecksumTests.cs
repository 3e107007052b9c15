using CsCheck;
using Quaywatch.Observations;
using Quaywatch.Wire.Network;

namespace Quaywatch.Wire.Tests.Network;

public class ChecksumTests
{
    [Fact]
    public void The_example_of_rfc_1071_comes_out() =>
        Assert.Equal(0xDDF2, Checksum.Sum([0x00, 0x01, 0xF2, 0x03, 0xF4, 0xF5, 0xF6, 0xF7]));

    [Fact]
    public void All_ways_agree_at_every_length_and_place()
    {
        byte[] bytes = new byte[700];
        new Random(1).NextBytes(bytes);
        for (int from = 0; from < 33; from++)
        {
            for (int length = 0; length < 600; length++)
            {
                ReadOnlySpan<byte> span = bytes.AsSpan(from, length);
                ushort expected = Naive(span);
                Assert.Equal(expected, Checksum.Sum(span));
                Assert.Equal(expected, Checksum.SumScalar(span));
                Assert.Equal(expected, Checksum.SumVector128(span));
            }
        }
    }

    [Fact]
    public void All_ways_agree_on_any_bytes() => Gen.Byte.Array[0, 3000].Sample(bytes =>
    {
        Assert.Equal(Naive(bytes), Checksum.Sum(bytes));
        Assert.Equal(Naive(bytes), Checksum.SumScalar(bytes));
        Assert.Equal(Naive(bytes), Checksum.SumVector128(bytes));
    });

    [Fact]
    public void No_carry_is_lost_in_a_long_run_of_ones()
    {
        byte[] ones = new byte[(5 << 20) + 3];
        ones.AsSpan().Fill(0xFF);
        Assert.Equal(Naive(ones), Checksum.Sum(ones));
        Assert.Equal(Naive(ones), Checksum.SumScalar(ones));
        Assert.Equal(Naive(ones), Checksum.SumVector128(ones));
    }

    [Fact]
    public void A_message_with_its_checksum_is_intact_and_with_any_bit_turned_it_is_not()
    {
        IpAddress source = IpAddress.V4(0x0A000001), destination = IpAddress.V4(0x0A000002);
        byte[] message = [0x10, 0x00, 0x00, 0x35, 0x00, 0x0B, 0, 0, 0x61, 0x62, 0x63];
        ushort checksum = Checksum.Of(message, source, destination, IpProtocols.Udp);
        Assert.Equal(0x173E, checksum);
        message[6] = (byte)(checksum >> 8);
        message[7] = (byte)checksum;
        Assert.True(Checksum.IsIntact(message, source, destination, IpProtocols.Udp));
        for (int bit = 0; bit < message.Length * 8; bit++)
        {
            message[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Checksum.IsIntact(message, source, destination, IpProtocols.Udp));
            message[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void The_pseudo_header_of_ipv6_takes_all_of_both_addresses()
    {
        IpAddress source = new(0x20010DB8_00010002, 0x00030004_00050006), destination = new(0xFF020000_00000000, 0x00000001_FF000001);
        byte[] pseudo = new byte[40];
        source.Write(pseudo);
        destination.Write(pseudo.AsSpan(16));
        pseudo[35] = 24;
        pseudo[39] = 58;
        Assert.Equal(Naive(pseudo), Checksum.Fold(Checksum.PseudoHeader(source, destination, 58, 24)));
    }

    static ushort Naive(ReadOnlySpan<byte> bytes)
    {
        ulong sum = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            sum += (uint)bytes[i] << (i % 2 == 0 ? 8 : 0);
        }

        while (sum > 0xFFFF)
        {
            sum = (sum >> 16) + (sum & 0xFFFF);
        }

        return (ushort)sum;
    }
}
