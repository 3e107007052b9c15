using System.Globalization;
using System.IO.Compression;
using System.Text;
using Quaywatch.Testing;
using Quaywatch.Wire.Capture;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Wire.Tests.Evidence;

/// <summary>What is described of the headers of frames made by others, compared with tshark's fields: every field that bears one of
/// its names has its value and its place. The answers are made by <c>make-tshark-fields</c>.</summary>
public class TsharkFieldTests
{
    [Fact]
    public void Every_field_described_is_one_of_tshark_with_its_value_and_place()
    {
        string captures = Shared.Need("captures");
        StringBuilder wrong = new();
        int fields = 0, broken = 0;
        foreach ((string path, Dictionary<int, ILookup<string, Answer>> answers) in Answers())
        {
            Dictionary<int, FieldTree> trees = Describe(Path.Combine(captures, path), answers);
            foreach ((int number, ILookup<string, Answer> theirs) in answers)
            {
                foreach (FieldNode node in Flat(trees[number].Roots).Where(n => n is { Filter: not null, Raw: not null }))
                {
                    fields++;
                    if (theirs[node.Filter!].Any(answer => answer.Fits(node)))
                    {
                        continue;
                    }

                    // tshark stops at the first header or option that can't be; what is there is still described
                    if (path.StartsWith("malformed/", StringComparison.Ordinal))
                    {
                        broken++;
                    }
                    else
                    {
                        wrong.AppendLine(CultureInfo.InvariantCulture, $"{path} {number}: {node.Filter} {node.Raw} at {node.Offset}+{node.Length}; theirs {string.Join(", ", theirs[node.Filter!])}");
                    }
                }
            }
        }

        Assert.True(fields > 1000, "hardly any field was compared");
        Assert.InRange(broken, 0, 30);
        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    static Dictionary<int, FieldTree> Describe(string file, Dictionary<int, ILookup<string, Answer>> answers)
    {
        Dictionary<int, FieldTree> trees = [];
        using BlockReader reader = new([CaptureInput.FromFile(1, file, file)], new BlockReaderOptions { Hash = false });
        while (reader.TryRead(out CaptureBlock? block))
        {
            BlockCursor cursor = default;
            while (block.TryNext(ref cursor, out CapturedPacket packet, out _))
            {
                if (answers.ContainsKey(packet.Number))
                {
                    FieldTree tree = new();
                    HeaderDescribe.Frame(packet.Bytes[..^packet.FrameCheckLength], packet.LinkType, packet.OriginalLength - packet.FrameCheckLength, tree);
                    trees.Add(packet.Number, tree);
                }
            }

            block.Release();
        }

        return trees;
    }

    static Dictionary<string, Dictionary<int, ILookup<string, Answer>>> Answers()
    {
        string file = Path.Combine(Shared.Repository, "tests", "Quaywatch.Wire.Tests", "Evidence", "tshark-fields.txt.gz");
        using StreamReader lines = new(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        Dictionary<string, Dictionary<int, ILookup<string, Answer>>> answers = [];
        foreach (string frame in lines.ReadToEnd().Split("# ", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = frame.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            string[] place = parts[0].Split(' ');
            answers.TryAdd(place[0], []);
            answers[place[0]].Add(int.Parse(place[1]), parts.Skip(1).Select(Answer.Read).ToLookup(a => a.Name));
        }

        return answers;
    }

    static IEnumerable<FieldNode> Flat(IEnumerable<FieldNode> nodes) => nodes.SelectMany(n => Flat(n.Children).Prepend(n));

    sealed record Answer(string Name, string Value, int Offset, int Length)
    {
        public static Answer Read(string line)
        {
            string[] parts = line.Split('|');
            return new Answer(parts[0], parts[1], int.Parse(parts[2]), int.Parse(parts[3]));
        }

        // bits are described at all bytes of the number that holds them, and tshark points to some of these
        public bool Fits(FieldNode node) => Offset >= node.Offset && Offset + Length <= node.Offset + node.Length
            && (Value == node.Raw || Value.Replace(":", "", StringComparison.Ordinal) == node.Raw
                || (Value.StartsWith("0x", StringComparison.Ordinal)
                    && long.Parse(Value.AsSpan(2), NumberStyles.HexNumber).ToString() == node.Raw));
    }
}
