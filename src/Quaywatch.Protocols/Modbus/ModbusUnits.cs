namespace Quaywatch.Protocols.Modbus;

/// <summary>The units that have answered in a conversation. Where there is more than one, the server is a gateway, and what they say
/// of themselves is not said of the server.</summary>
internal sealed class ModbusUnits
{
    readonly ulong[] _bits = new ulong[4];

    public int Count { get; private set; }

    public void Add(byte unit)
    {
        ulong bit = 1UL << (unit & 63);
        if ((_bits[unit >> 6] & bit) == 0)
        {
            _bits[unit >> 6] |= bit;
            Count++;
        }
    }

    public void Clear()
    {
        Array.Clear(_bits);
        Count = 0;
    }
}
