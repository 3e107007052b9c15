using Quaywatch.Analysis.Conversations;
using Quaywatch.Analysis.Frame;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;
using Session = Quaywatch.Observations.Session;
using SessionKind = Quaywatch.Observations.SessionKind;

namespace Quaywatch.Analysis.Inventory;

/// <summary>What is on the network: everything that is said or shown about each pair of addresses, and at the end the devices by
/// the merge rule (<see cref="Joins"/>).</summary>
internal sealed class DeviceInventory : Analyzer
{
    /// <summary>Pairs of MAC and IP address.</summary>
    public const int MostAddresses = 65_536;

    /// <summary>Statements that an IP address is at a MAC address.</summary>
    public const int MostBindings = 65_536;

    /// <summary>IP addresses that look-ups gave a name.</summary>
    public const int MostNamedAddresses = 65_536;

    /// <summary>Bytes of a name or text that are kept; a longer one is cut.</summary>
    public const int MostTextBytes = 256;

    // What fixed-width fields are filled up with.
    static readonly char[] Padding = [' ', '\0', '\t', '\r', '\n'];

    static readonly Dictionary<IdentityField, string> Fields = new Dictionary<IdentityField, string>
    {
        [IdentityField.Vendor] = "vendor",
        [IdentityField.Model] = "model",
        [IdentityField.OrderNumber] = "order_number",
        [IdentityField.Hardware] = "hardware",
        [IdentityField.Firmware] = "firmware",
        [IdentityField.Serial] = "serial",
        [IdentityField.Name] = "name",
        [IdentityField.Station] = "station",
        [IdentityField.Os] = "os",
        [IdentityField.Role] = "role",
    };

    readonly Limits _limits;
    readonly BoundedTable<End, Sighting> _sightings;
    readonly BoundedTable<(IpAddress Ip, MacAddress Mac), Binding> _bindings;
    readonly BoundedTable<IpAddress, Sighting> _named;

