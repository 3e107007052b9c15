using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>How it is known what a protocol is.</summary>
[JsonConverter(typeof(WordConverter<KnownBy>))]
public enum KnownBy
{
    /// <summary>Its messages were decoded.</summary>
    Parsed,

    /// <summary>Its first bytes have the protocol's form.</summary>
    Probe,

    /// <summary>By the port's number only: a guess.</summary>
    Port,
}
