using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Quaywatch.Case.Json;

/// <summary>The rows' JSON: one line a row in `.jsonl`, indented in `case.json` and `run.json`. Only what JSON demands is escaped
/// (the files are no HTML; the report escapes for itself).</summary>
public static class CaseJson
{
    static readonly CaseJsonContext Lines = new(Options(indented: false));
    static readonly CaseJsonContext Documents = new(Options(indented: true));

    /// <summary>How a row type is written and read on one line.</summary>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is no row of the case.</exception>
    public static JsonTypeInfo<T> Line<T>() => Find<T>(Lines);

    /// <summary>How a row type is written indented.</summary>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is no row of the case.</exception>
    public static JsonTypeInfo<T> Document<T>() => Find<T>(Documents);

    static JsonTypeInfo<T> Find<T>(CaseJsonContext context) =>
        (JsonTypeInfo<T>?)context.GetTypeInfo(typeof(T))
        ?? throw new ArgumentException($"{typeof(T).Name} is no row of the case.");

    static JsonSerializerOptions Options(bool indented) => new(CaseJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        MaxDepth = 32,
    };
}
