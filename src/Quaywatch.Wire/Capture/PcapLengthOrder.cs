namespace Quaywatch.Wire.Capture;

/// <summary>In which order a pcap record holds its two lengths.</summary>
enum PcapLengthOrder
{
    /// <summary>Captured, original: version 2.4.</summary>
    CapturedFirst,

    /// <summary>Original, captured: before version 2.3, and DG/UX's 543.0.</summary>
    OriginalFirst,

    /// <summary>Version 2.3, written both ways: the smaller one is the captured length.</summary>
    SmallerIsCaptured,
}
