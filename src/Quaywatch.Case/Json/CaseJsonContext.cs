using System.Text.Json.Serialization;
using Quaywatch.Case.Rows;

namespace Quaywatch.Case.Json;

/// <summary>How the rows become JSON: made at build time, so that nothing is reflected over at start.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(TimestampConverter), typeof(SeenConverter), typeof(CountMapConverter), typeof(TextMapConverter)])]
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(Device))]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(Command))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(Exposure))]
[JsonSerializable(typeof(ContentRow))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(Run))]
[JsonSerializable(typeof(EvidenceFile))]
sealed partial class CaseJsonContext : JsonSerializerContext;
