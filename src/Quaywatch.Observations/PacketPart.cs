namespace Quaywatch.Observations;

/// <summary>Where some bytes of a message lie: a stretch of one captured frame. A message is the concatenation of its parts, so a
/// segment, a fragment and a tunnelled packet are all found again in the same way.</summary>
/// <param name="Time">The packet's time, nanoseconds since 1970-01-01T00:00:00Z.</param>
/// <param name="Offset">Where the packet's record begins in the uncompressed input, in bytes.</param>
/// <param name="Packet">The packet's number in its input, from 1, as Wireshark counts.</param>
/// <param name="Input">The input's number, from 1.</param>
/// <param name="From">Where the bytes begin in the captured frame.</param>
/// <param name="Length">How many bytes.</param>
public readonly record struct PacketPart(long Time, long Offset, int Packet, int Input, int From, int Length);
