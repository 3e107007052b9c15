using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>Whether a conversation is encrypted.</summary>
[JsonConverter(typeof(WordConverter<Encryption>))]
public enum Encryption
{
    /// <summary>Readable by anyone on the way.</summary>
    No,

    /// <summary>Encrypted by means that are broken or obsolete.</summary>
    Weak,

    /// <summary>Encrypted.</summary>
    Yes,

    /// <summary>Not told.</summary>
    Unknown,
}
