using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>How a device answered an act.</summary>
[JsonConverter(typeof(WordConverter<Result>))]
public enum Result
{
    /// <summary>It agreed.</summary>
    Ok,

    /// <summary>It refused; `error` says how.</summary>
    Refused,

    /// <summary>No answer came within five seconds of packet time.</summary>
    NoAnswer,

    /// <summary>The answer could not be seen: the capture has one side only, or a gap.</summary>
    NotSeen,
}
