using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>Which border cargo information crossed.</summary>
[JsonConverter(typeof(WordConverter<Crossing>))]
public enum Crossing
{
    /// <summary>None: it stayed in its zone.</summary>
    None,

    /// <summary>From one zone into another.</summary>
    Zone,

    /// <summary>Out of the site.</summary>
    Site,
}
