using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Network;

/// <summary>The packet that an ICMP or ICMPv6 error quotes: the error belongs to that packet's conversation, not to one of its own.</summary>
public static class IcmpQuote
{
    /// <summary>Reads the quoted packet's headers.</summary>
    /// <param name="bytes">The buffer that holds the error: the frame, or the reassembled packet.</param>
    /// <param name="error">The error's header.</param>
    /// <param name="quoted">Overwritten; network and transport part, with offsets in the same buffer. The quoted packet is cut as a rule,
    /// and routers have changed it underway, so its faults say nothing and are empty.</param>
    /// <returns>False where it is no error or quotes no whole IP header. Ports may still be missing
    /// (<see cref="TransportHeader.HasPorts"/>), as they are for a later fragment.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, in TransportHeader error, ref PacketHeaders quoted)
    {
        quoted = default;
        if (!error.IsWhole || !IsError(error))
        {
            return false;
        }

        // An RFC 4884 extension may follow the quotation; IP's own length keeps it apart. The quotation counts as a capture that
        // was cut: what the packet states beyond it did exist.
        int end = error.PayloadOffset + error.PayloadLength;
        bool isRead = IpDecoder.TryDecode(bytes, error.PayloadOffset, end, end + ushort.MaxValue, ref quoted);
        quoted.Faults = HeaderFaults.None;
        return isRead;
    }

    /// <summary>Whether it is a message that quotes a packet: unreachable, source quench, redirect, time exceeded and parameter problem
    /// of ICMP (RFC 792), types 1 to 4 of ICMPv6 (RFC 4443, 2.1; unlike the others below 128 they are assigned).</summary>
    public static bool IsError(in TransportHeader header) => header.Kind switch
    {
        Observations.Transport.Icmp => header.SourcePort is 3 or 4 or 5 or 11 or 12,
        Observations.Transport.Icmpv6 => header.SourcePort is >= 1 and <= 4,
        _ => false,
    };
}
