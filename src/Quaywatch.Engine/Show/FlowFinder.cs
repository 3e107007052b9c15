using Quaywatch.Analysis.Conversations;
using Quaywatch.Observations;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Engine.Show;

/// <summary>Finds conversations by their uid.</summary>
static class FlowFinder
{
    /// <summary>Numbers that a capture may have had in the case that named the conversation.</summary>
    const int MostInputs = 16;

    delegate bool GoesOn(in Flow flow, Batch batch);

    /// <summary>Finds them, and when they end.</summary>
    /// <param name="inputs">The captures, numbered as in the case.</param>
    /// <param name="uids">The names.</param>
    /// <param name="window">Which packets counted when the case was made: a conversation's name depends on its first.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>Those that are there, by name.</returns>
    public static Dictionary<string, FoundFlow> Find(IReadOnlyList<ShowInput> inputs, IReadOnlyCollection<string> uids, TimeWindow window, CancellationToken cancellation)
    {
        Dictionary<string, FoundFlow> found = new(StringComparer.Ordinal);
        Dictionary<FlowId, FoundFlow> open = [];
        Walk(
            inputs,
            (in Flow flow, Batch batch) =>
            {
                if (open.Remove(flow.Id, out FoundFlow? known))
                {
                    known.Flow = flow;
                }
                else if (flow.Phase == FlowPhase.Opened)
                {
                    PacketPart first = batch.EvidenceAt(flow.Evidence).First;
                    string uid = ConversationUid.Of(flow, first.Input, first.Packet);
                    if (uids.Contains(uid))
                    {
                        open[flow.Id] = found[uid] = new FoundFlow(uid, flow);
                    }
                }

                return found.Count < uids.Count || open.Count > 0;
            },
            window,
            cancellation);
        return found;
    }

    /// <summary>Finds one in a single capture, whatever number that had in the case.</summary>
    public static FoundFlow? Find(ShowInput input, string uid, CancellationToken cancellation)
    {
        FoundFlow? found = null;
        Walk(
            [input],
            (in Flow flow, Batch batch) =>
            {
                int packet = flow.Phase == FlowPhase.Opened ? batch.EvidenceAt(flow.Evidence).First.Packet : 0;
                for (int number = 1; packet > 0 && number <= MostInputs && found is null; number++)
                {
                    found = ConversationUid.Of(flow, number, packet) == uid ? new FoundFlow(uid, flow) : null;
                }

                return found is null;
            },
            default,
            cancellation);
        return found;
    }

    static void Walk(IReadOnlyList<ShowInput> inputs, GoesOn look, TimeWindow window, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using BlockReader reader = new([.. inputs.Select(input => input.Open())], new BlockReaderOptions { Hash = false });
        new Pipeline(reader, batches => Look(batches, look, stop), () => () => new SilentConsumer(), window: window).Run(null, stop.Token);
        cancellation.ThrowIfCancellationRequested();
    }

    static void Look(Batch[] batches, GoesOn look, CancellationTokenSource stop)
    {
        foreach (Batch batch in batches)
        {
            for (int i = 0; i < batch.Flows.Count && !stop.IsCancellationRequested; i++)
            {
                if (!look(in batch.Flows[i], batch))
                {
                    stop.Cancel();
                }
            }
        }
    }
}
