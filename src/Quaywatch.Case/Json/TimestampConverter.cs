using System.Text.Json;
using System.Text.Json.Serialization;
using Quaywatch.Case.Rows;

namespace Quaywatch.Case.Json;

/// <summary>Times as RFC 3339 UTC with nine decimals.</summary>
sealed class TimestampConverter : JsonConverter<Timestamp>
{
    public override Timestamp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Timestamp.TryParse(reader.GetString(), out Timestamp time)
            ? time
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Timestamp value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[Timestamp.TextLength];
        value.Write(text);
        writer.WriteStringValue(text);
    }
}
