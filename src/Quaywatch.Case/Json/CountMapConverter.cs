using System.Text.Json;

namespace Quaywatch.Case.Json;

/// <summary>Maps of counts.</summary>
sealed class CountMapConverter : SortedMapConverter<long>
{
    protected override bool TryReadValue(ref Utf8JsonReader reader, out long value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out value);
    }

    protected override void WriteValue(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);
}
