using Quaywatch.Observations;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Engine.Show;

/// <summary>Hands the bytes of the conversation that is followed to its writer.</summary>
sealed class FollowConsumer(FollowWriter writer) : FlowConsumer
{
    bool _isFollowed;

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
    public override void Open(in FlowEnds ends) => _isFollowed = ends.Id == writer.Flow;

    /// <inheritdoc/>
    public override void OnDatagram(in Chunk chunk, Batch batch) => OnStream(chunk, batch);

    /// <inheritdoc/>
    public override void OnStream(in Chunk chunk, Batch batch)
    {
        if (_isFollowed && !chunk.Bytes.IsEmpty)
        {
            writer.Bytes(chunk);
        }
    }

    /// <inheritdoc/>
    public override void OnGap(Direction direction, long bytes, Batch batch)
    {
        if (_isFollowed)
        {
            writer.Gap(direction, bytes);
        }
    }

    /// <inheritdoc/>
    public override void OnClock(long time, Batch batch)
    {
    }

    /// <inheritdoc/>
    public override void OnEnd(long time, Batch batch)
    {
        if (_isFollowed)
        {
            writer.End();
        }
    }
}
