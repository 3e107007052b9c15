using System.Text.Json;
using System.Text.Json.Serialization;

namespace Quaywatch.Case.Json;

/// <summary>Writes an enumeration as the contract's word and reads that word only: no numbers, no other spelling.</summary>
/// <typeparam name="T">A closed set of the contract.</typeparam>
public sealed class WordConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Words.TryParse(reader.GetString(), out T member)
            ? member
            : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Words.Encoded(value));
    }
}
