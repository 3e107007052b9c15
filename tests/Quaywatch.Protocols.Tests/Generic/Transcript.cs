using Quaywatch.Observations;

namespace Quaywatch.Protocols.Tests.Generic;

/// <summary>A batch as lines of text, one an observation, in the order in which they were said: for comparison of two runs, and for
/// tests that tell what a conversation amounts to.</summary>
public static class Transcript
{
    /// <summary>The lines of all observations.</summary>
    public static IReadOnlyList<string> Of(Batch batch)
    {
        List<string> lines = [];
        foreach (BatchEntry entry in batch.Entries)
        {
            lines.Add(entry.Kind switch
            {
                ObservationKind.Act => Of(batch, batch.Acts[entry.Index]),
                ObservationKind.Sample => Of(batch, batch.Samples[entry.Index]),
                ObservationKind.Session => Of(batch, batch.Sessions[entry.Index]),
                ObservationKind.Identity => Of(batch, batch.Identities[entry.Index]),
                ObservationKind.Content => Of(batch, batch.Contents[entry.Index]),
                ObservationKind.Anomaly => Of(batch, batch.Anomalies[entry.Index]),
                ObservationKind.Lookup => Of(batch, batch.Lookups[entry.Index]),
                _ => entry.Kind.ToString(),
            });
        }

        return lines;
    }

    /// <summary>The lines of one kind only.</summary>
    public static IReadOnlyList<string> Of(Batch batch, ObservationKind kind) =>
        [.. Of(batch).Where(line => line.StartsWith(kind + " ", StringComparison.Ordinal))];

    /// <summary>The lines without the places of their bytes.</summary>
    public static string[] Words(Batch batch) => [.. Of(batch).Select(line => line[..line.LastIndexOf(" @", StringComparison.Ordinal)])];

    static string Of(Batch batch, in Act act) =>
        $"Act {act.Function}: {act.Operation} #{act.Item} {TargetOf(batch, act.Target)}{ValueOf(batch, act.Value)} {act.Result}{(act.Error is null ? "" : $" ({act.Error})")} by {act.Commander}"
        + $" @{At(batch, act.Request)}/{At(batch, act.Answer)}";

    static string Of(Batch batch, in Sample sample) =>
        $"Sample {TargetOf(batch, sample.Target)}{ValueOf(batch, sample.Value)} of {sample.Holder} @{At(batch, sample.Evidence)}";

    static string Of(Batch batch, in Session session) =>
        $"Session {session.Phase} {session.Kind} {batch.Text(session.Detail)}{(session.User.IsEmpty ? "" : " user " + batch.Text(session.User))}"
        + $"{(session.Authenticated == Authenticated.Unknown ? "" : " authenticated " + session.Authenticated)} by {session.Client} @{At(batch, session.Evidence)}";

    static string Of(Batch batch, in Identity identity) =>
        $"Identity {identity.Field} {batch.Text(identity.Value)} of {identity.Subject} @{At(batch, identity.Evidence)}";

    static string Of(Batch batch, in Content content) =>
        $"Content {content.Number} {content.Phase} {batch.Text(content.Name)} {content.MediaType} {Convert.ToHexStringLower(batch.Bytes(content.Part))} from {content.Direction} @{At(batch, content.Evidence)}";

    static string Of(Batch batch, in Anomaly anomaly) =>
        $"Anomaly {anomaly.Kind} {anomaly.Detail} from {anomaly.Sender} @{At(batch, anomaly.Evidence)}";

    static string Of(Batch batch, in Lookup lookup) =>
        $"Lookup {lookup.Kind} {batch.Text(lookup.Name)} {batch.Text(lookup.Other)} {lookup.Ip} {lookup.Mac} {lookup.Type} @{At(batch, lookup.Evidence)}";

    static string TargetOf(Batch batch, in Target target) =>
        target.Formatter?.Format(batch.Bytes(target.Space), target.First, target.Bits, target.Form) ?? "-";

    static string ValueOf(Batch batch, in Value value) =>
        value.Kind == ValueKind.None ? "" : $" = {Value.Format(value.Kind, batch.Bytes(value.Bytes), value.Count)} ({value.Kind})";

    /// <summary>Which bytes of which side's stream.</summary>
    static string At(Batch batch, int number)
    {
        if (number < 0)
        {
            return "-";
        }

        ref readonly Evidence evidence = ref batch.EvidenceAt(number);
        return $"{evidence.Direction}[{evidence.First.From}..{evidence.Last.From + evidence.Last.Length}]";
    }
}
