using System.Buffers.Binary;
using Quaywatch.Observations;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Network;

/// <summary>The chain of extension headers behind an IPv6 header (RFC 8200, section 4), and the authentication header of IPv4.</summary>
static class ExtensionHeaders
{
    /// <summary>A packet with more extension headers than this is not decoded further. Hosts set no limit, so that of a sensor is a
    /// place to hide behind; this one is above what a frame of 1,518 bytes can hold.</summary>
    public const int HeaderLimit = 256;

    const int Unit = 8;
    const int ShortestAuthentication = 12;
    const byte JumboOption = 0xC2;
    const byte HomeAddressOption = 0xC9;

    /// <summary>Walks from <see cref="PacketHeaders.IpProtocol"/> at <see cref="PacketHeaders.TransportOffset"/> to the first header that
    /// is no extension, or to the bytes of a fragment, and moves both there. What can't be walked stays in place and is a fault.</summary>
    /// <param name="bytes">The buffer.</param>
    /// <param name="end">Where the captured packet ends.</param>
    /// <param name="headers">Moved on.</param>
    /// <param name="source">Replaced by the home address, with which a mobile node's checksums are made (RFC 6275, 9.3.1).</param>
    /// <param name="destination">Replaced by the last stop of a route, with which checksums are made (RFC 8200, 8.1).</param>
    public static void Walk(ReadOnlySpan<byte> bytes, int end, ref PacketHeaders headers, ref IpAddress source, ref IpAddress destination)
    {
        for (int i = 0; IpProtocols.IsExtension(headers.IpProtocol); i++)
        {
            ReadOnlySpan<byte> rest = bytes[headers.TransportOffset..end];
            if (i == HeaderLimit)
            {
                headers.Faults |= HeaderFaults.Malformed;
                return;
            }

            int length = rest.Length < Unit ? int.MaxValue : Length(headers.IpProtocol, rest[1]);
            if (length > rest.Length)
            {
                headers.Faults |= HeaderFaults.Truncated;
                return;
            }

            if (headers.IpProtocol == IpProtocols.Authentication && length < ShortestAuthentication)
            {
                headers.Faults |= HeaderFaults.Malformed;
                return;
            }

            ReadOnlySpan<byte> header = rest[..length];
            byte next = header[0];

            // these three may carry their message in themselves, with nothing behind: then they are the protocol
            if (next == IpProtocols.None && headers.IpProtocol is IpProtocols.Mobility or IpProtocols.HostIdentity or IpProtocols.Shim6)
            {
                return;
            }

            switch (headers.IpProtocol)
            {
                case IpProtocols.Routing:
                    destination = LastStop(header, destination);
                    break;
                case IpProtocols.DestinationOptions:
                    source = HomeAddress(header, source);
                    break;
                case IpProtocols.Fragment:
                    ReadFragment(header, ref headers);
                    break;
            }

            headers.IpProtocol = next;
            headers.TransportOffset += length;
            if (headers.IsFragment)
            {
                return;
            }
        }
    }

    /// <summary>Reads the length of a jumbogram from a hop-by-hop header.</summary>
    public static bool TryReadJumboLength(ReadOnlySpan<byte> bytes, out uint length)
    {
        length = 0;
        if (bytes.Length < Unit || Length(IpProtocols.HopByHop, bytes[1]) > bytes.Length)
        {
            return false;
        }

        ReadOnlySpan<byte> option = Option(bytes[..Length(IpProtocols.HopByHop, bytes[1])], JumboOption);
        return option.Length == 4 && BinaryPrimitives.TryReadUInt32BigEndian(option, out length);
    }

    /// <summary>The length of an extension header in bytes, by its second byte.</summary>
    public static int Length(byte protocol, byte stated) => protocol switch
    {
        IpProtocols.Fragment => Unit,
        IpProtocols.Authentication => (stated + 2) * 4,
        _ => (stated + 1) * Unit,
    };

    //  0             1          2                    4
    // +-------------+----------+--------------------+----------------+
    // | next header | reserved | offset, more: bit 0 | identification |
    // +-------------+----------+--------------------+----------------+
    // Offset 0 and no more fragments is an "atomic" fragment, a whole packet (RFC 6946).
    static void ReadFragment(ReadOnlySpan<byte> header, ref PacketHeaders headers)
    {
        ushort place = BinaryPrimitives.ReadUInt16BigEndian(header[2..]);
        headers.FragmentOffset = place & 0xFFF8;
        headers.MoreFragments = (place & 1) != 0;
        headers.IsFragment = headers.MoreFragments || headers.FragmentOffset != 0;
        headers.FragmentId = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
    }

    // Types 0 (RFC 5095) and 2 (RFC 6275) list the stops still to come, the last one last; type 4, segment routing, lists them
    // the other way round (RFC 8754). While segments are left, the IPv6 destination is only the next stop.
    static IpAddress LastStop(ReadOnlySpan<byte> header, IpAddress destination)
    {
        const int AddressLength = 16;
        byte type = header[2], left = header[3];
        if (left == 0 || header.Length < Unit + AddressLength)
        {
            return destination;
        }

        int stops = (header.Length - Unit) / AddressLength;
        return type switch
        {
            0 or 2 => IpAddress.ReadV6(header[(Unit + ((stops - 1) * AddressLength))..]),
            4 => IpAddress.ReadV6(header[Unit..]),
            _ => destination,
        };
    }

    static IpAddress HomeAddress(ReadOnlySpan<byte> header, IpAddress source)
    {
        ReadOnlySpan<byte> option = Option(header, HomeAddressOption);
        return option.Length == 16 ? IpAddress.ReadV6(option) : source;
    }

    /// <summary>The data of the first option of a type in a hop-by-hop or destination options header; empty where there is none.</summary>
    static ReadOnlySpan<byte> Option(ReadOnlySpan<byte> header, byte type)
    {
        int at = 2;
        while (at + 2 <= header.Length)
        {
            if (header[at] == 0)
            {
                at++;
                continue;
            }

            int length = header[at + 1];
            if (length > header.Length - at - 2)
            {
                break;
            }

            if (header[at] == type)
            {
                return header.Slice(at + 2, length);
            }

            at += 2 + length;
        }

        return default;
    }
}
