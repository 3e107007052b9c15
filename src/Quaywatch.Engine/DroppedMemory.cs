namespace Quaywatch.Engine;

/// <summary>Has the runtime take back what the run has dropped, each time that <see cref="Allowance"/> bytes were asked for. Left to
/// itself it waits for as much as the processor's cache holds, which is 32 MB on one machine and 400 on another: memory would
/// depend on the machine and grow with the input for a long while.</summary>
sealed class DroppedMemory
{
    const long Allowance = 4 << 20;

    long _next = GC.GetAllocatedBytesForCurrentThread() + Allowance;

    /// <summary>Call it where little is in use: between two blocks, two rows.</summary>
    public void TakeBack()
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        if (allocated >= _next)
        {
            _next = allocated + Allowance;
            GC.Collect(generation: 1, GCCollectionMode.Forced, blocking: true);
        }
    }
}
