using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Quaywatch.Case.Json;

/// <summary>The rows' JSON: one line a row in `.jsonl`, indented in `case.json` and `run.json`. Only what JSON and a terminal
/// demand is escaped (the files are no HTML; the report escapes for itself).</summary>
public static class CaseJson
{
    static readonly CaseJsonContext Context = new(new JsonSerializerOptions(CaseJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        MaxDepth = 64, // a decoded tree of EvidenceFile.DeepestTree levels needs 2 for each and 7 around it
    });

    /// <summary>A row as UTF-8 JSON, without a line break behind it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="indented">Whether it is laid out for people.</param>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is no row of the case.</exception>
    public static byte[] ToUtf8<T>(T row, bool indented = false)
    {
        using JsonText<T> text = new(Line<T>(), indented);
        return text.ToUtf8(row).ToArray();
    }

    /// <summary>How a row type is written and read.</summary>
    internal static JsonTypeInfo<T> Line<T>() => (JsonTypeInfo<T>)TypeInfo(typeof(T));

    /// <summary>How a type of the case is written and read.</summary>
    internal static JsonTypeInfo TypeInfo(Type type) =>
        Context.GetTypeInfo(type) ?? throw new ArgumentException($"{type.Name} is no row of the case.");
}
