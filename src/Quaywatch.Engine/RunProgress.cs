namespace Quaywatch.Engine;

/// <summary>How far a run has come.</summary>
/// <param name="BytesRead">Bytes of the inputs as given that were read.</param>
/// <param name="BytesTotal">Bytes of all inputs as given; 0 where it is not known.</param>
/// <param name="Packets">Packets so far.</param>
public readonly record struct RunProgress(long BytesRead, long BytesTotal, long Packets);
