using Quaywatch.Wire.Capture;

namespace Quaywatch.Engine;

/// <summary>The clock by which time limits are judged: packet time that never goes back. A step of over an hour forward or a second
/// back is counted, and moves the clock by at most an hour (not at all where it goes back). Alike in every worker.</summary>
struct InputClock
{
    const long Second = 1_000_000_000;
    const long Hour = 3600 * Second;

    long _latest;
    bool _begun;

    /// <summary>The clock, nanoseconds; starts at the first packet's time.</summary>
    public long Now { get; private set; }

    /// <summary>Steps counted.</summary>
    public long Steps { get; private set; }

    /// <summary>Takes the time of the next packet; an absurd one moves nothing.</summary>
    public void Advance(long time)
    {
        if (PacketTime.IsAbsurd(time))
        {
            return;
        }

        if (!_begun)
        {
            _begun = true;
            _latest = time;
            Now = time;
            return;
        }

        long ahead = time - _latest;
        if (ahead is > Hour or < -Second)
        {
            Steps++;
            _latest = time;
            Now += ahead > 0 ? Hour : 0;
        }
        else if (ahead > 0)
        {
            _latest = time;
            Now += ahead;
        }
    }
}
