using System.Globalization;
using Quaywatch.Analysis.Commands;
using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Inventory;
using Quaywatch.Analysis.Rules;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Conversations;

/// <summary>QW-NET-04: one host tries many addresses, many ports of one host, many addresses in one controller's memory, or asks many
/// controllers who they are. Only what was refused, not answered, or left without payload counts as trying.</summary>
internal sealed class ScanOrProbing(Limits limits) : Rule
{
    /// <summary>Length of a window, nanoseconds: a scan that is slower than the limits below within it is not seen.</summary>
    public const long Window = 300_000_000_000;

    /// <summary>Different addresses from which on it is a scan.</summary>
    public const int ManyAddresses = 20;

    /// <summary>Different ports of one host from which on it is a scan.</summary>
    public const int ManyPorts = 20;

    /// <summary>Different addresses asked for by ARP or ND: more, since routers and storms do it too.</summary>
    public const int ManyQuestions = 40;

    /// <summary>Controllers asked for their identity or lists.</summary>
    public const int ManyIdentities = 8;

    /// <summary>Different addresses in one controller's memory that it refused to read or write.</summary>
    public const int ManyRefused = 20;

    /// <summary>Windows kept; the oldest is let go.</summary>
    public const int MostWindows = 4_096;

    const string Addresses = "addresses";
    const string Ports = "ports";
    const string Questions = "arp";
    const string Identities = "identities";
    const string Memory = "memory";

    readonly Dictionary<(End Source, string Kind, End Target, long Window), ScanWindow> _windows = [];
    readonly Queue<(End Source, string Kind, End Target, long Window)> _inOrder = new();
    readonly FindingGroups<ScanGroup> _groups = new(Fixed.Id, limits, static (key, source, target) => new ScanGroup(key, source, target));

    /// <summary>What is fixed about the rule.</summary>
    public static RuleInfo Fixed { get; } = new()
    {
        Id = "QW-NET-04",
        Title = "Scan or probing",
        Severity = Severity.Medium,
        Attack = ["T0846", "T0840", "T0888"],
        Why = "Who searches a control network learns what to attack, and old controllers stop when they are scanned.",
        NextStep = "Find out which program on this host did it, and whether a scan was approved.",
    };

    /// <inheritdoc/>
    public override RuleInfo Info => Fixed;

    /// <inheritdoc/>
    public override IReadOnlyList<ObservationKind> Listens { get; } = [ObservationKind.Flow, ObservationKind.Lookup, ObservationKind.Act];

    /// <inheritdoc/>
    public override void On(in Flow flow, in Moment at)
    {
        if (flow.Phase != FlowPhase.Closed || !IsProbe(in flow))
        {
            return;
        }

        bool aOpened = flow.Originator == Direction.FromA;
        End source = OpenConversation.EndOf(in aOpened ? ref flow.A : ref flow.B, flow.Transport);
        End target = OpenConversation.EndOf(in aOpened ? ref flow.B : ref flow.A, flow.Transport);
        if (source.Host.IsNone || target.Host.IsNone || target.Ip.IsNone)
        {
            return;   // multicast, broadcast, and what has no IP is no search for hosts
        }

        EvidenceMessage? message = EvidenceMessage.Keep(at.Batch, flow.Evidence, -1, at.Conversation, null, null, $"tries {target.Text}{(target.Port < 0 ? "" : $" port {target.Port}")}");
        Probe probe = new(target.ByAddress, target.Port, flow.Transport, message);
        Try(source.ByAddress, Addresses, default, flow.First, probe, (probe.Target, -1, ""), ManyAddresses);
        if (target.Port >= 0)
        {
            Try(source.ByAddress, Ports, probe.Target, flow.First, probe, (default, target.Port, ""), ManyPorts);
        }
    }

    /// <inheritdoc/>
    public override void On(in Lookup lookup, in Moment at)
    {
        if (lookup.Kind != LookupKind.AddressQuestion || lookup.Evidence < 0)
        {
            return;
        }

        End source = at.Conversation.Sender(lookup.Sender).Host;
        EvidenceMessage? message = EvidenceMessage.Keep(at.Batch, lookup.Evidence, -1, at.Conversation, lookup.Protocol, null, $"asks who has {lookup.Ip}");
        Probe probe = new(new End(default, lookup.Ip), -1, at.Conversation.Transport, message);
        Try(source.ByAddress, Questions, default, at.Batch.EvidenceAt(lookup.Evidence).Last.Time, probe, (probe.Target, -1, ""), ManyQuestions);
    }

    /// <inheritdoc/>
    public override void On(in Act act, in Moment at)
    {
        if (act.Request < 0 || !ControlProtocols.Has(act.Protocol))
        {
            return;
        }

        if (act.Operation == Operation.Browse)
        {
            TryIdentity(in act, in at);
        }
        else if (act is { Operation: Operation.Read or Operation.Write, Result: ActResult.Refused } && !act.Target.Space.IsEmpty)
        {
            TryMemory(in act, in at);
        }
    }

    /// <inheritdoc/>
    public override void Finish(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        foreach (ScanGroup group in _groups.InOrder)
        {
            draft.Findings.Add(Findings.Make(Fixed, group, draft, Say(group, draft)));
        }
    }

