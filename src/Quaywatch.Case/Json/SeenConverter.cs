using System.Text.Json;
using System.Text.Json.Serialization;
using Quaywatch.Case.Rows;

namespace Quaywatch.Case.Json;

/// <summary>A packet as a pair of integers, input and packet.</summary>
sealed class SeenConverter : JsonConverter<Seen>
{
    public override Seen Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartArray
            && reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int input) && input > 0
            && reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long packet) && packet > 0
            && reader.Read() && reader.TokenType == JsonTokenType.EndArray)
        {
            return new Seen(input, packet);
        }

        throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, Seen value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Input);
        writer.WriteNumberValue(value.Packet);
        writer.WriteEndArray();
    }
}
