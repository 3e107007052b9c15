using Quaywatch.Analysis.Commands;
using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Rules;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Inventory;

/// <summary>QW-INV-02: one IP address at two MAC addresses, one host with two identities, one identity at two hosts.</summary>
internal sealed class IdentityConflict(Limits limits) : Rule
{
    /// <summary>Addresses and identities that are watched.</summary>
    public const int MostWatched = 32_768;

    /// <summary>Without a claim of the old MAC address for this long, a new one may be a replaced device or a reused lease.</summary>
    const long LongPause = 3_600_000_000_000;

    const string TwoMacs = "two-macs";
    const string TwoIdentities = "two-identities";
    const string Clone = "clone";

    readonly BoundedTable<IpAddress, Held> _byIp = new(MostWatched, limits, "watched-address-claims");
    readonly BoundedTable<(End Host, IdentityField Field, string Protocol), Held> _byHost = new(MostWatched, limits, "watched-identities");
    readonly BoundedTable<(IdentityField Field, string Value, string Protocol), Held> _byValue = new(MostWatched, limits, "watched-identities");
    readonly FindingGroups<ConflictGroup> _groups = new(Fixed.Id, limits, static (key, source, target) => new ConflictGroup(key, source, target));

    /// <summary>What is fixed about the rule.</summary>
    public static RuleInfo Fixed { get; } = new()
    {
        Id = "QW-INV-02",
        Title = "Device identity conflict",
        Severity = Severity.Medium,
        Attack = ["T0849", "T0830", "T0856"],
        Why = "Two devices under one identity mean that commands or measured values may come from, or go to, the wrong one.",
        NextStep = "Find both devices by their MAC addresses on the switches, and decide which of them belongs there.",
    };

    /// <inheritdoc/>
    public override RuleInfo Info => Fixed;

    /// <inheritdoc/>
    public override IReadOnlyList<ObservationKind> Listens { get; } = [ObservationKind.Lookup, ObservationKind.Identity];

    /// <inheritdoc/>
    public override void On(in Lookup lookup, in Moment at)
    {
        // Addresses of a redundancy group move by design.
        if (lookup.Kind != LookupKind.AddressToMac || lookup.Mac.IsNone || lookup.Mac.IsGroup || lookup.Ip.IsUnspecified
            || RedundancyAddresses.NameOf(lookup.Mac) is not null || _byIp.GetOrAdd(lookup.Ip, static _ => new Held()) is not { } held)
        {
            return;
        }

        long time = lookup.Evidence < 0 ? 0 : at.Batch.EvidenceAt(lookup.Evidence).Last.Time;
        End claimant = new(lookup.Mac, default);
        if (held.Message is null || held.Holder != claimant)
        {
            EvidenceMessage? message = EvidenceMessage.Keep(at.Batch, lookup.Evidence, -1, at.Conversation, lookup.Protocol, null, $"says that {lookup.Ip} is at {lookup.Mac}");
            if (held.Message is not null && _groups.For(default, new End(default, lookup.Ip), TwoMacs) is { } group)
            {
                group.Conflict(TwoMacs, held.Holder.Mac.ToString(), lookup.Mac.ToString(), lookup.Protocol);
                group.ShortestPause = Math.Min(group.ShortestPause, time - held.LastTime);
                group.Add(held.Message);
                group.Add(message);
            }

            held.Holder = claimant;
            held.Message = message;
        }

        held.LastTime = time;
    }

