using Quaywatch.Case.Rows;

namespace Quaywatch.Engine;

/// <summary>The stretch of packet time that is analyzed. Packets outside it, and packets without a time, are as if they were not there;
/// their numbers stay.</summary>
/// <param name="From">The first time that counts; null from the beginning.</param>
/// <param name="To">The last time that counts; null to the end.</param>
public readonly record struct TimeWindow(Timestamp? From, Timestamp? To)
{
    /// <summary>Whether nothing is left out.</summary>
    public bool IsEverything => From is null && To is null;

    /// <summary>Whether a packet of that time, in nanoseconds since 1970, counts.</summary>
    public bool Holds(long time) => IsEverything
        || (time >= (From?.Nanoseconds ?? 0) && time <= (To?.Nanoseconds ?? long.MaxValue));
}
