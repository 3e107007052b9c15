using System.Xml.Linq;
using Quaywatch.Observations;
using Quaywatch.Protocols.Iso;
using Quaywatch.Protocols.S7;
using Quaywatch.Testing;
using Quaywatch.Wire.Evidence;
using static Quaywatch.Protocols.Tests.S7.S7Make;

namespace Quaywatch.Protocols.Tests.S7;

/// <summary>What others say of the same bytes: the vectors of PLC4X (Apache, spec and tests of its S7 driver).</summary>
public sealed class S7KnownAnswersTests
{
    /// <summary>Elements of PLC4X's trees that say the same as a field of ours, in the order of the message.</summary>
    static readonly (string Element, string Filter)[] s_same =
    [
        ("len", "tpkt.length"),
        ("headerLength", "cotp.li"),
        ("destinationReference", "cotp.destref"),
        ("sourceReference", "cotp.srcref"),
        ("tpduReference", "s7comm.header.pduref"),
        ("parameterLength", "s7comm.header.parlg"),
        ("payloadLength", "s7comm.header.datlg"),
        ("errorClass", "s7comm.header.errcls"),
        ("errorCode", "s7comm.header.errcod"),
        ("maxAmqCaller", "s7comm.param.maxamq_calling"),
        ("maxAmqCallee", "s7comm.param.maxamq_called"),
        ("pduLength", "s7comm.param.pdu_length"),
        ("numItems", "s7comm.param.itemcount"),
        ("numberOfElements", "s7comm.param.item.length"),
        ("dbNumber", "s7comm.param.item.db"),
        ("byteAddress", "s7comm.param.item.address.byte"),
        ("bitAddress", "s7comm.param.item.address.bit"),
        ("cpuSubfunction", "s7comm.param.userdata.subfunc"),
        ("sequenceNumber", "s7comm.param.userdata.seq_num"),
        ("szlIndex", "s7comm.data.userdata.szl_index"),
    ];

    [Fact]
    public void Plc4x_reads_the_same()
    {
        XDocument suite = XDocument.Load(Path.Combine(Shared.Need("expected/plc4x/s7"), "s7-ParserSerializerTestsuite.xml"));
        int vectors = 0;
        int compared = 0;
        foreach (XElement test in suite.Descendants("testcase"))
        {
            byte[] bytes = Convert.FromHexString(string.Concat(test.Element("raw")!.Value.Where(Uri.IsHexDigit)));
            string name = test.Element("name")!.Value;
            Assert.True(IsoMessage.TryRead(bytes, out _) == Parse.Done(bytes.Length), name);
            FieldTree tree = new();
            new S7Protocol().Describe(new Message { Bytes = bytes }, tree);
            Dictionary<string, List<string>> ours = [];
            Collect(tree.Roots, ours);
            foreach ((string element, string filter) in s_same)
            {
                // PLC4X calls the length of a COTP parameter by the same name
                string[] theirs = [.. test.Element("xml")!.Descendants(element).Where(e => e.Parent!.Name.LocalName != "COTPParameter").Select(e => e.Value)];
                if (theirs.Length > 0 && ours.TryGetValue(filter, out List<string>? values))
                {
                    Assert.True(theirs.SequenceEqual(values), $"{name}, {filter}: theirs {string.Join(",", theirs)}, ours {string.Join(",", values)}");
                    compared += theirs.Length;
                }
            }

            vectors++;
        }

        Assert.Equal(11, vectors);
        Assert.True(compared > 90, $"{compared} values compared");
    }

    static void Collect(IReadOnlyList<FieldNode> nodes, Dictionary<string, List<string>> into)
    {
        foreach (FieldNode node in nodes)
        {
            if (node.Filter is not null && node.Raw is not null)
            {
                if (!into.TryGetValue(node.Filter, out List<string>? values))
                {
                    into[node.Filter] = values = [];
                }

                values.Add(node.Raw);
            }

            Collect(node.Children, into);
        }
    }

