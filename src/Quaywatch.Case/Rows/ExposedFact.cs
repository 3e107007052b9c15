using System.Text.Json.Serialization;
using Quaywatch.Case.Json;

namespace Quaywatch.Case.Rows;

/// <summary>Which facts of cargo were readable.</summary>
[JsonConverter(typeof(WordConverter<ExposedFact>))]
public enum ExposedFact
{
    /// <summary>Container number.</summary>
    Identity,

    /// <summary>Size and type.</summary>
    SizeType,

    /// <summary>Weight.</summary>
    Weight,

    /// <summary>Origin.</summary>
    Origin,

    /// <summary>Port of loading.</summary>
    LoadPort,

    /// <summary>Port of discharge.</summary>
    DischargePort,

    /// <summary>Final destination.</summary>
    Destination,

    /// <summary>Vessel.</summary>
    Vessel,

    /// <summary>Voyage.</summary>
    Voyage,

    /// <summary>Position on board or in the yard.</summary>
    StowPosition,

    /// <summary>Carrier.</summary>
    Carrier,

    /// <summary>Seal numbers.</summary>
    Seal,

    /// <summary>Dangerous goods.</summary>
    DangerousGoods,

    /// <summary>Shipper, consignee or other party.</summary>
    Customer,

    /// <summary>Times of arrival, departure or move.</summary>
    Time,
}
