using System.Globalization;
using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Inventory;
using Quaywatch.Observations;
using Authenticated = Quaywatch.Observations.Authenticated;
using Protection = Quaywatch.Observations.Protection;
using Session = Quaywatch.Observations.Session;
using SessionKind = Quaywatch.Observations.SessionKind;

namespace Quaywatch.Analysis.Sessions;

/// <summary>The sessions of the case: one line for each that began (or was met while it ran), in the order in which they were
/// met. What is learned later of user, proof and protection is added to its line.</summary>
internal sealed class SessionLog(Limits limits) : Analyzer
{
    /// <summary>Sessions in a case; some 500 bytes each.</summary>
    public const int MostSessions = 65_536;

    /// <summary>Characters of a user's name or a detail that are kept.</summary>
    public const int MostTextBytes = 512;

    readonly List<OpenSession> _all = [];
    readonly Dictionary<(FlowId Flow, SessionKind Kind), OpenSession> _open = [];

    /// <inheritdoc/>
    public override IReadOnlyList<ObservationKind> Listens { get; } = [ObservationKind.Session, ObservationKind.Flow];

    /// <inheritdoc/>
    public override void On(in Session session, in Moment at)
    {
        (FlowId, SessionKind) key = (session.Flow, session.Kind);
        bool isOpen = _open.TryGetValue(key, out OpenSession? row);
        if (!isOpen || session.Phase == SessionPhase.Began)
        {
            if (_all.Count >= MostSessions)
            {
                limits.Reached("sessions");
                _open.Remove(key);
                return;
            }

            row = new OpenSession
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"S{_all.Count + 1}"),
                Kind = session.Kind,
                Client = at.Conversation.Sender(session.Client),
                Server = at.Conversation.Receiver(session.Client),
                Uid = at.Conversation.Uid,
            };
            _all.Add(row);
            _open[key] = row;
        }

        Learn(row!, in session, in at);
        at.Conversation.Session = row!.Id;
        at.Conversation.UserName = row.UserName ?? at.Conversation.UserName;
        if (session.Phase == SessionPhase.Ended)
        {
            _open.Remove(key);
            at.Conversation.Session = null;
        }
    }

    /// <inheritdoc/>
    public override void On(in Flow flow, in Moment at)
    {
        if (flow.Phase != FlowPhase.Closed)
        {
            return;
        }

        foreach (SessionKind kind in Kinds)
        {
            if (_open.Remove((flow.Id, kind), out OpenSession? row))
            {
                row.Last = Math.Max(row.Last, flow.Last);   // it ended with its conversation
            }
        }
    }

    /// <inheritdoc/>
    public override void Finish(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        draft.Sessions = [.. _all.Select(session => session.Row(draft.Devices))];
    }

    static readonly SessionKind[] Kinds = Enum.GetValues<SessionKind>();

    static void Learn(OpenSession row, in Session session, in Moment at)
    {
        if (session.Evidence >= 0)
        {
            ref readonly Evidence evidence = ref at.Batch.EvidenceAt(session.Evidence);
            row.First = Math.Min(row.First, evidence.First.Time);
            row.Last = Math.Max(row.Last, evidence.Last.Time);
            row.Seen.Add(at.Batch, session.Evidence);
        }

        row.UserName = TextOf(session.User, at.Batch) ?? row.UserName;
        row.Detail = TextOf(session.Detail, at.Batch) ?? row.Detail;
        row.Protection = session.Protection > row.Protection ? session.Protection : row.Protection;
        if (session.Authenticated != Authenticated.Unknown)
        {
            row.Authenticated = session.Authenticated;
        }
    }

    static string? TextOf(Slice slice, Batch batch)
    {
        ReadOnlySpan<byte> bytes = batch.Bytes(slice);
        return bytes.IsEmpty ? null : NetworkText.Decode(bytes[..Math.Min(bytes.Length, MostTextBytes)]);
    }
}