    /// <summary>STEP 7's own notation: Siemens, Statement List for S7-300 and S7-400, addressing.</summary>
    [Theory]
    [InlineData(0x84, 10, 32, 1, 1, "DB10.DBX4.0")]
    [InlineData(0x84, 10, 37, 1, 1, "DB10.DBX4.5")]
    [InlineData(0x84, 10, 32, 2, 1, "DB10.DBB4")]
    [InlineData(0x84, 10, 32, 5, 1, "DB10.DBW4")]
    [InlineData(0x84, 10, 32, 8, 1, "DB10.DBD4")]
    [InlineData(0x84, 10, 32, 2, 20, "DB10.DBB4 BYTE 20")]
    [InlineData(0x84, 10, 32, 8, 3, "DB10.DBD4 REAL 3")]
    [InlineData(0x84, 10, 35, 2, 2, "DB10.DBX4.3 BYTE 2")]
    [InlineData(0x84, 10, 32, 15, 1, "DB10.DBB4 DATE_AND_TIME 1")]
    [InlineData(0x85, 7, 0, 4, 1, "DI7.DIW0")]
    [InlineData(0x83, 0, 80, 1, 1, "M10.0")]
    [InlineData(0x83, 0, 80, 4, 1, "MW10")]
    [InlineData(0x81, 0, 0, 1, 1, "I0.0")]
    [InlineData(0x82, 0, 0, 1, 1, "Q0.0")]
    [InlineData(0x80, 0, 2048, 4, 1, "PIW256")]
    [InlineData(0x1C, 0, 5, 28, 1, "C5")]
    [InlineData(0x1D, 0, 5, 29, 4, "T5 TIMER 4")]
    [InlineData(0x42, 0, 80, 2, 1, "area 0x42 B10")]
    public void Addresses_print_as_step_7_writes_them(int area, int db, int address, int transportSize, int count, string printed)
    {
        Batch batch = new();
        Target target = S7Target.Memory(batch, (S7Area)area, (ushort)db, address, (byte)transportSize, count, isWrite: false);
        Assert.Equal(printed, S7Addresses.Instance.Format(batch.Bytes(target.Space), target.First, target.Bits, target.Form));
    }

    [Theory]
    [InlineData(0x82, false, true)]
    [InlineData(0x80, true, true)]
    [InlineData(0x80, false, false)]
    [InlineData(0x81, true, false)]
    [InlineData(0x84, true, false)]
    public void Outputs_are_known_as_such(int area, bool isWrite, bool isOutput) =>
        Assert.Equal(isOutput, S7Target.Memory(new Batch(), (S7Area)area, 0, 0, 1, 1, isWrite).IsOutput);

    /// <summary>Two stretches of one memory can be compared by who cannot read them.</summary>
    [Fact]
    public void Stretches_of_one_memory_share_their_space()
    {
        Batch batch = new();
        Target word = S7Target.Memory(batch, S7Area.DataBlock, 10, 32, 4, 1, isWrite: true);
        Target block = S7Target.Memory(batch, S7Area.DataBlock, 10, 0, 2, 100, isWrite: false);
        Target other = S7Target.Memory(batch, S7Area.DataBlock, 11, 32, 4, 1, isWrite: true);
        Assert.True(batch.Bytes(word.Space).SequenceEqual(batch.Bytes(block.Space)));
        Assert.False(batch.Bytes(word.Space).SequenceEqual(batch.Bytes(other.Space)));
        Assert.Equal((32, 16), (word.First, word.Bits));
        Assert.Equal((0, 800), (block.First, block.Bits));
    }

    [Theory]
    [InlineData("0102", "PG, rack 0, slot 2")]
    [InlineData("0201", "OP, rack 0, slot 1")]
    [InlineData("0343", "basic, rack 2, slot 3")]
    [InlineData("1002", "resource 0x10, rack 0, slot 2")]
    [InlineData("53494d415449432d524f4f542d484d49", "TSAP SIMATIC-ROOT-HMI")]
    public void Tsaps_tell_who_connects_where(string hex, string text)
    {
        byte[] buffer = new byte[96];
        Assert.Equal(text, System.Text.Encoding.ASCII.GetString(buffer, 0, new S7Tsap(Hex(hex)).Format(buffer)));
    }
}
