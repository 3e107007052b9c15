using Quaywatch.Observations;
using Quaywatch.Protocols;
using Quaywatch.Protocols.Framework;

namespace Quaywatch.Oracles.Labels;

/// <summary>The frames of a capture that complete a Modbus message.</summary>
sealed class ModbusFrames : MessageListener
{
    readonly HashSet<long> _frames = [];

    /// <summary>Their numbers, from 1.</summary>
    public static IReadOnlySet<long> Of(string path)
    {
        ModbusFrames frames = new();
        Runs.Messages(path, frames);
        return frames._frames;
    }

    public override void OnMessage(Protocol protocol, in Where where, in Message message, Batch batch)
    {
        if (protocol.Name == "modbus")
        {
            _frames.Add(batch.EvidenceAt(where.Evidence(batch, message.Bytes.Length)).Last.Packet);
        }
    }
}
