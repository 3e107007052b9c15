namespace Quaywatch.Observations;

/// <summary>One observation of a batch: when it was complete, its kind, and its number among those of its kind.</summary>
/// <param name="Order">The number of the packet that completed it, over the whole input in merged order.</param>
/// <param name="Kind">Which kind.</param>
/// <param name="Index">Its number in that kind's list.</param>
public readonly record struct BatchEntry(long Order, ObservationKind Kind, int Index);
