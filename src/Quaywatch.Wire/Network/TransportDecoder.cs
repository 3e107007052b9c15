using System.Buffers.Binary;
using Quaywatch.Observations;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Network;

/// <summary>Reads the header of TCP (RFC 9293), UDP (RFC 768), ICMP (RFC 792), ICMPv6 (RFC 4443) or SCTP (RFC 9260), in a frame or in a
/// reassembled packet.</summary>
public static class TransportDecoder
{
    /// <summary>The TCP header without options.</summary>
    public const int TcpHeaderLength = 20;

    /// <summary>The UDP header.</summary>
    public const int UdpHeaderLength = 8;

    /// <summary>The part of an ICMP message that all types share: type, code, checksum, and four bytes of the type's own.</summary>
    public const int IcmpHeaderLength = 8;

    /// <summary>The header that all chunks of an SCTP packet share.</summary>
    public const int SctpHeaderLength = 12;

    /// <summary>Fills <paramref name="header"/>. Where not all of it was captured, what there is of it is filled, and
    /// <see cref="TransportHeader.IsWhole"/> stays false.</summary>
    /// <param name="bytes">The buffer that holds the packet.</param>
    /// <param name="offset">Where the header begins.</param>
    /// <param name="end">Where the captured packet ends.</param>
    /// <param name="statedEnd">Where the packet ended on the wire, by its own statement; at least <paramref name="end"/>.</param>
    /// <param name="protocol">IP's protocol number.</param>
    /// <param name="source">The address with which checksums are made.</param>
    /// <param name="destination">The address with which checksums are made.</param>
    /// <param name="header">Must be empty before.</param>
    /// <returns>What is wrong with it. Checksums are looked at where the whole packet was captured.</returns>
    public static HeaderFaults Decode(
        ReadOnlySpan<byte> bytes, int offset, int end, int statedEnd, byte protocol, IpAddress source, IpAddress destination, ref TransportHeader header)
    {
        header.PayloadOffset = end;
        ReadOnlySpan<byte> message = bytes[offset..end];
        int stated = statedEnd - offset;
        switch (protocol)
        {
            case IpProtocols.Tcp:
                header.Kind = Transport.Tcp;
                return DecodeTcp(message, offset, stated, source, destination, ref header);
            case IpProtocols.Udp:
                header.Kind = Transport.Udp;
                return DecodeUdp(message, offset, stated, source, destination, ref header);
            case IpProtocols.Icmp:
                header.Kind = Transport.Icmp;
                return DecodeIcmp(message, offset, stated, pseudoHeader: 0, ref header);
            case IpProtocols.Icmpv6:
                header.Kind = Transport.Icmpv6;
                return DecodeIcmp(message, offset, stated, Checksum.PseudoHeader(source, destination, protocol, message.Length), ref header);
            case IpProtocols.Sctp:
                header.Kind = Transport.Sctp;
                return DecodeSctp(message, offset, stated, ref header);
            default:
                header.Kind = Transport.Ip;
                header.IsWhole = true;
                Payload(offset, message.Length, stated, ref header);
                return HeaderFaults.None;
        }
    }

    //  0        2             4          8                 12       13      14       16         18       20
    // +--------+-------------+----------+-----------------+--------+-------+--------+----------+--------+ - -
    // | source | destination | sequence | acknowledgement | length | flags | window | checksum | urgent | options
    // +--------+-------------+----------+-----------------+--------+-------+--------+----------+--------+ - -
    static HeaderFaults DecodeTcp(
        ReadOnlySpan<byte> message, int offset, int stated, IpAddress source, IpAddress destination, ref TransportHeader header)
    {
        if (message.Length < TcpHeaderLength)
        {
            ReadCutTcp(message, ref header);
            return HeaderFaults.Truncated;
        }

        ReadPorts(message, ref header);
        header.Sequence = BinaryPrimitives.ReadUInt32BigEndian(message[4..]);
        header.Acknowledgement = BinaryPrimitives.ReadUInt32BigEndian(message[8..]);
        header.Flags = (TcpFlags)message[13];
        header.Window = BinaryPrimitives.ReadUInt16BigEndian(message[14..]);
        int length = (message[12] >> 4) * 4;
        if (length < TcpHeaderLength || length > stated)
        {
            return HeaderFaults.Malformed;
        }

        if (length > message.Length)
        {
            header.StatedPayloadLength = stated - length;
            return HeaderFaults.Truncated;
        }

        header.IsWhole = true;
        Payload(offset + length, message.Length - length, stated - length, ref header);
        return message.Length < stated || Checksum.IsIntact(message, source, destination, IpProtocols.Tcp)
            ? HeaderFaults.None
            : HeaderFaults.TransportChecksum;
    }

