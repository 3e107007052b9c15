namespace Quaywatch.Wire.Capture;

/// <summary>How the scan of a buffer ended.</summary>
enum ScanEnd
{
    /// <summary>More bytes are needed to go on.</summary>
    NeedMore,

    /// <summary>The input ended: at a record's end, or within one, which was counted.</summary>
    Ended,

    /// <summary>A record cannot be; nothing after it is read.</summary>
    Damaged,
}
