using Quaywatch.Observations;

namespace Quaywatch.Analysis.Tests.Frame;

/// <summary>Copies an observation of one batch into another, with what it refers to.</summary>
internal static class Copier
{
    public static void Copy(Batch from, BatchEntry entry, Batch to)
    {
        to.Order = entry.Order;
        switch (entry.Kind)
        {
            case ObservationKind.Flow:
                Flow flow = from.Flows[entry.Index];
                flow.Evidence = Evidence(from, flow.Evidence, to);
                flow.History = Bytes(from, flow.History, to);
                flow.Vlans = Bytes(from, flow.Vlans, to);
                flow.Protocols = to.AddNames(from.Names(flow.Protocols));
                to.Add(in flow);
                break;
            case ObservationKind.Act:
                Act act = from.Acts[entry.Index];
                act.Request = Evidence(from, act.Request, to);
                act.Answer = Evidence(from, act.Answer, to);
                act.Target.Space = Bytes(from, act.Target.Space, to);
                act.Value = act.Value with { Bytes = Bytes(from, act.Value.Bytes, to) };
                to.Add(in act);
                break;
            case ObservationKind.Sample:
                Sample sample = from.Samples[entry.Index];
                sample.Evidence = Evidence(from, sample.Evidence, to);
                sample.Target.Space = Bytes(from, sample.Target.Space, to);
                sample.Value = sample.Value with { Bytes = Bytes(from, sample.Value.Bytes, to) };
                to.Add(in sample);
                break;
            case ObservationKind.Identity:
                Identity identity = from.Identities[entry.Index];
                identity.Evidence = Evidence(from, identity.Evidence, to);
                identity.Value = Bytes(from, identity.Value, to);
                to.Add(in identity);
                break;
            case ObservationKind.Session:
                Session session = from.Sessions[entry.Index];
                session.Evidence = Evidence(from, session.Evidence, to);
                session.User = Bytes(from, session.User, to);
                session.Detail = Bytes(from, session.Detail, to);
                to.Add(in session);
                break;
            case ObservationKind.Lookup:
                Lookup lookup = from.Lookups[entry.Index];
                lookup.Evidence = Evidence(from, lookup.Evidence, to);
                lookup.Name = Bytes(from, lookup.Name, to);
                to.Add(in lookup);
                break;
            default:
                throw new NotSupportedException($"{entry.Kind}");
        }
    }

    static int Evidence(Batch from, int number, Batch to)
    {
        if (number < 0)
        {
            return -1;
        }

        Evidence evidence = from.EvidenceAt(number);
        evidence.Middle = to.AddParts(from.Parts(evidence.Middle));
        return to.AddEvidence(in evidence);
    }

    static Slice Bytes(Batch from, Slice slice, Batch to) => to.Store(from.Bytes(slice));
}
