using System.Runtime.InteropServices;

namespace Quaywatch.Wire.Capture;

/// <summary>The sections and interfaces of a pcapng file, for reading single packets again. Sections with equal interfaces share
/// them, so a file of many rotated captures stays small; beyond the limit the table ends, and is known to.</summary>
sealed class PcapngSections
{
    /// <summary>Sections, and interfaces of all sections, that are kept.</summary>
    public const int Limit = 1 << 18;

    readonly List<PcapngSection> _sections = [];
    readonly List<PcapngInterface> _interfaces = [];
    bool _full;

    /// <summary>Begins a section.</summary>
    public void Begin(long offset, bool bigEndian)
    {
        ShareWithBefore();
        _full |= _sections.Count == Limit;
        if (!_full)
        {
            _sections.Add(new PcapngSection(offset, bigEndian, _interfaces.Count, 0));
        }
    }

    /// <summary>Adds an interface to the section begun last.</summary>
    public void Add(in PcapngInterface description)
    {
        _full |= _interfaces.Count == Limit;
        if (_full || _sections.Count == 0)
        {
            return;
        }

        PcapngSection last = _sections[^1];
        _interfaces.Add(description);
        _sections[^1] = last with { Interfaces = last.Interfaces + 1 };
    }

    /// <summary>The section that holds an offset; false where it lies before the first.</summary>
    /// <param name="offset">Where a record begins.</param>
    /// <param name="section">The last section kept that begins before it.</param>
    /// <param name="mayBeLater">Whether a later section, or interface, that is not kept may hold it.</param>
    public bool TryFind(long offset, out PcapngSection section, out bool mayBeLater)
    {
        int low = 0;
        int high = _sections.Count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = _sections[middle].Offset <= offset ? (middle + 1, high) : (low, middle);
        }

        section = low > 0 ? _sections[low - 1] : default;
        mayBeLater = _full && low == _sections.Count;
        return low > 0;
    }

    /// <summary>The interfaces of a section.</summary>
    public ReadOnlySpan<PcapngInterface> InterfacesOf(in PcapngSection section) =>
        CollectionsMarshal.AsSpan(_interfaces).Slice(section.FirstInterface, section.Interfaces);

    void ShareWithBefore()
    {
        if (_full || _sections.Count < 2)
        {
            return;
        }

        PcapngSection last = _sections[^1];
        PcapngSection before = _sections[^2];
        if (last.Interfaces > 0 && InterfacesOf(last).SequenceEqual(InterfacesOf(before)))
        {
            _interfaces.RemoveRange(last.FirstInterface, last.Interfaces);
            _sections[^1] = last with { FirstInterface = before.FirstInterface };
        }
    }
}
