using System.Buffers.Binary;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.Dns;

/// <summary>Whether bytes are a DNS message. On the protocol's port a possible header is enough, so that broken messages are read and
/// reported; elsewhere the whole message must be one question with its answers, to the last byte.</summary>
static class DnsProbe
{
    /// <summary>The two bytes of length before a message on TCP.</summary>
    public const int Prefix = 2;

    /// <summary>A message on a strange port that says it is longer is not waited for.</summary>
    const int LongestStrange = 4096;

    /// <summary>Reserved bit of the flags.</summary>
    const ushort Reserved = 0x0040;

    /// <summary>Length of a NetBIOS name as NBNS writes it, whose messages have the form of DNS. RFC 1001, section 14.1.</summary>
    const int NetBiosLabel = 32;

    public static ProbeAnswer Datagram(ReadOnlySpan<byte> bytes, in ProbeContext context)
    {
        bool fits = DnsFrame.TryRead(bytes, out DnsFrame message)
            && (context.OnPort ? IsHeader(message, bytes.Length) || IsLikely(message) : IsHeader(message, bytes.Length) && IsPlain(message, context));
        return fits ? ProbeAnswer.Yes : ProbeAnswer.No;
    }

    public static ProbeAnswer Stream(ReadOnlySpan<byte> bytes, in ProbeContext context)
    {
        if (bytes.Length < Prefix)
        {
            return ProbeAnswer.Perhaps;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (length < DnsFrame.HeaderSize || (!context.OnPort && length > LongestStrange))
        {
            return ProbeAnswer.No;
        }

        if (!DnsFrame.TryRead(bytes[Prefix..], out DnsFrame message))
        {
            return context.OnPort || IsBeginning(bytes[Prefix..]) ? ProbeAnswer.Perhaps : ProbeAnswer.No;
        }

        if (!IsHeader(message, length))
        {
            return ProbeAnswer.No;
        }

        if (context.OnPort)
        {
            return ProbeAnswer.Yes;
        }

        if (!IsQuestionFirst(message))
        {
            return ProbeAnswer.No;
        }

        if (bytes.Length < Prefix + length)
        {
            return ProbeAnswer.Perhaps;
        }

        _ = DnsFrame.TryRead(bytes.Slice(Prefix, length), out message);
        return IsPlain(message, context) ? ProbeAnswer.Yes : ProbeAnswer.No;
    }

    /// <summary>Whether less than a header can be one of a question and its answers: what is missing is taken for what fits.</summary>
    static bool IsBeginning(ReadOnlySpan<byte> bytes)
    {
        Span<byte> header = [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        bytes.CopyTo(header);
        _ = DnsFrame.TryRead(header, out DnsFrame message);
        return IsQuestionFirst(message);
    }

    /// <summary>An opcode that was given out, and no more entries than the length can hold: four numbers of 16 bits that must all be
    /// small are a strong sign.</summary>
    static bool IsHeader(DnsFrame message, int length) => DnsNames.Opcodes.ContainsKey(message.Opcode)
        && message.LeastLength <= length
        && (message.LeastLength > DnsFrame.HeaderSize || message.IsResponse || message.Opcode == DnsNames.Stateful);

    /// <summary>One question and not many records, however many bytes are there: the message was cut, or its opcode is wrong. Four
    /// bytes that must be zero and one that must be 1 are sign enough on the port.</summary>
    static bool IsLikely(DnsFrame message) => message.Count(DnsSection.Question) == 1
        && message.Count(DnsSection.Answer) <= byte.MaxValue
        && message.Count(DnsSection.Authority) <= byte.MaxValue
        && message.Count(DnsSection.Additional) <= byte.MaxValue;

    static bool IsQuestionFirst(DnsFrame message) => message.Opcode == DnsNames.Query
        && (message.Flags & Reserved) == 0
        && message.Count(DnsSection.Question) == 1
        && (message.IsResponse || (message.Rcode == 0 && message.Count(DnsSection.Answer) + message.Count(DnsSection.Authority) == 0));

    static bool IsPlain(DnsFrame message, in ProbeContext context)
    {
        if (!IsQuestionFirst(message) || IsOtherDoor(context.SourcePort, context) || IsOtherDoor(context.DestinationPort, context))
        {
            return false;
        }

        DnsReader reader = message.Read();
        bool isFirst = true;
        Span<byte> name = stackalloc byte[DnsName.LongestText];
        while (reader.TryNext(out DnsEntry entry))
        {
            if (DnsName.Read(message.Bytes, entry.Offset, name, out int length) != DnsFault.None
                || (isFirst && !IsQuestion(entry, name[..length])))
            {
                return false;
            }

            isFirst = false;
        }

        return reader.Fault == DnsFault.None && reader.At == message.Bytes.Length;
    }

    static bool IsQuestion(DnsEntry entry, ReadOnlySpan<byte> name) => DnsTypes.IsKnown(entry.Type)
        && DnsNames.Classes.ContainsKey(entry.Class)
        && !name.IsEmpty
        && !IsNetBios(name);

    static bool IsNetBios(ReadOnlySpan<byte> name) => name.Length >= NetBiosLabel
        && !name[..NetBiosLabel].ContainsAnyExceptInRange((byte)'A', (byte)'P')
        && (name.Length == NetBiosLabel || name[NetBiosLabel] == '.');

    /// <summary>Ports of multicast DNS, LLMNR and NBNS, which have the same form and are not looked for elsewhere.</summary>
    static bool IsOtherDoor(ushort port, in ProbeContext context) => port == 5355 || (context.Transport == Transport.Udp && port is 5353 or 137);
}
