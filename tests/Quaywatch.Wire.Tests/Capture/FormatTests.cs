using System.Text;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Wire.Tests.Capture;

public sealed class FormatTests
{
    public static TheoryData<string, byte[]> Others => new()
    {
        { "snoop", [.. "snoop\0\0\0"u8, 0, 0, 0, 2] },
        { "Network Monitor", [.. "GMBU"u8, 0, 2] },
        { "Network Monitor", [.. "RTSS"u8, 0, 1] },
        { "Sniffer", [.. "TRSNIFF data    \x1a"u8] },
        { "NetXRay", [.. "XCP\0"u8, 1, 2] },
        { "iptrace", [.. "iptrace 2.0"u8] },
        { "btsnoop", [.. "btsnoop\0"u8, 0, 0, 0, 1] },
        { "5Views", [0xAA, 0xAA, 0xAA, 0xAA, 0] },
        { "Ixia", [0x1C, 0x00, 0x01, 0xAC] },
        { "ERF", [.. Erf(100), .. Erf(100), .. Erf(101)] },
        { "xz", [0xFD, .. "7zXZ\0"u8] },
        { "zstd, and what it holds is empty", [0x28, 0xB5, 0x2F, 0xFD, 0] },
        { "zstd with a window of more than 128 MB", [0x28, 0xB5, 0x2F, 0xFD, 0, (18 << 3), 0, 0] },
        { "bzip2", [.. "BZh91AY"u8] },
        { "lz4", [0x04, 0x22, 0x4D, 0x18] },
        { "7z", [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C] },
        { "rar", [.. "Rar!\x1A\x07\0"u8] },
        { "zip", [.. "PK\x03\x04"u8] },
        { "AIX", new FileBuilder().PcapHeader(major: 2, minor: 2, link: 6).Bytes },
        { "before 2", new FileBuilder().PcapHeader(major: 1, minor: 0).Bytes },
        { "empty", [] },
        { "first block", new FileBuilder().Section(9).Bytes },
        { "no capture", "Dear crane driver,\n"u8.ToArray() },
        { "no capture", [0] },
        { "gzip, and what it holds is no capture", FileBuilder.Gzip("Dear crane driver,\n"u8.ToArray()) },
        { "gzip, and what it holds is a snoop capture", FileBuilder.Gzip([.. "snoop\0\0\0"u8, 0, 0, 0, 2]) },
        { "gzip, and what it holds is empty", [0x1F, 0x8B, 8] },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void WhatIsNotReadIsNamedInOneLine(string word, byte[] file)
    {
        CaptureFormatException problem = Assert.Throws<CaptureFormatException>(() => Reading.Input(file));

        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("input 1 ", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
        Assert.Equal("input 1", problem.Name);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public void TheNameOfAFileDecidesNothing()
    {
        using TestFolder folder = new();
        string path = folder.Write("notes.txt", FileBuilder.Gzip(new FileBuilder().Section().Interface().Enhanced(0, 1, [1]).Bytes));

        Assert.Equal("pcapng.gz", CaptureInput.FromFile(1, path, "notes.txt").Format);
    }

    [Fact]
    public void EveryAnomalyHasANameOfItsOwn()
    {
        string[] names = [.. Enum.GetValues<InputAnomaly>().Select(InputAnomalies.NameOf)];

        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, static n => Assert.True(n.All(static c => c is '-' or (>= 'a' and <= 'z')), n));

        // The name is the enumeration's, in the case's spelling.
        Assert.Equal(
            Enum.GetNames<InputAnomaly>(),
            names.Select(static n => string.Concat(n.Split('-').Select(static w => char.ToUpperInvariant(w[0]) + w[1..]))));
    }

    [Fact]
    public void SomeTextThatBeginsLikeNothingIsNoErf() =>
        Assert.Contains("no capture", Assert.Throws<CaptureFormatException>(() => Reading.Input(Encoding.ASCII.GetBytes(new string('A', 4000)))).Message, StringComparison.Ordinal);

    static byte[] Erf(int seconds) => [0, 0, 0, 0, (byte)seconds, 0, 0, 0x50, 2, 4, 0, 64, 0, 0, 0, 46, .. new byte[48]];
}
