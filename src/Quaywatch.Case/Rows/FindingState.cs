using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>What a finding is beside a baseline.</summary>
[JsonConverter(typeof(WordConverter<FindingState>))]
public enum FindingState
{
    /// <summary>The baseline does not have it.</summary>
    New,

    /// <summary>The baseline has it too.</summary>
    Known,

    /// <summary>The baseline had it, this case does not.</summary>
    Gone,
}
