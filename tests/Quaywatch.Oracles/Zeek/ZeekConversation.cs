using System.Text.Json;
using ZstdSharp;

namespace Quaywatch.Oracles.Zeek;

/// <summary>A line of Zeek's conn.log.</summary>
sealed record ZeekConversation(
    string Capture, double Time, string Originator, int OriginatorPort, string Responder, int ResponderPort, string Transport, string State,
    string History, long OriginatorPackets, long ResponderPackets, long OriginatorBytes, long ResponderBytes, long? OriginatorPayload, long? ResponderPayload)
{
    /// <summary>Reads the log, by capture.</summary>
    public static Dictionary<string, List<ZeekConversation>> Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        using DecompressionStream lines = new(file);
        using StreamReader reader = new(lines);
        Dictionary<string, List<ZeekConversation>> all = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            ZeekConversation conversation = Of(document.RootElement);
            if (!all.TryGetValue(conversation.Capture, out List<ZeekConversation>? list))
            {
                all[conversation.Capture] = list = [];
            }

            list.Add(conversation);
        }

        return all;
    }

    static ZeekConversation Of(JsonElement row) => new(
        Text(row, "capture"), row.GetProperty("ts").GetDouble(), Text(row, "id.orig_h"), (int)Number(row, "id.orig_p"), Text(row, "id.resp_h"), (int)Number(row, "id.resp_p"),
        Text(row, "proto"), Text(row, "conn_state"), Text(row, "history"), Number(row, "orig_pkts"), Number(row, "resp_pkts"),
        Number(row, "orig_ip_bytes"), Number(row, "resp_ip_bytes"), Optional(row, "orig_bytes"), Optional(row, "resp_bytes"));

    static string Text(JsonElement row, string key) => row.TryGetProperty(key, out JsonElement value) ? value.GetString() ?? "" : "";

    static long? Optional(JsonElement row, string key) => row.TryGetProperty(key, out JsonElement value) ? value.GetInt64() : null;

    static long Number(JsonElement row, string key) => row.TryGetProperty(key, out JsonElement value) ? value.GetInt64() : 0;
}
