using System.Buffers.Binary;
using System.Security.Cryptography;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Conversations;

/// <summary>Community ID, version 1, seed 0: the same text for the same conversation in Zeek, Suricata and others. Specification:
/// corelight/community-id-spec.</summary>
public static class CommunityId
{
    // Types that have an answer, with the answer's type: such messages are ordered like ports. The others keep the sender first.
    static readonly Dictionary<int, int> IcmpCounterparts = Pairs([(8, 0), (13, 14), (15, 16), (17, 18)], [(10, 9)]);
    static readonly Dictionary<int, int> Icmpv6Counterparts =
        Pairs([(128, 129), (133, 134), (135, 136), (130, 131), (139, 140), (144, 145)], []);

    /// <summary>The community ID of a conversation; null without IP.</summary>
    /// <param name="flow">Its ends; for ICMP the type is the port of side A, and its counterpart or the code that of side B.</param>
    public static string? Of(in Flow flow)
    {
        if (flow.A.Ip.IsNone || flow.B.Ip.IsNone)
        {
            return null;
        }

        bool hasPorts = flow.Transport is not (Transport.Ip or Transport.Ethernet);
        ushort portA = hasPorts ? flow.A.Port : (ushort)0;
        ushort portB = hasPorts ? flow.B.Port : (ushort)0;
        bool oneWay = flow.Transport switch
        {
            Transport.Icmp => !IcmpCounterparts.ContainsKey(portA),
            Transport.Icmpv6 => !Icmpv6Counterparts.ContainsKey(portA),
            _ => false,
        };
        int order = flow.A.Ip.CompareTo(flow.B.Ip);
        bool aFirst = oneWay || order < 0 || (order == 0 && portA < portB);

        Span<byte> bytes = stackalloc byte[2 + 16 + 16 + 2 + 4];
        bytes[..2].Clear();   // the seed
        int at = 2;
        at += (aFirst ? flow.A.Ip : flow.B.Ip).Write(bytes[at..]);
        at += (aFirst ? flow.B.Ip : flow.A.Ip).Write(bytes[at..]);
        bytes[at++] = flow.IpProtocol;
        bytes[at++] = 0;
        if (hasPorts)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes[at..], aFirst ? portA : portB);
            BinaryPrimitives.WriteUInt16BigEndian(bytes[(at + 2)..], aFirst ? portB : portA);
            at += 4;
        }

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(bytes[..at], hash);
        return string.Concat("1:", Convert.ToBase64String(hash));
    }

    static Dictionary<int, int> Pairs(ReadOnlySpan<(int Request, int Answer)> both, ReadOnlySpan<(int Request, int Answer)> requestOnly)
    {
        Dictionary<int, int> counterparts = [];
        foreach ((int request, int answer) in both)
        {
            counterparts.Add(request, answer);
            counterparts.Add(answer, request);
        }

        foreach ((int request, int answer) in requestOnly)
        {
            counterparts.Add(request, answer);
        }

        return counterparts;
    }
}
