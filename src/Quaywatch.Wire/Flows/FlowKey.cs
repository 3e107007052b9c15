using System.Runtime.CompilerServices;
using Quaywatch.Observations;

namespace Quaywatch.Wire.Flows;

/// <summary>What makes two packets parts of one conversation: both ends and the transport, without direction. VLANs are recorded,
/// not part of the key, since a mirror shows one direction tagged, or one packet in two VLANs.</summary>
/// <param name="Low">The lower end's IP address; without IP its MAC address.</param>
/// <param name="High">The higher end's.</param>
/// <param name="Ports">Lower end's port in the upper half, higher end's in the lower half.</param>
/// <param name="Carrier">Transport, IP protocol number and EtherType.</param>
public readonly record struct FlowKey(IpAddress Low, IpAddress High, uint Ports, uint Carrier)
{
    const ulong Seed = 0x9E37_79B9_7F4A_7C15;

    /// <summary>Makes the key of a packet, and says whether its sender is the lower end.</summary>
    public static FlowKey Of(IpAddress source, ushort sourcePort, IpAddress destination, ushort destinationPort, uint carrier, out bool sourceIsLow)
    {
        int order = source.CompareTo(destination);
        sourceIsLow = order < 0 || (order == 0 && sourcePort <= destinationPort);
        return sourceIsLow
            ? new FlowKey(source, destination, ((uint)sourcePort << 16) | destinationPort, carrier)
            : new FlowKey(destination, source, ((uint)destinationPort << 16) | sourcePort, carrier);
    }

    /// <summary>The key's last field.</summary>
    public static uint CarrierOf(Transport transport, byte ipProtocol, ushort etherType) =>
        ((uint)transport << 24) | ((uint)ipProtocol << 16) | etherType;

    /// <summary>The logical shard of a pair of addresses, the same for both directions: 0 to 15.</summary>
    public static int ShardOf(IpAddress one, IpAddress other)
    {
        ulong low = Mix(one.High ^ other.High, one.Low ^ other.Low);
        return (int)(low >> 60);
    }

    /// <summary>A hash with a constant seed: the same input gives the same case. Collisions can be chosen; a shard's table holds
    /// so few conversations that they only make it slow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Hash()
    {
        ulong hash = Mix(Low.High, Low.Low ^ ((ulong)Ports << 32));
        return Mix(hash ^ High.High ^ Carrier, hash ^ High.Low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Mix(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a ^ Seed, b ^ 0xD6E8_FEB8_6659_FD93, out ulong low);
        return high ^ low;
    }
}