    /// <summary>What is left of a header that a snap length or the quotation in an ICMP error cut.</summary>
    static void ReadCutTcp(ReadOnlySpan<byte> message, ref TransportHeader header)
    {
        if (message.Length >= 4)
        {
            ReadPorts(message, ref header);
        }

        if (message.Length >= 8)
        {
            header.Sequence = BinaryPrimitives.ReadUInt32BigEndian(message[4..]);
        }

        if (message.Length >= 12)
        {
            header.Acknowledgement = BinaryPrimitives.ReadUInt32BigEndian(message[8..]);
        }

        if (message.Length >= 14)
        {
            header.Flags = (TcpFlags)message[13];
        }
    }

    //  0        2             4        6          8
    // +--------+-------------+--------+----------+
    // | source | destination | length | checksum |
    // +--------+-------------+--------+----------+
    static HeaderFaults DecodeUdp(
        ReadOnlySpan<byte> message, int offset, int stated, IpAddress source, IpAddress destination, ref TransportHeader header)
    {
        if (message.Length >= 4)
        {
            ReadPorts(message, ref header);
        }

        if (message.Length < UdpHeaderLength)
        {
            return HeaderFaults.Truncated;
        }

        // 0 is a jumbogram (RFC 2675) or left to the network card, as in IP
        int length = BinaryPrimitives.ReadUInt16BigEndian(message[4..]);
        HeaderFaults faults = HeaderFaults.None;
        if (length == 0)
        {
            length = stated;
        }
        else if (length < UdpHeaderLength)
        {
            return HeaderFaults.Malformed;
        }
        else if (length > stated)
        {
            length = stated;
            faults = HeaderFaults.Malformed;
        }

        header.IsWhole = true;
        Payload(offset + UdpHeaderLength, Math.Min(message.Length, length) - UdpHeaderLength, length - UdpHeaderLength, ref header);
        bool isChecked = faults == HeaderFaults.None && length <= message.Length
            && (BinaryPrimitives.ReadUInt16BigEndian(message[6..]) != 0 || !source.IsV4);
        return isChecked && !Checksum.IsIntact(message[..length], source, destination, IpProtocols.Udp)
            ? HeaderFaults.TransportChecksum
            : faults;
    }

    //  0      1      2          4                 8
    // +------+------+----------+-----------------+ - -
    // | type | code | checksum | the type's own  | data
    // +------+------+----------+-----------------+ - -
    static HeaderFaults DecodeIcmp(ReadOnlySpan<byte> message, int offset, int stated, ulong pseudoHeader, ref TransportHeader header)
    {
        if (message.Length >= 2)
        {
            header.SourcePort = message[0];
            header.DestinationPort = message[1];
            header.HasPorts = true;
        }

        if (message.Length < IcmpHeaderLength)
        {
            return HeaderFaults.Truncated;
        }

        header.IsWhole = true;
        Payload(offset + IcmpHeaderLength, message.Length - IcmpHeaderLength, stated - IcmpHeaderLength, ref header);
        return message.Length < stated || Checksum.Fold(pseudoHeader + Checksum.Sum(message)) == Checksum.Intact
            ? HeaderFaults.None
            : HeaderFaults.TransportChecksum;
    }

    //  0        2             4                  8          12
    // +--------+-------------+------------------+----------+ - -
    // | source | destination | verification tag | checksum | chunks
    // +--------+-------------+------------------+----------+ - -
    // The checksum is a CRC-32C, which is not looked at.
    static HeaderFaults DecodeSctp(ReadOnlySpan<byte> message, int offset, int stated, ref TransportHeader header)
    {
        if (message.Length >= 4)
        {
            ReadPorts(message, ref header);
        }

        if (message.Length < SctpHeaderLength)
        {
            return HeaderFaults.Truncated;
        }

        header.IsWhole = true;
        Payload(offset + SctpHeaderLength, message.Length - SctpHeaderLength, stated - SctpHeaderLength, ref header);
        return HeaderFaults.None;
    }

    static void ReadPorts(ReadOnlySpan<byte> message, ref TransportHeader header)
    {
        header.SourcePort = BinaryPrimitives.ReadUInt16BigEndian(message);
        header.DestinationPort = BinaryPrimitives.ReadUInt16BigEndian(message[2..]);
        header.HasPorts = true;
    }

    static void Payload(int offset, int length, int stated, ref TransportHeader header)
    {
        header.PayloadOffset = offset;
        header.PayloadLength = length;
        header.StatedPayloadLength = stated;
    }
}
