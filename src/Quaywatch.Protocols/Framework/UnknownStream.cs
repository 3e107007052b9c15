using Quaywatch.Observations;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Protocols.Framework;

/// <summary>The bytes of a stream that no parser takes, as Content: the first MiB of each direction, so that cargo can be found in
/// it.</summary>
struct UnknownStream
{
    /// <summary>Bytes of one direction that are passed on.</summary>
    public const int Limit = 1 << 20;

    const string MediaType = "application/octet-stream";

    int _passed;
    bool _begun;
    bool _ended;

    /// <summary>Passes bytes on.</summary>
    public void Part(in FlowEnds ends, Direction direction, ReadOnlySpan<byte> bytes, ReadOnlySpan<PacketPart> parts, long time, Batch batch)
    {
        if (_ended || bytes.IsEmpty)
        {
            return;
        }

        ReadOnlySpan<byte> passed = bytes[..Math.Min(bytes.Length, Limit - _passed)];
        int evidence = new Where(in ends, direction, time, parts, 0).Evidence(batch, passed.Length);
        if (!_begun)
        {
            _begun = true;
            batch.Add(Of(ends, direction, evidence, ContentPhase.Begin) with { MediaType = MediaType });
        }

        batch.Add(Of(ends, direction, evidence, ContentPhase.Part) with { Part = batch.Store(passed) });
        _passed += passed.Length;
        if (_passed == Limit)
        {
            _ended = true;
            batch.Add(Of(ends, direction, evidence, ContentPhase.Cut));
        }
    }

    /// <summary>Nothing more can be passed on: the stream ended, has a gap, or turned out to be known.</summary>
    public void End(in FlowEnds ends, Direction direction, bool complete, Batch batch)
    {
        if (_begun && !_ended)
        {
            _ended = true;
            batch.Add(Of(ends, direction, -1, complete ? ContentPhase.Complete : ContentPhase.Cut));
        }
    }

    static Content Of(in FlowEnds ends, Direction direction, int evidence, ContentPhase phase) => new()
    {
        Evidence = evidence,
        Flow = ends.Id,
        Direction = direction,
        Number = (int)direction,
        Phase = phase,
    };
}