    /// <summary>Begins an inventory.</summary>
    public DeviceInventory(Limits limits)
    {
        _limits = limits;
        _sightings = new(MostAddresses, limits, "device-addresses");
        _bindings = new(MostBindings, limits, "address-bindings");
        _named = new(MostNamedAddresses, limits, "named-addresses");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ObservationKind> Listens { get; } =
        [ObservationKind.Flow, ObservationKind.Identity, ObservationKind.Act, ObservationKind.Session, ObservationKind.Lookup];

    /// <inheritdoc/>
    public override void On(in Flow flow, in Moment at)
    {
        Sighting? a = See(OpenConversation.EndOf(in flow.A, flow.Transport));
        Sighting? b = See(OpenConversation.EndOf(in flow.B, flow.Transport));
        at.Conversation.Sightings[(int)Direction.FromA] = a;
        at.Conversation.Sightings[(int)Direction.FromB] = b;
        if (flow.Phase == FlowPhase.Opened)
        {
            return;
        }

        IReadOnlyList<int> vlans = ConversationLog.Vlans(at.Batch.Bytes(flow.Vlans));
        Close(a, in flow.A, in flow.B, in flow, vlans);
        Close(b, in flow.B, in flow.A, in flow, vlans);
        bool aOpened = flow.Originator == Direction.FromA;
        Serve(aOpened ? b : a, in aOpened ? ref flow.B : ref flow.A, in flow, at);
    }

    /// <inheritdoc/>
    public override void On(in Identity identity, in Moment at)
    {
        if (!identity.Value.IsEmpty && at.Conversation.Sightings[(int)identity.Subject] is { } sighting)
        {
            Claim(sighting, Fields[identity.Field], identity.Value, identity.Protocol, identity.Evidence, in at);
        }
    }

    /// <inheritdoc/>
    public override void On(in Act act, in Moment at)
    {
        Sighting? commander = at.Conversation.Sightings[(int)act.Commander];
        Sighting? controller = at.Conversation.Sightings[(int)act.Commander.Other()];
        if (controller is not null)
        {
            controller.Behaviour.ActsReceived++;
        }

        if (ControlProtocols.Has(act.Protocol) && act.Operation is not (Operation.Negotiate or Operation.Browse))
        {
            commander?.Behaviour.Asked(EngineeringActs.Has(act.Operation), at.Conversation.Receiver(act.Commander).ByAddress);
        }
    }

    /// <inheritdoc/>
    public override void On(in Session session, in Moment at)
    {
        if (session.Kind == SessionKind.Engineering && session.Phase == SessionPhase.Began
            && at.Conversation.Sightings[(int)session.Client] is { } client)
        {
            client.Behaviour.EngineeringSessions++;
        }
    }

    /// <inheritdoc/>
    public override void On(in Lookup lookup, in Moment at)
    {
        if (lookup.Kind == LookupKind.AddressToMac)
        {
            Bind(in lookup, in at);
        }
        else if (lookup.Kind == LookupKind.NameToAddress && !lookup.Name.IsEmpty && !lookup.Ip.IsUnspecified)
        {
            if (_named.GetOrAdd(lookup.Ip, static ip => new Sighting(new End(default, ip))) is { } named)
            {
                Claim(named, "name", lookup.Name, lookup.Protocol, lookup.Evidence, in at);
            }
        }
    }

    /// <inheritdoc/>
    public override void Finish(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        List<Binding> bindings = [.. _bindings.Entries.Select(entry => entry.Value)];
        List<End> hosts = [.. _sightings.Entries.Select(entry => entry.Key)];
        Joins joins = new(bindings, hosts);
        draft.Outside = new Outside(joins.OnLink);
        draft.Devices = new DeviceBuilder(joins, bindings, _named, draft.Options.Makers).Build([.. _sightings.Entries.Select(entry => entry.Value)]);
    }

    Sighting? See(End end)
    {
        End host = end.Host;
        return host.IsNone ? null : _sightings.GetOrAdd(host, static key => new Sighting(key));
    }

    void Close(Sighting? sighting, in FlowSide own, in FlowSide other, in Flow flow, IReadOnlyList<int> vlans)
    {
        if (sighting is null)
        {
            return;
        }

        sighting.Add(in own, in other, in flow);
        foreach (int vlan in vlans)
        {
            Room(sighting.AddVlan(vlan), "vlans-of-a-device");
        }
    }

    // Who answered offers a service: over TCP by more than a refusal, else by any packet. One that was decoded needs no answer,
    // since the capture may show the client's side only.
    void Serve(Sighting? responder, in FlowSide side, in Flow flow, in Moment at)
    {
        bool isDecoded = flow.RecognisedBy >= RecognisedBy.Probe;
        bool answered = side.Packets > 0 && flow.State is not ("REJ" or "RSTOS0" or "RSTRH");
        if (responder is null || flow.RecognisedBy == RecognisedBy.Nothing || !(isDecoded || answered))
        {
            return;
        }

        foreach (string protocol in at.Batch.Names(flow.Protocols))
        {
            responder.ServesControl |= ControlProtocols.Has(protocol)
                && (flow.RecognisedBy == RecognisedBy.Parsed || (isDecoded && at.Conversation.Acts is not null));
            Room(
                responder.AddService(new ServiceRow
                {
                    Protocol = protocol,
                    Port = OpenConversation.EndOf(in side, flow.Transport).Port is >= 0 and int port ? port : null,
                    Transport = ConversationNames.Of(flow.Transport),
                    By = ConversationNames.Of(flow.RecognisedBy) ?? KnownBy.Port,
                }),
                "services-of-a-device");
        }
    }

    void Bind(in Lookup lookup, in Moment at)
    {
        if (lookup.Mac.IsNone || lookup.Mac.IsGroup || lookup.Ip.IsUnspecified || lookup.Ip.IsMulticast || lookup.Ip.IsBroadcast)
        {
            return;
        }

        if (!_bindings.TryGet((lookup.Ip, lookup.Mac), out _))
        {
            Binding binding = new(lookup.Ip, lookup.Mac, lookup.Protocol, PacketOf(at.Batch, lookup.Evidence));
            _bindings.GetOrAdd((lookup.Ip, lookup.Mac), _ => binding);
        }
    }

    void Claim(Sighting sighting, string field, Slice value, string protocol, int evidence, in Moment at)
    {
        ReadOnlySpan<byte> bytes = at.Batch.Bytes(value);
        string text = NetworkText.Decode(bytes[..Math.Min(bytes.Length, MostTextBytes)]).Trim(Padding);
        if (bytes.Length > MostTextBytes)
        {
            _limits.Reached("text-cut");
        }

        if (text.Length > 0)
        {
            Room(sighting.AddClaim(field, text, protocol, PacketOf(at.Batch, evidence), at.Order), "identity-of-a-device");
        }
    }

    void Room(bool found, string name)
    {
        if (!found)
        {
            _limits.Reached(name);
        }
    }

    static Seen PacketOf(Batch batch, int evidence)
    {
        PacketPart part = evidence < 0 ? default : batch.EvidenceAt(evidence).Last;
        return new Seen(part.Input, part.Packet);
    }
}
