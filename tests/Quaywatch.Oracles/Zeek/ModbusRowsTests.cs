using System.Globalization;
using System.Text;
using Quaywatch.Testing;

namespace Quaywatch.Oracles.Zeek;

/// <summary>ICSNPP's Modbus parser as second opinion on answered requests: address, quantity, values and refusal under the same
/// transaction, unit and function. The classes of difference are explained in docs/oracles.md.</summary>
public sealed class ModbusRowsTests(ITestOutputHelper output)
{
    [Fact]
    public void Modbus_rows_agree_with_Icsnpp()
    {
        Dictionary<string, List<ModbusRow>> captures = ModbusRow.Read(Shared.Need("expected/zeek-7/modbus_detailed.jsonl.zst"));
        string folder = Shared.Need("captures");
        SortedDictionary<string, (int Count, string Example)> classes = new(StringComparer.Ordinal);
        int equal = 0;
        int all = 0;
        foreach ((string capture, List<ModbusRow> theirs) in captures.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            ILookup<string, ModbusRow> ours = ModbusExchanges.Of(Path.Combine(folder, capture)).ToLookup(row => row.Key, StringComparer.Ordinal);
            foreach (IGrouping<string, ModbusRow> key in theirs.GroupBy(row => row.Key, StringComparer.Ordinal))
            {
                List<ModbusRow> left = [.. ours[key.Key]];
                foreach (ModbusRow row in key)
                {
                    all++;
                    ModbusRow? mine = left.MinBy(l => (Differences(row, l).Length, Math.Abs(l.Time - row.Time)));
                    string differences = mine is null ? "not paired by us" : Differences(row, mine);
                    if (mine is not null)
                    {
                        left.Remove(mine);
                    }

                    equal += differences.Length == 0 ? 1 : 0;
                    if (differences.Length > 0)
                    {
                        (int count, string example) = classes.GetValueOrDefault(differences, (0, $"{capture}: {row} | {mine}"));
                        classes[differences] = (count + 1, example);
                    }
                }
            }
        }

        StringBuilder table = new();
        table.Append(CultureInfo.InvariantCulture, $"{equal} of {all} answered requests are equal in all fields ({100.0 * equal / all:f2} %).\n\n| differs in | requests |\n|---|---:|\n");
        foreach ((string name, (int count, string example)) in classes)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {name} | {count} |\n");
            output.WriteLine($"{name}: {example}");
        }

        Golden.Equal("docs/oracles/icsnpp-modbus.md", table.ToString());
        Assert.True(equal >= all * 0.99, table.ToString());
    }

    static string Differences(ModbusRow theirs, ModbusRow ours)
    {
        List<string> names = [];
        Compare("address", theirs.Address == ours.Address);
        Compare("quantity", theirs.Quantity is null || theirs.Quantity == ours.Quantity);
        Compare("values", theirs.Values == ours.Values);
        Compare("refusal", theirs.IsRefused == ours.IsRefused);
        return string.Join(", ", names);

        void Compare(string name, bool isEqual)
        {
            if (!isEqual)
            {
                names.Add(name);
            }
        }
    }
}
