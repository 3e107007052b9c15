using System.Globalization;
using System.IO.Compression;
using System.Text;
using Quaywatch.Analysis.Inventory;
using Quaywatch.Observations;
using Quaywatch.Testing;

namespace Quaywatch.Analysis.Tests.Inventory;

public sealed class VendorsTests
{
    static MacAddress Mac(string text) => new(long.Parse(text.Replace(":", "", StringComparison.Ordinal), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    static byte[] Pack(string text)
    {
        MemoryStream file = new();
        using (GZipStream packed = new(file, CompressionLevel.Fastest))
        {
            packed.Write(Encoding.UTF8.GetBytes(text));
        }

        return file.ToArray();
    }

    [Theory]
    [InlineData("00:0e:8c:12:34:56", "Siemens AG")]
    [InlineData("28:63:36:00:00:01", "Siemens AG")]
    [InlineData("00:00:bc:ff:ff:ff", "Rockwell Automation")]
    [InlineData("00:80:f4:00:00:00", "TELEMECANIQUE ELECTRIQUE")]
    [InlineData("00:a0:45:00:00:00", "Phoenix Contact GmbH & Co. KG")]
    [InlineData("00:01:05:00:00:00", "Beckhoff Automation GmbH")]
    [InlineData("00:03:5f:00:00:00", "Prüftechnik Condition Monitoring GmbH & Co. KG")]
    public void Makers_of_controllers_are_known_by_24_bits(string mac, string vendor) => Assert.Equal(vendor, Vendors.Shipped.Find(Mac(mac)));

    [Theory]
    [InlineData("00:8d:f4:50:00:00", "Schneider Electric")]
    [InlineData("1c:a0:ef:2f:ff:ff", "Schneider-Electric(China)Co.Ltd,Shenzhen Branch")]
    [InlineData("70:b3:d5:3f:e0:00", "Siemens Industry Software Inc.")]
    [InlineData("70:b3:d5:1f:bf:ff", "Crane-elec. Co., LTD.")]
    public void Smaller_makers_are_known_by_28_or_36_bits(string mac, string vendor) => Assert.Equal(vendor, Vendors.Shipped.Find(Mac(mac)));

    [Theory]
    [InlineData("00:00:00:00:00:00")] // none
    [InlineData("02:0e:8c:12:34:56")] // Siemens's prefix, but assigned locally
    [InlineData("01:0e:cf:00:00:00")] // PROFINET's multicast group
    [InlineData("ff:ff:ff:ff:ff:ff")]
    [InlineData("70:b3:d5:ff:ff:ff")] // a block of the registry itself, this part not given out
    [InlineData("fc:00:01:00:00:00")] // not registered
    public void Where_the_prefix_names_no_maker_nothing_is_said(string mac) => Assert.Null(Vendors.Shipped.Find(Mac(mac)));

    [Fact]
    public void The_longest_prefix_wins()
    {
        Vendors vendors = Vendors.Read(Pack("#oui\t2026-01-01\there\nprefix\tvendor\n001122\tTwentyFour\n0011223\tTwentyEight\n001122334\tThirtySix\n"));
        Assert.Equal("ThirtySix", vendors.Find(Mac("00:11:22:33:4f:ff")));
        Assert.Equal("TwentyEight", vendors.Find(Mac("00:11:22:33:50:00")));
        Assert.Equal("TwentyFour", vendors.Find(Mac("00:11:22:40:00:00")));
        Assert.Null(vendors.Find(Mac("00:11:20:33:4f:ff")));
        Assert.Equal(("oui", "2026-01-01", 3L), (vendors.Data.Name, vendors.Data.Date, vendors.Data.Rows));
    }

    [Fact]
    public void A_table_without_a_head_is_refused() => Assert.Throws<InvalidDataException>(() => Vendors.Read(Pack("001122\tX\n")));

    [Theory]
    [InlineData("001122")]
    [InlineData("\n\n\n\n")]
    [InlineData("ffffff\tX\n000000\tY\n")] // out of order
    [InlineData("\t\t\n\t")]
    public void Odd_rows_do_no_harm(string rows)
    {
        Vendors vendors = Vendors.Read(Pack("#oui\t2026-01-01\there\nprefix\tvendor\n" + rows));
        Assert.Null(vendors.Find(Mac("00:11:23:00:00:00")));
    }

    /// <summary>Every row of the shipped table is found, so none is out of order, twice, or of another length.</summary>
    [Fact]
    public void Every_row_of_the_shipped_table_is_found()
    {
        using GZipStream unpacked = new(File.OpenRead(Path.Combine(Shared.Repository, "data", "oui.tsv.gz")), CompressionMode.Decompress);
        using StreamReader reader = new(unpacked);
        string[] rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Dictionary<string, string> known = rows.ToDictionary(row => row.Split('\t')[0], row => row.Split('\t')[1], StringComparer.Ordinal);
        Assert.All(known.Keys, prefix => Assert.True(prefix.Length is 6 or 7 or 9));
        Assert.All(known, row =>
        {
            // The last address of the block may belong to a smaller block inside it.
            string address = row.Key.PadRight(12, 'f');
            string owner = known.GetValueOrDefault(address[..9]) ?? known.GetValueOrDefault(address[..7]) ?? row.Value;
            MacAddress mac = Mac(address);
            Assert.Equal(mac.IsGroup || mac.IsLocal ? null : owner, Vendors.Shipped.Find(mac));
        });
    }

    [Fact]
    public void A_cut_or_empty_file_is_refused()
    {
        byte[] file = Pack("#oui\t2026\there\nprefix\tvendor\n001122\tX\n");
        Assert.Throws<InvalidDataException>(() => Vendors.Read([]));
        Assert.Throws<InvalidDataException>(() => Vendors.Read(file[..^6]));
    }

    [Fact]
    public void The_shipped_table_says_what_it_is()
    {
        byte[] file = File.ReadAllBytes(Path.Combine(Shared.Repository, "data", "oui.tsv.gz"));
        Assert.Equal("oui", Vendors.Shipped.Data.Name);
        Assert.Matches(@"^\d{4}-\d{2}-\d{2}$", Vendors.Shipped.Data.Date);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)), Vendors.Shipped.Data.Sha256);
        Assert.InRange(Vendors.Shipped.Data.Rows ?? 0, 50_000, 100_000);
        Assert.InRange(file.Length, 1, 600_000);
    }
}
