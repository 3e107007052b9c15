using Quaywatch.Case.Rows;
using Quaywatch.Engine.Evidence;
using Quaywatch.Observations;
using Quaywatch.Protocols;
using Quaywatch.Protocols.Framework;

namespace Quaywatch.Engine.Show;

/// <summary>Finds where secrets lie in packets, by the description of every message that they carry.</summary>
/// <param name="isWanted">Whether a packet matters.</param>
sealed class SecretPlaces(Func<PacketPart, bool> isWanted) : MessageListener
{
    readonly Dictionary<Seen, List<(int From, int Length)>> _places = [];

    /// <summary>The places in a packet; null where there are none.</summary>
    public List<(int From, int Length)>? Of(int input, int packet) => _places.GetValueOrDefault(new Seen(input, packet));

    /// <inheritdoc/>
    public override void OnMessage(Protocol protocol, in Where where, in Message message, Batch batch)
    {
        PacketPart[] parts = MessageParts.Of(where, message.Bytes.Length, batch);
        if (!Array.Exists(parts, part => isWanted(part)))
        {
            return;
        }

        List<(int From, int Length)> secrets = MessageTrees.SecretsOf(
            MessageTrees.Describe(protocol.Name, message.Bytes, message.Request, message.FromClient));
        foreach (PacketPart part in secrets.Count > 0 ? parts : [])
        {
            Seen seen = new(part.Input, part.Packet);
            if (!_places.TryGetValue(seen, out List<(int From, int Length)>? places))
            {
                _places[seen] = places = [];
            }

            places.AddRange(MessageTrees.InFrame(parts, part, secrets));
        }
    }
}
