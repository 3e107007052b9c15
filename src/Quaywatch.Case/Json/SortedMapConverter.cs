using System.Text.Json;
using System.Text.Json.Serialization;

namespace Quaywatch.Case.Json;

/// <summary>Maps are written in ordinal order of their keys, so that no order of a hash table reaches the case.</summary>
abstract class SortedMapConverter<T> : JsonConverter<IReadOnlyDictionary<string, T>>
{
    public override IReadOnlyDictionary<string, T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        SortedDictionary<string, T> map = new(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            if (!reader.Read() || !TryReadValue(ref reader, out T? value) || !map.TryAdd(key, value))
            {
                throw new JsonException();
            }
        }

        return map;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (KeyValuePair<string, T> pair in value.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(pair.Key);
            WriteValue(writer, pair.Value);
        }

        writer.WriteEndObject();
    }

    protected abstract bool TryReadValue(ref Utf8JsonReader reader, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value);

    protected abstract void WriteValue(Utf8JsonWriter writer, T value);
}
