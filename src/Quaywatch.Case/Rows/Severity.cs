using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>How bad a finding is, worst first.</summary>
[JsonConverter(typeof(WordConverter<Severity>))]
public enum Severity
{
    /// <summary>Harm to people, crane or ship is possible now.</summary>
    Critical,

    /// <summary>Someone could do harm, or cargo information left the site.</summary>
    High,

    /// <summary>A weakness that helps an attacker.</summary>
    Medium,

    /// <summary>A weakness of little consequence here.</summary>
    Low,

    /// <summary>Good to know.</summary>
    Info,
}
