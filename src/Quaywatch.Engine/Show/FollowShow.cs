using Quaywatch.Case.Text;
using Quaywatch.Observations;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Engine.Show;

/// <summary>Shows what both sides of a conversation sent, in order.</summary>
public static class FollowShow
{
    /// <summary>Writes it.</summary>
    /// <param name="input">The capture.</param>
    /// <param name="uid">The conversation's name in the case.</param>
    /// <param name="asHex">Bytes in hexadecimal; else text, escaped.</param>
    /// <param name="to">Where to.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <exception cref="NotThereException">There is no such conversation.</exception>
    public static void Write(ShowInput input, string uid, bool asHex, TextWriter to, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(to);
        FoundFlow found = FlowFinder.Find(input, uid, cancellation) ?? throw new NotThereException(
            $"{Escape.ForTerminal(input.Name)} has no conversation {Escape.ForTerminal(uid)}; its case names them in conversations.jsonl");
        Flow flow = found.Flow;
        string originator = flow.Originator == Direction.FromA ? End(flow.A) : End(flow.B);
        string responder = flow.Originator == Direction.FromA ? End(flow.B) : End(flow.A);
        to.WriteLine($"{uid}, {flow.Transport.ToString().ToUpperInvariant()}: {originator} (>) and {responder} (<)");
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using BlockReader reader = new([input.Open()], new BlockReaderOptions { Hash = false });
        FollowWriter writer = new(flow.Id, flow.Originator, asHex, to, stop);
        new Pipeline(reader, take: null, () => () => new FollowConsumer(writer)).Run(null, stop.Token);
        cancellation.ThrowIfCancellationRequested();
    }

    static string End(in FlowSide side) =>
        side.Ip.IsNone ? side.Mac.ToString()
        : side.Port == 0 ? side.Ip.ToString()
        : side.Ip.IsV4 ? $"{side.Ip}:{side.Port}"
        : $"[{side.Ip}]:{side.Port}";
}
