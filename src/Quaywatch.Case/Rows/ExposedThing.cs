using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>What kind of cargo information was seen.</summary>
[JsonConverter(typeof(WordConverter<ExposedThing>))]
public enum ExposedThing
{
    /// <summary>Facts of single containers.</summary>
    Container,

    /// <summary>Stowage plan of a vessel.</summary>
    StowPlan,

    /// <summary>List of moves to be done or done.</summary>
    MoveList,

    /// <summary>Cargo manifest.</summary>
    Manifest,

    /// <summary>Picture of a container.</summary>
    Image,

    /// <summary>Numbers only, without identities.</summary>
    Count,
}
