using Quaywatch.Observations;

namespace Quaywatch.Protocols;

/// <summary>What a probe may know beside the bytes.</summary>
/// <param name="SourcePort">The sender's port.</param>
/// <param name="DestinationPort">The receiver's port.</param>
/// <param name="OnPort">Whether one of them is a usual port of the protocol.</param>
/// <param name="Transport">What carries the bytes.</param>
public readonly record struct ProbeContext(ushort SourcePort, ushort DestinationPort, bool OnPort, Transport Transport);
