using Quaywatch.Observations;

namespace Quaywatch.Analysis.Conversations;

/// <summary>What one side sent.</summary>
/// <param name="Packets">Packets.</param>
/// <param name="Bytes">Bytes from the network header on.</param>
/// <param name="Payload">Bytes above the transport.</param>
internal readonly record struct Volume(long Packets, long Bytes, long Payload)
{
    /// <summary>What that side of a conversation sent.</summary>
    public static Volume Of(in FlowSide side) => new(side.Packets, side.Bytes, side.Payload);

    /// <summary>Writes it to the scratch stream.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64(Packets);
        writer.Write7BitEncodedInt64(Bytes);
        writer.Write7BitEncodedInt64(Payload);
    }

    /// <summary>Reads one back.</summary>
    public static Volume Read(BinaryReader reader) => new(reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
}