    /// <inheritdoc/>
    public override void On(in Identity identity, in Moment at)
    {
        End host = at.Conversation.Sender(identity.Subject).Host;
        if (host.IsNone || identity.Field is not (IdentityField.OrderNumber or IdentityField.Serial or IdentityField.Station))
        {
            return;
        }

        End key = host.ByAddress;
        ReadOnlySpan<byte> bytes = at.Batch.Bytes(identity.Value);
        string value = NetworkText.Decode(bytes[..Math.Min(bytes.Length, DeviceInventory.MostTextBytes)]).Trim();
        if (value.Length == 0 || value.All(character => character is '0' or ' '))
        {
            return;   // never set by the maker
        }

        // A Modbus gateway answers for several units: two identities behind one address are its nature.
        if (identity.Protocol != "modbus" && identity.Field != IdentityField.Station)
        {
            Watch(_byHost.GetOrAdd((key, identity.Field, identity.Protocol), static _ => new Held()), TwoIdentities, key, value, in identity, in at);
        }

        if (identity.Field != IdentityField.OrderNumber)
        {
            Watch(_byValue.GetOrAdd((identity.Field, value, identity.Protocol), static _ => new Held()), Clone, key, value, in identity, in at);
        }
    }

    /// <inheritdoc/>
    public override void Finish(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        foreach (ConflictGroup group in _groups.InOrder)
        {
            // What turned out to be one device with two addresses is no clone of itself.
            bool isOneDevice = group.Kind == Clone && draft.Devices.Find(group.Source) is { } device && device == draft.Devices.Find(group.Target);
            if (!isOneDevice)
            {
                draft.Findings.Add(Findings.Make(Fixed, group, draft, Say(group, draft)));
            }
        }
    }

    void Watch(Held? held, string kind, End host, string value, in Identity identity, in Moment at)
    {
        if (held is null || (held.Message is not null && held.Holder == host && held.Value == value))
        {
            return;
        }

        EvidenceMessage? message = EvidenceMessage.Keep(at.Batch, identity.Evidence, -1, at.Conversation, identity.Protocol, null, $"{host.Text} says: {value}");
        if (held.Message is not null)
        {
            // Of two hosts the lower address comes first, so that the key does not depend on who was seen first.
            (End first, End second) = held.Holder.CompareTo(host) <= 0 ? (held.Holder, host) : (host, held.Holder);
            ConflictGroup? group = kind == Clone ? _groups.For(first, second, kind) : _groups.For(default, host, kind);
            group?.Conflict(kind, held.Value, value, identity.Protocol);
            group?.Add(held.Message);
            group?.Add(message);
        }

        held.Holder = host;
        held.Value = value;
        held.Message = message;
    }

    static Statement Say(ConflictGroup group, Draft draft)
    {
        bool inControl = ActSeverity.IsInControl(draft, group.Target) || (!group.Source.IsNone && ActSeverity.IsInControl(draft, group.Source));
        bool comesBack = group.Count > 1;
        string target = People.Host(draft, group.Target);
        string words = People.Some(group.Words, group.WordCount);
        return new Statement
        {
            Severity = ActSeverity.Lower(Fixed.Severity, inControl ? 0 : 1),
            Confidence = comesBack ? 0.9 : group.ShortestPause > LongPause ? 0.4 : 0.7,
            Subject = group.Kind == Clone ? $"{group.Source.Text} and {group.Target.Text}" : group.Target.Text,
            Sentence = group.Kind switch
            {
                TwoMacs => $"{target} was claimed by {People.Number(group.WordCount, "MAC address", "MAC addresses")} ({words}), with {People.Number(group.Count, "change")} from one to the other.",
                TwoIdentities => $"{target} gave {People.Number(group.WordCount, "identity", "identities")} of itself over {group.Protocol}: {words}.",
                _ => $"{People.Host(draft, group.Source)} and {target} gave the same identity over {group.Protocol}: {words}.",
            },
            Attack = group.Kind == TwoMacs ? ["T0830", "T0849"] : ["T0849", "T0856"],
            CannotTell = comesBack ? "Which of the two is the real one." : "Whether the device was replaced, or its address given to another: only one change was seen.",
        };
    }

    /// <summary>Who holds an address or identity now, and the message that began it.</summary>
    sealed class Held
    {
        public End Holder { get; set; }

        public string Value { get; set; } = "";

        public EvidenceMessage? Message { get; set; }

        public long LastTime { get; set; }
    }
}
