using Quaywatch.Observations;

namespace Quaywatch.Wire.Network;

/// <summary>What the fragments of one packet share. In IPv6 only the first fragment's protocol counts (RFC 8200, 4.5), so there the
/// protocol is 0.</summary>
readonly record struct FragmentKey(IpAddress Source, IpAddress Destination, uint Id, byte Protocol, byte Version);
