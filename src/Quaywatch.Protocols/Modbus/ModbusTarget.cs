using Quaywatch.Observations;

namespace Quaywatch.Protocols.Modbus;

/// <summary>Packs what acts and samples are about: unit and memory are the space, addresses from 0 are counted in bits of it, so
/// that coils and registers compare by the same rule.</summary>
internal static class ModbusTarget
{
    /// <summary>The unit itself.</summary>
    public static Target Unit(Batch batch, byte unit) => Memory(batch, unit, ModbusTable.Unit, 0, 0);

    /// <summary>A stretch of one of its memories.</summary>
    public static Target Memory(Batch batch, byte unit, ModbusTable table, long address, long count)
    {
        int each = ModbusAddresses.BitsEach(table);
        return new Target
        {
            Formatter = ModbusAddresses.Instance,
            Space = batch.Store([unit, (byte)table]),
            First = address * each,
            Bits = count * each,
        };
    }

    /// <summary>Records of one of its files.</summary>
    public static Target Records(Batch batch, byte unit, ushort file, long record, long count) => new()
    {
        Formatter = ModbusAddresses.Instance,
        Space = batch.Store([unit, (byte)ModbusTable.File, (byte)(file >> 8), (byte)file]),
        First = record * 16,
        Bits = count * 16,
    };
}
