using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>Whether a session's user proved who he is.</summary>
[JsonConverter(typeof(WordConverter<Authenticated>))]
public enum Authenticated
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No: none was asked for, or anonymous.</summary>
    No,

    /// <summary>It was tried and refused.</summary>
    Failed,

    /// <summary>Not told.</summary>
    Unknown,
}
