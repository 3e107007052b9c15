using System.Text;
using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Rules;

/// <summary>The techniques of MITRE ATT&amp;CK for ICS, by which rules say what an adversary gains. From data/attack-ics.tsv, read
/// when first asked for.</summary>
public static class Attack
{
    static readonly Lazy<(DataRow Data, Dictionary<string, Technique> Techniques)> s_shipped = new(() => Read(ShippedData.Bytes("attack-ics.tsv")));

    /// <summary>What the table is, for case.json.</summary>
    public static DataRow Data => s_shipped.Value.Data;

    /// <summary>The technique of that id (<c>T0858</c>); null where there is none.</summary>
    public static Technique? Find(string id) => s_shipped.Value.Techniques.GetValueOrDefault(id);

    static (DataRow Data, Dictionary<string, Technique> Techniques) Read(byte[] file)
    {
        ReadOnlySpan<byte> rest = file;
        DataRow data = ShippedData.ReadHead(file, ref rest);
        Dictionary<string, Technique> techniques = new(StringComparer.Ordinal);
        while (!rest.IsEmpty)
        {
            string[] row = Encoding.UTF8.GetString(ShippedData.NextLine(ref rest)).Split('\t');
            techniques.Add(row[0], new Technique(row[0], row[1], new Uri(row[2])));
        }

        return (data, techniques);
    }
}
