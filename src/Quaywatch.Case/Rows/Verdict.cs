using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>Whether a commander may do what it did.</summary>
[JsonConverter(typeof(WordConverter<Verdict>))]
public enum Verdict
{
    /// <summary>The site file allows it.</summary>
    Authorised,

    /// <summary>It is what was learned as normal; no rule allows it.</summary>
    InferredNormal,

    /// <summary>The site file does not allow it.</summary>
    Unauthorised,

    /// <summary>There is nothing to judge by.</summary>
    Unknown,
}
