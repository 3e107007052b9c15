namespace Quaywatch.Wire.Capture;

/// <summary>Where a packet is found again.</summary>
/// <param name="Input">The input's number, from 1.</param>
/// <param name="Offset">Where its record begins in the uncompressed input.</param>
/// <param name="Number">Its number in the input.</param>
/// <param name="Time">Its time, by which a record that was changed meanwhile is noticed.</param>
public readonly record struct PacketAddress(int Input, long Offset, int Number, long Time);
