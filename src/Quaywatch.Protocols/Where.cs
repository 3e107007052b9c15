using Quaywatch.Observations;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Protocols;

/// <summary>Where the bytes that a parser is handed come from. Valid during the call only.</summary>
public readonly ref struct Where
{
    readonly ref readonly FlowEnds _ends;
    readonly ReadOnlySpan<PacketPart> _parts;
    readonly int _skip;

    /// <summary>Bytes that begin <paramref name="skip"/> bytes into what <paramref name="parts"/> cover.</summary>
    public Where(in FlowEnds ends, Direction direction, long time, ReadOnlySpan<PacketPart> parts, int skip)
    {
        _ends = ref ends;
        Direction = direction;
        Time = time;
        _parts = parts;
        _skip = skip;
    }

    /// <summary>The conversation's ends.</summary>
    public ref readonly FlowEnds Ends => ref _ends;

    /// <summary>The conversation's number.</summary>
    public FlowId Flow => _ends.Id;

    /// <summary>Who sent the bytes.</summary>
    public Direction Direction { get; }

    /// <summary>The input's clock when they became readable (<see cref="Batch.Clock"/>).</summary>
    public long Time { get; }

    /// <summary>The same place for bytes that begin further on.</summary>
    public Where Further(int bytes) => new(in _ends, Direction, Time, _parts, _skip + bytes);

    /// <summary>Puts the packets that carry these bytes into the batch and returns the evidence's number.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="length">How many bytes the message has; its first is the first that the parser was handed.</param>
    public int Evidence(Batch batch, int length)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Evidence evidence = new() { Flow = _ends.Id, Direction = Direction };
        int from = _skip;
        int to = _skip + length;
        int at = 0;
        int count = 0;
        foreach (ref readonly PacketPart part in _parts)
        {
            int begin = Math.Max(from, at);
            int end = Math.Min(to, at + part.Length);
            if (end > begin)
            {
                PacketPart piece = part with { From = part.From + (begin - at), Length = end - begin };
                if (count == 0)
                {
                    evidence.First = piece;
                }
                else if (count > 1)
                {
                    Slice added = batch.AddParts([evidence.Last]);
                    evidence.Middle = new Slice(count == 2 ? added.Offset : evidence.Middle.Offset, count - 1);
                }

                evidence.Last = piece;
                count++;
            }

            at += part.Length;
            if (at >= to)
            {
                break;
            }
        }

        return batch.AddEvidence(evidence);
    }
}
