using System.Buffers.Binary;

namespace Quaywatch.Protocols.Modbus;

/// <summary>What a client asks: the fields after the function code, big-endian. Modbus Application Protocol V1.1b3, section 6.
/// <code>
///  1-4     address 2, quantity 2
///  5, 6    address 2, value 2
///  8       sub-function 2, data
///  15, 16  address 2, quantity 2, bytes 1, values
///  20      bytes 1, { reference type 1, file 2, record 2, words 2 } ...
///  21      bytes 1, { reference type 1, file 2, record 2, words 2, values } ...
///  22      address 2, AND mask 2, OR mask 2
///  23      read address 2, read quantity 2, write address 2, write quantity 2, bytes 1, values
///  24      address 2
///  43      interface 1; 14: level 1, object 1
/// </code>
/// 7, 11, 12 and 17 have none. A property that the function has not is 0 or empty.</summary>
public readonly ref struct ModbusRequest
{
    readonly ModbusFrame _frame;

    ModbusRequest(ModbusFrame frame) => _frame = frame;

    /// <summary>Reads the fields; false where the message is too short for its function, or an exception.</summary>
    public static bool TryRead(scoped in ModbusFrame frame, out ModbusRequest request)
    {
        bool isWhole = !frame.IsEmpty && !frame.IsException && frame.Data.Length >= Least(frame.Function);
        request = isWhole ? new ModbusRequest(frame) : default;
        return isWhole;
    }

    /// <summary>Whether there is no message.</summary>
    public bool IsEmpty => _frame.IsEmpty;

    /// <summary>The message.</summary>
    public ModbusFrame Frame => _frame;

    /// <summary>The function.</summary>
    public ModbusFunction Function => _frame.Function;

    /// <summary>The first address that is read (1 to 4, 23, 24) or written (5, 6, 15, 16, 22), from 0.</summary>
    public ushort Address => HasAddress ? Word(0) : (ushort)0;

    /// <summary>How many coils, inputs or registers are read (1 to 4, 23) or written (5, 6, 15, 16, 22).</summary>
    public ushort Quantity => Function switch
    {
        ModbusFunction.WriteSingleCoil or ModbusFunction.WriteSingleRegister or ModbusFunction.MaskWriteRegister => 1,
        ModbusFunction.ReadFifoQueue => 0,
        _ => HasAddress ? Word(2) : (ushort)0,
    };

    /// <summary>Where function 23 writes, from 0.</summary>
    public ushort WriteAddress => Function == ModbusFunction.ReadWriteMultipleRegisters ? Word(4) : (ushort)0;

    /// <summary>How many registers function 23 writes.</summary>
    public ushort WriteQuantity => Function == ModbusFunction.ReadWriteMultipleRegisters ? Word(6) : (ushort)0;

    /// <summary>How many bytes of values or records follow, as the request says (15, 16, 20, 21, 23).</summary>
    public byte ByteCount => Function switch
    {
        ModbusFunction.WriteMultipleCoils or ModbusFunction.WriteMultipleRegisters => Data[4],
        ModbusFunction.ReadWriteMultipleRegisters => Data[8],
        ModbusFunction.ReadFileRecord or ModbusFunction.WriteFileRecord => Data[0],
        _ => 0,
    };

    /// <summary>The values to write (5, 6, 15, 16, 23), as many bytes of them as are there.</summary>
    public ReadOnlySpan<byte> Values => Function switch
    {
        ModbusFunction.WriteSingleCoil or ModbusFunction.WriteSingleRegister => Data.Slice(2, 2),
        ModbusFunction.WriteMultipleCoils or ModbusFunction.WriteMultipleRegisters => Counted(5),
        ModbusFunction.ReadWriteMultipleRegisters => Counted(9),
        _ => default,
    };

    /// <summary>The bits that function 22 keeps.</summary>
    public ushort AndMask => Function == ModbusFunction.MaskWriteRegister ? Word(2) : (ushort)0;

    /// <summary>The bits that function 22 sets among those it does not keep.</summary>
    public ushort OrMask => Function == ModbusFunction.MaskWriteRegister ? Word(4) : (ushort)0;

    /// <summary>The sub-function of diagnostics.</summary>
    public ushort Diagnostic => Function == ModbusFunction.Diagnostics ? Word(0) : (ushort)0;

    /// <summary>The data of diagnostics.</summary>
    public ReadOnlySpan<byte> DiagnosticData => Function == ModbusFunction.Diagnostics ? Data[2..] : default;

    /// <summary>Which interface function 43 carries (MEI type): 13 CANopen, 14 device identification.</summary>
    public byte Interface => Function == ModbusFunction.EncapsulatedInterface ? Data[0] : (byte)0;

    /// <summary>Which identification is asked for: 1 basic, 2 regular, 3 extended, 4 one object.</summary>
    public byte IdentificationLevel => IsIdentification && Data.Length > 1 ? Data[1] : (byte)0;

    /// <summary>The object to begin with.</summary>
    public byte ObjectId => IsIdentification && Data.Length > 2 ? Data[2] : (byte)0;

    /// <summary>The records of functions 20 and 21.</summary>
    public ModbusFileGroups Groups => Function switch
    {
        ModbusFunction.ReadFileRecord => new ModbusFileGroups(Counted(1), ModbusFileForm.ReadRequest),
        ModbusFunction.WriteFileRecord => new ModbusFileGroups(Counted(1), ModbusFileForm.Write),
        _ => default,
    };

    bool IsIdentification => Interface == ModbusNames.DeviceIdentification;

    bool HasAddress => Function is (>= ModbusFunction.ReadCoils and <= ModbusFunction.WriteSingleRegister)
        or ModbusFunction.WriteMultipleCoils or ModbusFunction.WriteMultipleRegisters
        or ModbusFunction.MaskWriteRegister or ModbusFunction.ReadWriteMultipleRegisters or ModbusFunction.ReadFifoQueue;

    ReadOnlySpan<byte> Data => _frame.Data;

    ushort Word(int offset) => BinaryPrimitives.ReadUInt16BigEndian(Data[offset..]);

    ReadOnlySpan<byte> Counted(int from) => Data.Slice(from, Math.Min(ByteCount, Data.Length - from));

    static int Least(ModbusFunction function) => function switch
    {
        >= ModbusFunction.ReadCoils and <= ModbusFunction.WriteSingleRegister => 4,
        ModbusFunction.Diagnostics or ModbusFunction.ReadFifoQueue => 2,
        ModbusFunction.WriteMultipleCoils or ModbusFunction.WriteMultipleRegisters => 5,
        ModbusFunction.ReadFileRecord or ModbusFunction.WriteFileRecord or ModbusFunction.EncapsulatedInterface => 1,
        ModbusFunction.MaskWriteRegister => 6,
        ModbusFunction.ReadWriteMultipleRegisters => 9,
        _ => 0,
    };
}
