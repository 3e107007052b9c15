using Quaywatch.Analysis.Frame;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Conversations;

/// <summary>One try of a host to reach or identify another.</summary>
/// <param name="Target">Whom, without port.</param>
/// <param name="Port">Which port; -1 where the transport has none.</param>
/// <param name="Transport">What carried it.</param>
/// <param name="Message">The packet that shows it.</param>
internal sealed record Probe(End Target, int Port, Transport Transport, EvidenceMessage? Message);
