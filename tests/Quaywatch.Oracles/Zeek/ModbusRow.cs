using System.Globalization;
using System.Text.Json;
using Quaywatch.Protocols.Modbus;
using ZstdSharp;

namespace Quaywatch.Oracles.Zeek;

/// <summary>A request with its answer, as ICSNPP's modbus_detailed log and our acts both tell it.</summary>
sealed record ModbusRow(string Ends, int Transaction, int Unit, byte Function, double Time, int? Address, int? Quantity, string Values, bool IsRefused)
{
    /// <summary>ICSNPP's names of the functions whose rows hold addresses or values.</summary>
    static readonly Dictionary<string, byte> s_functions = new(StringComparer.Ordinal)
    {
        ["READ_COILS"] = 1,
        ["READ_DISCRETE_INPUTS"] = 2,
        ["READ_HOLDING_REGISTERS"] = 3,
        ["READ_INPUT_REGISTERS"] = 4,
        ["WRITE_SINGLE_COIL"] = 5,
        ["WRITE_SINGLE_REGISTER"] = 6,
        ["DIAGNOSTICS"] = 8,
        ["WRITE_MULTIPLE_COILS"] = 15,
        ["WRITE_MULTIPLE_REGISTERS"] = 16,
        ["READ_FILE_RECORD"] = 20,
        ["WRITE_FILE_RECORD"] = 21,
        ["MASK_WRITE_REGISTER"] = 22,
        ["READ_WRITE_MULTIPLE_REGISTERS"] = 23,
        ["READ_FIFO_QUEUE"] = 24,
        ["ENCAP_INTERFACE_TRANSPORT"] = 43,
    };

    /// <summary>What an answer must have in common with its row in the other list.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Ends} transaction {Transaction} unit {Unit} function {Function}");

    /// <summary>Whether rows of the function show address, quantity and values.</summary>
    public static bool HasRange(ModbusFunction function) => (byte)function is (>= 1 and <= 6) or 15 or 16;

    /// <summary>The rows of the log that have both request and answer, by capture.</summary>
    public static Dictionary<string, List<ModbusRow>> Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        using DecompressionStream lines = new(file);
        using StreamReader reader = new(lines);
        Dictionary<string, List<ModbusRow>> all = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement row = document.RootElement;
            string name = row.GetProperty("func").GetString()!;
            if (!row.TryGetProperty("matched", out JsonElement matched) || !matched.GetBoolean() || !s_functions.TryGetValue(name, out byte function))
            {
                continue;
            }

            string capture = row.GetProperty("capture").GetString()!;
            if (!all.TryGetValue(capture, out List<ModbusRow>? list))
            {
                all[capture] = list = [];
            }

            list.Add(Of(row, function));
        }

        return all;
    }

    static ModbusRow Of(JsonElement row, byte function)
    {
        bool hasRange = HasRange((ModbusFunction)function);
        bool isRefused = row.TryGetProperty("exception_code", out _);
        string values = function is >= 1 and <= 4 ? "response_values" : "request_values";
        return new ModbusRow(
            $"{row.GetProperty("id.orig_h").GetString()}:{row.GetProperty("id.orig_p").GetInt32()}>{row.GetProperty("id.resp_h").GetString()}:{row.GetProperty("id.resp_p").GetInt32()}",
            row.GetProperty("tid").GetInt32(),
            row.GetProperty("unit").GetInt32(),
            function,
            row.GetProperty("ts").GetDouble(),
            hasRange ? Number(row, "address") : null,
            hasRange ? Number(row, "quantity") : null,
            hasRange && !isRefused && row.TryGetProperty(values, out JsonElement list) ? string.Join(',', list.EnumerateArray().Select(v => v.ToString())) : "",
            isRefused);
    }

    static int? Number(JsonElement row, string key) => row.TryGetProperty(key, out JsonElement value) ? value.GetInt32() : null;
}
