using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Inventory;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.CaptureHealth;

/// <summary>What the capture can support: conversations seen from one side only, holes, an estimate of what is missing.</summary>
internal sealed class CaptureHealthCheck : Analyzer
{
    long _oneSided;
    long _control;
    long _oneSidedControl;
    long _gaps;
    long _lost;
    bool _hasStreams;

    /// <inheritdoc/>
    public override IReadOnlyList<ObservationKind> Listens { get; } = [ObservationKind.Flow];

    /// <summary>Whether a conversation shows one side only although the other must have sent: over TCP, where data or anything but
    /// an unanswered SYN is no monologue; elsewhere, where a protocol that has answers was decoded from one side.</summary>
    public static bool IsOneSided(in Flow flow)
    {
        if (flow.A.Packets > 0 && flow.B.Packets > 0)
        {
            return false;
        }

        return flow.Transport == Transport.Tcp
            ? flow.A.Payload + flow.B.Payload > 0 || flow.State is not ("S0" or "SHR" or "OTH")
            : flow.RecognisedBy == RecognisedBy.Probe;   // "parsed" is said where one side is enough
    }

    /// <inheritdoc/>
    public override void On(in Flow flow, in Moment at)
    {
        if (flow.Phase != FlowPhase.Closed)
        {
            return;
        }

        bool isOneSided = IsOneSided(in flow);
        _oneSided += isOneSided ? 1 : 0;
        if (flow.RecognisedBy >= RecognisedBy.Probe && IsControl(at.Batch.Names(flow.Protocols)))
        {
            _control++;
            _oneSidedControl += isOneSided ? 1 : 0;
        }

        if (flow.Transport == Transport.Tcp)
        {
            _hasStreams |= flow.A.Payload + flow.B.Payload > 0;
            Lost(in flow.A);
            Lost(in flow.B);
        }
    }

    /// <inheritdoc/>
    public override void Finish(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        CaptureFacts facts = draft.Facts;
        draft.ControlConversations = _control;
        draft.OneSidedControlConversations = _oneSidedControl;
        draft.Capture = new CaptureCounts
        {
            Packets = facts.Packets,
            Bytes = facts.Bytes,
            Duplicates = facts.Duplicates,
            Truncated = facts.Truncated,
            Fragments = facts.Fragments,
            StreamGaps = _gaps,
            LostEstimate = _hasStreams ? _lost : null,
            OneSidedConversations = _oneSided,
            UnknownProtocolPackets = draft.UnknownProtocolPackets,
            ClockSteps = facts.ClockSteps,
        };
    }

    // As many packets as the missing bytes fill at the side's usual size; at least one for each hole.
    void Lost(in FlowSide side)
    {
        _gaps += side.Gaps;
        if (side.Gaps > 0)
        {
            long usual = side.Packets > 0 ? Math.Max(1, side.Payload / side.Packets) : 1_460;
            _lost += Math.Max(side.Gaps, ((side.GapBytes - 1) / usual) + 1);
        }
    }

    static bool IsControl(ReadOnlySpan<string> protocols)
    {
        foreach (string protocol in protocols)
        {
            if (ControlProtocols.Has(protocol))
            {
                return true;
            }
        }

        return false;
    }
}
