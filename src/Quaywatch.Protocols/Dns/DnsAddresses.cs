using System.Buffers.Binary;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.Dns;

/// <summary>What an update changes: two bytes of record type, then the owner's name. <see cref="Target.Form"/> is a
/// <see cref="DnsChange"/>.</summary>
sealed class DnsAddresses : ITargetFormatter
{
    public static readonly DnsAddresses Instance = new();

    public string Format(ReadOnlySpan<byte> space, long first, long bits, byte form)
    {
        if (space.Length < 2)
        {
            return "";
        }

        string name = space.Length == 2 ? "." : NetworkText.Decode(space[2..]);
        string type = DnsTypes.Name(BinaryPrimitives.ReadUInt16BigEndian(space));
        return form == (byte)DnsChange.Add ? $"{name} {type}" : $"{name} {type} (delete)";
    }
}
