using System.Globalization;

namespace Quaywatch.Protocols.S7;

/// <summary>The fields of the records of system state lists.</summary>
internal static class S7SzlLayouts
{
    static readonly Dictionary<string, S7SzlField[]> Layouts = Read(S7SzlCapabilityLayouts.Table + "\n" + S7SzlRecordLayouts.Table);

    /// <summary>The fields of a record; empty where they are not known.</summary>
    /// <param name="list">The number of the list, without the extract.</param>
    /// <param name="recordIndex">The first word of the record, an index in the lists that have one.</param>
    public static ReadOnlySpan<S7SzlField> Of(byte list, int recordIndex)
    {
        string? key = list switch
        {
            0x00 => "0000.0000",
            0x11 => "xy11.0001",
            0x12 => "xy12.0x00",
            0x13 => "0013.0000",
            0x1C => string.Create(CultureInfo.InvariantCulture, $"001c.{recordIndex:x4}"),
            0x22 => "xy22.00xx",
            0x24 => "0424.0000",
            0x31 => string.Create(CultureInfo.InvariantCulture, $"0131.{recordIndex:x4}"),
            0x32 => string.Create(CultureInfo.InvariantCulture, $"0132.{recordIndex:x4}"),
            0x74 => "xy74.0000",
            0x91 => "0091.0000",
            _ => null,
        };
        return key is not null && Layouts.TryGetValue(key, out S7SzlField[]? fields) ? fields : default;
    }

    static Dictionary<string, S7SzlField[]> Read(string table)
    {
        Dictionary<string, S7SzlField[]> layouts = [];
        List<S7SzlField> fields = [];
        string key = "";
        foreach (string line in table.Split('\n'))
        {
            if (line.StartsWith('@'))
            {
                layouts[key] = [.. fields];
                fields.Clear();
                key = line[1..];
                continue;
            }

            string[] parts = line.Split(' ', 5);
            if (parts.Length == 5)
            {
                fields.Add(new S7SzlField(
                    "s7comm.szl." + (parts[0][0] == '/' ? parts[0][1..] : $"{key}.{parts[0]}"),
                    int.Parse(parts[1], CultureInfo.InvariantCulture),
                    int.Parse(parts[2], CultureInfo.InvariantCulture),
                    parts[3][0],
                    parts[3].Length > 1 ? uint.Parse(parts[3].AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : 0,
                    parts[4]));
            }
        }

        layouts[key] = [.. fields];
        return layouts;
    }
}
