namespace Quaywatch.Wire.Network;

/// <summary>What became of fragments.</summary>
public struct FragmentCounters
{
    /// <summary>Fragments that came in.</summary>
    public long Fragments;

    /// <summary>Packets that became whole.</summary>
    public long Packets;

    /// <summary>Fragments of packets that were given up, for whatever reason.</summary>
    public long UnfinishedFragments;

    /// <summary>Packets given up because no more came in time, or the input ended.</summary>
    public long UnfinishedPackets;

    /// <summary>Packets given up to make place for newer ones, or because they came in more parts than are kept.</summary>
    public long LimitPackets;

    /// <summary>Fragments that the capture cut, so that their packet can't become whole.</summary>
    public long Cut;

    /// <summary>Fragments that can't be: empty ones, lengths that are no multiple of 8 before the last, ends beyond 65,535 or beyond
    /// the packet's end.</summary>
    public long Malformed;

    /// <summary>Fragments that brought nothing new, and nothing else than what was there.</summary>
    public long Duplicates;

    /// <summary>Fragments that overlap others with other data; the first bytes won.</summary>
    public long Conflicts;
}
