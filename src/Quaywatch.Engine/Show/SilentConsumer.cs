using Quaywatch.Observations;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Engine.Show;

/// <summary>Listens to nothing: for passes that want to know which conversations there are.</summary>
sealed class SilentConsumer : FlowConsumer
{
    /// <inheritdoc/>
    public override RecognisedBy RecognisedBy => RecognisedBy.Nothing;

    /// <inheritdoc/>
    public override ReadOnlySpan<string> Protocols => [];

    /// <inheritdoc/>
    public override Direction? Originator => null;

    /// <inheritdoc/>
    public override long Messages => 0;

    /// <inheritdoc/>
    public override bool WantsClock => false;

    /// <inheritdoc/>
    public override void Open(in FlowEnds ends)
    {
    }

    /// <inheritdoc/>
    public override void OnDatagram(in Chunk chunk, Batch batch)
    {
    }

    /// <inheritdoc/>
    public override void OnStream(in Chunk chunk, Batch batch)
    {
    }

    /// <inheritdoc/>
    public override void OnGap(Direction direction, long bytes, Batch batch)
    {
    }

    /// <inheritdoc/>
    public override void OnClock(long time, Batch batch)
    {
    }

    /// <inheritdoc/>
    public override void OnEnd(long time, Batch batch)
    {
    }
}
