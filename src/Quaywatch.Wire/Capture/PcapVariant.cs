namespace Quaywatch.Wire.Capture;

/// <summary>The record headers that share pcap's file header. The number is the record header's length.</summary>
enum PcapVariant
{
    /// <summary>Seconds, fraction, captured length, original length.</summary>
    Standard = 16,

    /// <summary>Nokia's: four bytes more.</summary>
    Nokia = 20,

    /// <summary>Alexey Kuznetzov's patches of April and October 1999: interface index, protocol, packet type, padding.</summary>
    Modified = 24,

    /// <summary>His patch of September 1999: five bytes more.</summary>
    ModifiedLong = 28,
}
