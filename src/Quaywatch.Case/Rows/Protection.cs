using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>How well what passes is protected.</summary>
[JsonConverter(typeof(WordConverter<Protection>))]
public enum Protection
{
    /// <summary>Readable and changeable on the way.</summary>
    None,

    /// <summary>By means that are broken or obsolete.</summary>
    Weak,

    /// <summary>Readable, but a change would be noticed.</summary>
    [JsonStringEnumMemberName("signed")]
    SignedOnly,

    /// <summary>Encrypted.</summary>
    Encrypted,
}
