namespace Quaywatch.Protocols.Modbus;

/// <summary>What a device answers to report server id (17). The specification leaves its form to the device; two are common:
/// <code>
///  name (text), run indicator 1, more
///  number 1, run indicator 1, more (often a name)
/// </code>
/// The run indicator is 0 where it is stopped and 0xff where it runs.</summary>
public readonly ref struct ModbusServerId
{
    /// <summary>Printable characters that make a name.</summary>
    const int LeastName = 3;

    /// <summary>Looks at the bytes behind the byte count.</summary>
    public ModbusServerId(ReadOnlySpan<byte> bytes)
    {
        Bytes = bytes;
        ReadOnlySpan<byte> first = Printable(bytes);
        bool isNamedFirst = first.Length >= LeastName;
        int at = isNamedFirst ? first.Length : 1;
        RunIndicatorAt = at < bytes.Length && bytes[at] is 0 or 0xff ? at : -1;
        ReadOnlySpan<byte> second = !isNamedFirst && RunIndicatorAt == 1 ? Printable(bytes[2..]) : default;
        Name = isNamedFirst ? first : second.Length >= LeastName ? second : default;
    }

    /// <summary>All bytes.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>The name; empty where there is none.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>Where the run indicator is; -1 where that is not known.</summary>
    public int RunIndicatorAt { get; }

    static ReadOnlySpan<byte> Printable(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7e);
        return end < 0 ? bytes : bytes[..end];
    }
}
