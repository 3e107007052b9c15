using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>How sure an answer is.</summary>
[JsonConverter(typeof(WordConverter<Certainty>))]
public enum Certainty
{
    /// <summary>The packets say so.</summary>
    Certain,

    /// <summary>The packets point to it; something that could speak against it was not seen.</summary>
    Likely,

    /// <summary>The capture or the data do not allow an answer. Never the same as zero.</summary>
    NotAssessed,
}
