namespace Quaywatch.Report.Model;

/// <summary>One end, as it is shown.</summary>
/// <param name="Key">What tells it from others while rows are counted; not shown.</param>
/// <param name="Name">The name it is known by; null without one.</param>
/// <param name="Address">Its address, or "unknown".</param>
/// <param name="Anchor">The row of the device in the page; null when it is not shown.</param>
/// <param name="Group">What kind of device it is.</param>
readonly record struct Party(string Key, string? Name, string Address, string? Anchor, DeviceGroup Group)
{
    /// <summary>Name and address in one line.</summary>
    public string Label => Name is null || Name == Address ? Address : $"{Name} {Address}";

    /// <summary>The shortest that tells it: its name, else its address.</summary>
    public string Short => Name ?? Address;
}
