using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Quaywatch.Case.Json;

/// <summary>Maps of texts.</summary>
sealed class TextMapConverter : SortedMapConverter<string>
{
    protected override bool TryReadValue(ref Utf8JsonReader reader, [NotNullWhen(true)] out string? value)
    {
        value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return value is not null;
    }

    protected override void WriteValue(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);
}
