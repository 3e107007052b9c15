using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>How it is known who opened a conversation.</summary>
[JsonConverter(typeof(WordConverter<OriginatorBy>))]
public enum OriginatorBy
{
    /// <summary>The TCP SYN was seen.</summary>
    Syn,

    /// <summary>By request and response of the protocol.</summary>
    Protocol,

    /// <summary>By the port's number only: a guess.</summary>
    Port,
}