    void TryIdentity(in Act act, in Moment at)
    {
        End target = at.Conversation.Receiver(act.Commander).ByAddress;
        EvidenceMessage? message = EvidenceMessage.Keep(at.Batch, act.Request, -1, at.Conversation, act.Protocol, true, $"{act.Function}: asks {target.Text} what it is");
        Probe probe = new(target, -1, at.Conversation.Transport, message);
        Try(at.Conversation.Sender(act.Commander).ByAddress, Identities, default, CommandLog.TimeOf(in act, at.Batch), probe, (target, -1, ""), ManyIdentities);
    }

    void TryMemory(in Act act, in Moment at)
    {
        End target = at.Conversation.Receiver(act.Commander).ByAddress;
        ReadOnlySpan<byte> space = at.Batch.Bytes(act.Target.Space);
        string? name = act.Target.Formatter?.Format(space, act.Target.First, act.Target.Bits, act.Target.Form);
        EvidenceMessage? message = EvidenceMessage.Keep(at.Batch, act.Answer, act.Request, at.Conversation, act.Protocol, false, $"{act.Function}{(string.IsNullOrEmpty(name) ? "" : $" {name}")}: refused");
        string address = string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(space)}:{act.Target.First}");
        Probe probe = new(target, -1, at.Conversation.Transport, message, address);
        Try(at.Conversation.Sender(act.Commander).ByAddress, Memory, target, CommandLog.TimeOf(in act, at.Batch), probe, (default, -1, address), ManyRefused);
    }

    void Try(End source, string kind, End target, long time, Probe probe, (End Target, int Port, string Address) distinct, int limit)
    {
        (End, string, End, long) key = (source, kind, target, time / Window);
        if (!_windows.TryGetValue(key, out ScanWindow? window))
        {
            if (_windows.Count >= MostWindows)
            {
                _windows.Remove(_inOrder.Dequeue());
                limits.Reached("scan-windows");
            }

            window = new ScanWindow();
            _windows.Add(key, window);
            _inOrder.Enqueue(key);
        }

        IReadOnlyList<Probe> probes = window.Add(probe, distinct, limit);
        if (probes.Count > 0 && _groups.For(source, target, kind) is { } group)
        {
            group.Kind = kind;
            foreach (Probe one in probes)
            {
                group.Add(one);
            }
        }
    }

    // A TCP connection that was refused, not answered, or carried nothing; a ping; a UDP packet without answer. Answers of a
    // server, whose questions the capture does not show, come from a low port to high ones.
    static bool IsProbe(in Flow flow)
    {
        bool aOpened = flow.Originator == Direction.FromA;
        ref readonly FlowSide source = ref aOpened ? ref flow.A : ref flow.B;
        ref readonly FlowSide target = ref aOpened ? ref flow.B : ref flow.A;
        return flow.Transport switch
        {
            Transport.Tcp => flow.OriginatorBy == Observations.OriginatorBy.Syn && flow.A.Payload + flow.B.Payload == 0,
            Transport.Udp => target.Packets == 0 && !(source.Port < 1024 && target.Port >= 1024),
            Transport.Icmp => source.Port == 8,
            Transport.Icmpv6 => source.Port == 128,
            _ => false,
        };
    }

    static Statement Say(ScanGroup group, Draft draft)
    {
        string kind = group.Kind;
        string source = People.Host(draft, group.Source);
        bool touchesControl = group.Targets.Any(target => draft.Devices.Find(target) is { InControl: true });
        string many = group.Targets.Count >= ScanGroup.MostTold ? "at least " : "";
        string times = group.First is { } first && group.Last is { } last && last > first ? $" within {People.Duration(last - first)}" : "";
        return new Statement
        {
            Severity = ActSeverity.Lower(Fixed.Severity, touchesControl ? 0 : 1),
            Confidence = kind == Questions ? 0.6 : 0.9,
            Subject = kind is Ports or Memory ? $"{group.Source.Text} and {group.Target.Text}" : group.Source.Text,
            Sentence = kind switch
            {
                Memory => $"{source} was refused {(group.Addresses >= ScanGroup.MostTold ? "at least " : "")}{People.Number(group.Addresses, "address", "addresses")} in the memory of {People.Host(draft, group.Target)}{times}.",
                Ports => $"{source} tried {People.Number(group.Ports, "port")} of {People.Host(draft, group.Target)}{times}.",
                Questions => $"{source} asked for {many}{People.Number(group.Targets.Count, "address", "addresses")} on the link{times}.",
                Identities => $"{source} asked {many}{People.Number(group.Targets.Count, "controller")} for identity or lists{times}.",
                _ => $"{source} tried to reach {many}{People.Number(group.Targets.Count, "address", "addresses")}{(group.OnlyPort < 0 ? "" : $" on {ConversationNames.Of(group.Transport ?? Transport.Tcp)} port {group.OnlyPort}")} without a conversation{times}.",
            },
            Attack = kind switch
            {
                Ports => ["T0846", "T0840"],
                Identities or Memory => ["T0888"],
                _ => ["T0846"],
            },
            CannotTell = "Whether the scan was approved, and scans slower than some twenty tries in five minutes.",
        };
    }
}
