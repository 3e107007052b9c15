using System.Buffers.Binary;
using System.Security.Cryptography;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Conversations;

/// <summary>The name of a conversation in the case: "C" and 17 characters of base 62, as Zeek's look, but made from the input's
/// number, the first packet and the key, so that the same input gives the same names.</summary>
public static class ConversationUid
{
    const int Characters = 17;
    const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>The uid of a conversation.</summary>
    /// <param name="flow">Its ends and what carries it; side A sent the first packet.</param>
    /// <param name="input">The input of its first packet.</param>
    /// <param name="packet">The number of its first packet in that input.</param>
    public static string Of(in Flow flow, int input, long packet)
    {
        Span<byte> key = stackalloc byte[4 + 8 + 4 + (2 * (8 + 16 + 2))];
        BinaryPrimitives.WriteInt32BigEndian(key, input);
        BinaryPrimitives.WriteInt64BigEndian(key[4..], packet);
        key[12] = (byte)flow.Transport;
        key[13] = flow.IpProtocol;
        BinaryPrimitives.WriteUInt16BigEndian(key[14..], flow.EtherType);
        Side(key[16..], in flow.A);
        Side(key[42..], in flow.B);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key, hash);
        UInt128 rest = BinaryPrimitives.ReadUInt128BigEndian(hash);   // 17 characters hold 101 bits of it
        Span<char> text = stackalloc char[1 + Characters];
        text[0] = 'C';
        for (int i = 1; i <= Characters; i++)
        {
            text[i] = Base62[(int)(rest % 62)];
            rest /= 62;
        }

        return text.ToString();
    }

    // With IP the MAC addresses are left out: a conversation keeps its name where a router's fail-over changes them.
    static void Side(Span<byte> key, in FlowSide side)
    {
        BinaryPrimitives.WriteInt64BigEndian(key, side.Ip.IsNone ? side.Mac.Value : 0);
        BinaryPrimitives.WriteUInt64BigEndian(key[8..], side.Ip.High);
        BinaryPrimitives.WriteUInt64BigEndian(key[16..], side.Ip.Low);
        BinaryPrimitives.WriteUInt16BigEndian(key[24..], side.Port);
    }
}
