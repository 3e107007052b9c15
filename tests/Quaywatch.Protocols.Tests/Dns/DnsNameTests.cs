using System.Text;
using CsCheck;
using Quaywatch.Protocols.Dns;

namespace Quaywatch.Protocols.Tests.Dns;

public sealed class DnsNameTests
{
    /// <summary>Twelve bytes of header, then these.</summary>
    static byte[] After(params byte[] bytes) => [.. new byte[DnsFrame.HeaderSize], .. bytes];

    static (DnsFault Fault, string Text) Read(byte[] message, int at = DnsFrame.HeaderSize)
    {
        Span<byte> text = stackalloc byte[DnsName.LongestText];
        DnsFault fault = DnsName.Read(message, at, text, out int length);
        return (fault, Encoding.Latin1.GetString(text[..length]));
    }

    [Fact]
    public void Labels_are_joined_by_dots() => Assert.Equal((DnsFault.None, "www.Example"), Read(After([3, .. "www"u8, 7, .. "Example"u8, 0])));

    [Fact]
    public void The_root_is_empty() => Assert.Equal((DnsFault.None, ""), Read(After(0)));

    /// <summary>A resolver of one's own can serve a label that looks like a whole name; it must not end like the name it apes.</summary>
    [Fact]
    public void A_dot_inside_a_label_is_marked() =>
        Assert.Equal((DnsFault.None, @"www\.good\.com.evil"), Read(After([12, .. "www.good.com"u8, 4, .. "evil"u8, 0])));

    [Fact]
    public void A_backslash_inside_a_label_is_marked() => Assert.Equal((DnsFault.None, @"a\\\.b"), Read(After([4, .. @"a\.b"u8, 0])));

    [Fact]
    public void A_pointer_leads_back()
    {
        byte[] message = After([3, .. "com"u8, 0, 1, .. "a"u8, 0xC0, 12]);
        Assert.Equal((DnsFault.None, "a.com"), Read(message, 17));
        Assert.Equal(21, DnsName.Skip(message, 17));
    }

    [Fact]
    public void A_pointer_forward_is_followed_and_told() =>
        Assert.Equal((DnsFault.Pointer, "com"), Read(After([0xC0, 14, 3, .. "com"u8, 0])));

    [Theory]
    [InlineData(0xC0, 12)] // to itself
    [InlineData(0xC0, 0)] // into the header, whose first byte is an empty label
    public void A_pointer_that_does_not_lead_back_is_told(byte high, byte low) =>
        Assert.NotEqual(DnsFault.None, Read(After(high, low)).Fault);

    [Fact]
    public void Pointers_in_a_circle_end() => Assert.Equal(DnsFault.Loop, Read(After(0xC0, 14, 0xC0, 12)).Fault);

    [Fact]
    public void A_circle_through_labels_ends() => Assert.Equal(DnsFault.Loop, Read(After(1, (byte)'a', 0xC0, 12)).Fault);

    [Theory]
    [InlineData(0x41)]
    [InlineData(0x80)]
    public void A_label_of_another_kind_is_told(byte length)
    {
        Assert.Equal(DnsFault.LabelKind, Read(After(length, 0, 0)).Fault);
        Assert.Equal(-1, DnsName.Skip(After(length, 0, 0), DnsFrame.HeaderSize));
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 5, 1, 2 })]
    [InlineData(new byte[] { 1, 2 })]
    [InlineData(new byte[] { 0xC0 })]
    public void A_cut_name_is_told(byte[] bytes)
    {
        Assert.Equal(DnsFault.Cut, Read(After(bytes)).Fault);
        Assert.Equal(-1, DnsName.Skip(After(bytes), DnsFrame.HeaderSize));
    }

    /// <summary>Three labels of 63 bytes and one of 61 are 255 bytes with their lengths and the empty label; 62 is one too many.</summary>
    [Theory]
    [InlineData(61, DnsFault.None)]
    [InlineData(62, DnsFault.TooLong)]
    public void Two_hundred_and_fifty_five_bytes_are_the_limit(int last, DnsFault fault)
    {
        byte[] label = [63, .. Enumerable.Repeat((byte)'\\', 63)];
        byte[] message = After([.. label, .. label, .. label, (byte)last, .. Enumerable.Repeat((byte)'.', last), 0]);
        Assert.Equal(fault, Read(message).Fault);
    }

    [Fact]
    public void Case_does_not_matter_for_letters_of_ascii()
    {
        Assert.True(DnsName.AreSame("PLC.local"u8, "plc.LOCAL"u8));
        Assert.False(DnsName.AreSame("plc"u8, "plc1"u8));
        Assert.True(DnsName.AreSame("ü"u8, "ü"u8));
    }

    /// <summary>Whatever the bytes: it ends, stays in its room, and Skip agrees with Read where no pointer is involved.</summary>
    [Fact]
    public void Any_bytes_are_read_without_harm() => Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, 320]).Sample((bytes, at) =>
    {
        (DnsFault fault, string text) = Read(bytes, at);
        Assert.True(text.Length <= DnsName.LongestText);
        int next = DnsName.Skip(bytes, at);
        if (fault == DnsFault.None)
        {
            Assert.InRange(next, at + 1, bytes.Length);
        }
    });

    /// <summary>The encoder's names come back as they were.</summary>
    [Fact]
    public void Names_survive_the_wire() => Gen.Byte.Array[1, 20].Array[1, 8].Sample(labels =>
    {
        List<byte> text = [];
        List<byte> wire = [];
        foreach (byte[] label in labels)
        {
            if (text.Count > 0)
            {
                text.Add((byte)'.');
            }

            foreach (byte part in label)
            {
                if (part is (byte)'.' or (byte)'\\')
                {
                    text.Add((byte)'\\');
                }

                text.Add(part);
            }

            wire.Add((byte)label.Length);
            wire.AddRange(label);
        }

        wire.Add(0);
        byte[] written = new byte[512];
        int length = DnsEncoder.WriteName(written, [.. text]);
        Assert.Equal(wire, written[..length]);
        Assert.Equal((DnsFault.None, Encoding.Latin1.GetString([.. text])), Read(After([.. wire])));
    });
}
