namespace Quaywatch.Observations;

/// <summary>The eight kinds of observation.</summary>
public enum ObservationKind : byte
{
    /// <summary>See <see cref="Observations.Flow"/>.</summary>
    Flow,

    /// <summary>See <see cref="Observations.Identity"/>.</summary>
    Identity,

    /// <summary>See <see cref="Observations.Act"/>.</summary>
    Act,

    /// <summary>See <see cref="Observations.Sample"/>.</summary>
    Sample,

    /// <summary>See <see cref="Observations.Session"/>.</summary>
    Session,

    /// <summary>See <see cref="Observations.Content"/>.</summary>
    Content,

    /// <summary>See <see cref="Observations.Lookup"/>.</summary>
    Lookup,

    /// <summary>See <see cref="Observations.Anomaly"/>.</summary>
    Anomaly,
}
