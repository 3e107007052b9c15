using System.Globalization;
using System.Text;
using Quaywatch.Case.Json;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;
using Quaywatch.Case.Writing;
using Quaywatch.Testing;

namespace Quaywatch.Case.Tests.Reading;

public sealed class EvidenceTests
{
    [Fact]
    public void Decoded_messages_are_read_as_they_were_written_down_to_the_deepest_field()
    {
        using TempFolder folder = new();
        FieldRow? field = null;
        for (int depth = EvidenceFile.DeepestTree; depth > 0; depth--)
        {
            field = new FieldRow
            {
                Name = $"level {depth.ToString(CultureInfo.InvariantCulture)}",
                Text = "\u001b[31m",
                Offset = depth,
                Length = 1,
                Children = field is null ? null : [field],
            };
        }

        EvidenceFile evidence = new()
        {
            Finding = "F0001",
            Messages =
            [
                new EvidenceMessageRow
                {
                    Why = "the request", Protocol = "s7comm", FromClient = true, Hex = "0300**", Tree = [field!],
                    Packets = [new EvidencePacketRow { Input = 1, Packet = 8, Time = Timestamp.FromNanoseconds(1), OffsetInFrame = 54, Length = 3 }],
                    Frame = new EvidenceFrameRow { Input = 1, Packet = 8, Hex = "00", Length = 9000, Tree = [field!] },
                },
            ],
            More = 3,
        };
        using (CaseWriter writer = CaseWriter.Create(folder["c.case"], force: false))
        {
            writer.WriteEvidence(evidence);
            writer.WriteManifest(SampleCase.Manifest);
            writer.Complete(SampleCase.Run);
        }

        CaseReader read = CaseReader.Open(folder["c.case"]);
        Assert.Equal(Text(evidence), Text(read.Evidence("F0001")!));
        Assert.Null(read.Evidence("F0002"));
        Assert.Null(read.Evidence("../case"));
    }

    [Fact]
    public void Decoded_messages_that_are_damaged_are_refused_by_name()
    {
        using TempFolder folder = new();
        SampleCase.Write(folder["c.case"]);
        CaseFormatException error = Assert.Throws<CaseFormatException>(() => CaseReader.Open(folder["c.case"]).Evidence("F0001"));
        Assert.Contains("evidence/F0001.json", error.Message, StringComparison.Ordinal);
    }

    static string Text(EvidenceFile evidence) => Encoding.UTF8.GetString(CaseJson.ToUtf8(evidence));
}
