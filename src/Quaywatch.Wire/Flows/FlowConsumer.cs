using Quaywatch.Observations;

namespace Quaywatch.Wire.Flows;

/// <summary>What listens to one conversation above TCP and UDP. Wire knows no protocol: it hands bytes up through this, and asks
/// only what it must write into the <see cref="Flow"/> observation. Instances are pooled.</summary>
public abstract class FlowConsumer
{
    /// <summary>How it is known what the conversation speaks.</summary>
    public abstract RecognisedBy RecognisedBy { get; }

    /// <summary>What it spoke, in the order found; empty where nothing is known.</summary>
    public abstract ReadOnlySpan<string> Protocols { get; }

    /// <summary>Messages that were read.</summary>
    public abstract long Messages { get; }

    /// <summary>Who opened the conversation as the protocol shows it; null where it does not.</summary>
    public abstract Direction? Originator { get; }

    /// <summary>Whether <see cref="OnClock"/> is wanted at the next block end.</summary>
    public abstract bool WantsClock { get; }

    /// <summary>A conversation begins; everything of an earlier one is forgotten.</summary>
    public abstract void Open(in FlowEnds ends);

    /// <summary>One datagram, or one frame of a protocol without transport.</summary>
    public abstract void OnDatagram(in Chunk chunk, Batch batch);

    /// <summary>The next bytes of a stream.</summary>
    public abstract void OnStream(in Chunk chunk, Batch batch);

    /// <summary>Bytes of a stream are missing; the next ones lie behind the hole.</summary>
    public abstract void OnGap(Direction direction, long bytes, Batch batch);

    /// <summary>A block of input has ended; time limits are judged by the highest packet time so far.</summary>
    public abstract void OnClock(long time, Batch batch);

    /// <summary>The conversation ended; nothing follows.</summary>
    public abstract void OnEnd(long time, Batch batch);
}
