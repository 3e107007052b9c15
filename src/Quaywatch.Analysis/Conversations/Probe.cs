using Quaywatch.Analysis.Frame;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Conversations;

/// <summary>One try of a host to reach another, to identify it, or to find out what it holds.</summary>
/// <param name="Target">Whom, without port.</param>
/// <param name="Port">Which port; -1 where the transport has none.</param>
/// <param name="Transport">What carried it.</param>
/// <param name="Message">The packet that shows it.</param>
/// <param name="Address">Which address in the device's memory, as a key; empty where it is about none.</param>
internal sealed record Probe(End Target, int Port, Transport Transport, EvidenceMessage? Message, string Address = "");
