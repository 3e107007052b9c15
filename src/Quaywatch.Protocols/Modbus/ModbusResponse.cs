using System.Buffers.Binary;

namespace Quaywatch.Protocols.Modbus;

/// <summary>What a server answers when it did as asked: the fields after the function code, big-endian. Modbus Application
/// Protocol V1.1b3, section 6.
/// <code>
///  1, 2    bytes 1, coils or inputs, lowest bit first
///  3, 4    bytes 1, registers
///  5, 6    as asked: address 2, value 2
///  7       eight outputs 1
///  8       as asked: sub-function 2, data
///  11      status 2, events 2
///  12      bytes 1, status 2, events 2, messages 2, event ...
///  15, 16  address 2, quantity 2
///  17      bytes 1, the device's own
///  20      bytes 1, { bytes 1, reference type 1, values } ...
///  21, 22  as asked
///  23      bytes 1, registers
///  24      bytes 2, words 2, registers
///  43      interface 1; 14: level 1, conformity 1, more follows 1, next object 1, objects 1, { id 1, bytes 1, value } ...
/// </code>
/// A property that the function has not is 0 or empty.</summary>
public readonly ref struct ModbusResponse
{
    readonly ModbusFrame _frame;

    ModbusResponse(ModbusFrame frame) => _frame = frame;

    /// <summary>Reads the fields; false where the message is too short for its function, or an exception.</summary>
    public static bool TryRead(scoped in ModbusFrame frame, out ModbusResponse response)
    {
        bool isWhole = !frame.IsEmpty && !frame.IsException && frame.Data.Length >= Least(frame);
        response = isWhole ? new ModbusResponse(frame) : default;
        return isWhole;
    }

    /// <summary>Whether there is no message.</summary>
    public bool IsEmpty => _frame.IsEmpty;

    /// <summary>The message.</summary>
    public ModbusFrame Frame => _frame;

    /// <summary>The function.</summary>
    public ModbusFunction Function => _frame.Function;

    /// <summary>The address that was written (5, 6, 15, 16, 22), from 0.</summary>
    public ushort Address => IsEcho ? Word(0) : (ushort)0;

    /// <summary>How many coils or registers were written (5, 6, 15, 16, 22).</summary>
    public ushort Quantity => Function switch
    {
        ModbusFunction.WriteSingleCoil or ModbusFunction.WriteSingleRegister or ModbusFunction.MaskWriteRegister => 1,
        ModbusFunction.WriteMultipleCoils or ModbusFunction.WriteMultipleRegisters => Word(2),
        _ => 0,
    };

    /// <summary>How many bytes follow, as the answer says (1 to 4, 12, 17, 20, 21, 23, 24).</summary>
    public int ByteCount => Function switch
    {
        ModbusFunction.ReadFifoQueue => Word(0),
        _ => IsCounted ? Data[0] : 0,
    };

    /// <summary>What was read (1 to 4, 7, 23, 24), or the value that was written (5, 6); as many bytes as are there.</summary>
    public ReadOnlySpan<byte> Values => Function switch
    {
        (>= ModbusFunction.ReadCoils and <= ModbusFunction.ReadInputRegisters) or ModbusFunction.ReadWriteMultipleRegisters => Counted,
        ModbusFunction.WriteSingleCoil or ModbusFunction.WriteSingleRegister => Data.Slice(2, 2),
        ModbusFunction.ReadExceptionStatus => Data[..1],
        ModbusFunction.ReadFifoQueue => Data.Slice(4, Math.Min(Word(2) * 2, Data.Length - 4)),
        _ => default,
    };

    /// <summary>The bits that function 22 kept.</summary>
    public ushort AndMask => Function == ModbusFunction.MaskWriteRegister ? Word(2) : (ushort)0;

    /// <summary>The bits that function 22 set among those it did not keep.</summary>
    public ushort OrMask => Function == ModbusFunction.MaskWriteRegister ? Word(4) : (ushort)0;

    /// <summary>The sub-function of diagnostics.</summary>
    public ushort Diagnostic => Function == ModbusFunction.Diagnostics ? Word(0) : (ushort)0;

    /// <summary>The data of diagnostics.</summary>
    public ReadOnlySpan<byte> DiagnosticData => Function == ModbusFunction.Diagnostics ? Data[2..] : default;

    /// <summary>0xffff while a program command is still being worked on, else 0 (11, 12).</summary>
    public ushort Status => Events(0);

    /// <summary>How many messages succeeded (11, 12).</summary>
    public ushort EventCount => Events(2);

    /// <summary>How many messages the device has worked on (12).</summary>
    public ushort MessageCount => Function == ModbusFunction.GetCommEventLog ? Word(5) : (ushort)0;

    /// <summary>The last events, the newest first (12).</summary>
    public ReadOnlySpan<byte> EventLog => Function == ModbusFunction.GetCommEventLog ? Counted[Math.Min(6, Counted.Length)..] : default;

    /// <summary>What the device says of itself (17); its form is the device's own.</summary>
    public ReadOnlySpan<byte> ServerId => Function == ModbusFunction.ReportServerId ? Counted : default;

    /// <summary>How many words the queue holds (24).</summary>
    public ushort FifoCount => Function == ModbusFunction.ReadFifoQueue ? Word(2) : (ushort)0;

    /// <summary>Which interface function 43 carries (MEI type): 13 CANopen, 14 device identification.</summary>
    public byte Interface => Function == ModbusFunction.EncapsulatedInterface ? Data[0] : (byte)0;

    /// <summary>Which identification was asked for: 1 basic, 2 regular, 3 extended, 4 one object.</summary>
    public byte IdentificationLevel => IsIdentification ? Data[1] : (byte)0;

    /// <summary>Which identification the device can give.</summary>
    public byte Conformity => IsIdentification ? Data[2] : (byte)0;

    /// <summary>0xff where another request is needed for the rest, else 0.</summary>
    public byte MoreFollows => IsIdentification ? Data[3] : (byte)0;

    /// <summary>The object to ask for next.</summary>
    public byte NextObjectId => IsIdentification ? Data[4] : (byte)0;

    /// <summary>How many objects follow, as the answer says.</summary>
    public byte ObjectCount => IsIdentification ? Data[5] : (byte)0;

    /// <summary>The objects of device identification.</summary>
    public ModbusObjects Objects => IsIdentification ? new ModbusObjects(Data[6..], ObjectCount) : default;

    /// <summary>The records of functions 20 and 21.</summary>
    public ModbusFileGroups Groups => Function switch
    {
        ModbusFunction.ReadFileRecord => new ModbusFileGroups(Counted, ModbusFileForm.ReadResponse),
        ModbusFunction.WriteFileRecord => new ModbusFileGroups(Counted, ModbusFileForm.Write),
        _ => default,
    };

    bool IsIdentification => Interface == ModbusNames.DeviceIdentification;

    bool IsEcho => Function is ModbusFunction.WriteSingleCoil or ModbusFunction.WriteSingleRegister or ModbusFunction.WriteMultipleCoils
        or ModbusFunction.WriteMultipleRegisters or ModbusFunction.MaskWriteRegister;

    bool IsCounted => Function is (>= ModbusFunction.ReadCoils and <= ModbusFunction.ReadInputRegisters) or ModbusFunction.GetCommEventLog
        or ModbusFunction.ReportServerId or ModbusFunction.ReadFileRecord or ModbusFunction.WriteFileRecord
        or ModbusFunction.ReadWriteMultipleRegisters;

    ReadOnlySpan<byte> Data => _frame.Data;

    ReadOnlySpan<byte> Counted => Data.Slice(1, Math.Min(Data[0], Data.Length - 1));

    ushort Word(int offset) => BinaryPrimitives.ReadUInt16BigEndian(Data[offset..]);

    ushort Events(int offset) => Function switch
    {
        ModbusFunction.GetCommEventCounter => Word(offset),
        ModbusFunction.GetCommEventLog => Word(offset + 1),
        _ => 0,
    };

    static int Least(scoped in ModbusFrame frame) => frame.Function switch
    {
        >= ModbusFunction.ReadCoils and <= ModbusFunction.ReadInputRegisters => 1,
        ModbusFunction.WriteSingleCoil or ModbusFunction.WriteSingleRegister or ModbusFunction.GetCommEventCounter => 4,
        ModbusFunction.WriteMultipleCoils or ModbusFunction.WriteMultipleRegisters or ModbusFunction.ReadFifoQueue => 4,
        ModbusFunction.ReadExceptionStatus or ModbusFunction.ReportServerId => 1,
        ModbusFunction.ReadFileRecord or ModbusFunction.WriteFileRecord or ModbusFunction.ReadWriteMultipleRegisters => 1,
        ModbusFunction.Diagnostics => 2,
        ModbusFunction.GetCommEventLog => 7,
        ModbusFunction.MaskWriteRegister => 6,
        ModbusFunction.EncapsulatedInterface => frame.Data.Length > 0 && frame.Data[0] == ModbusNames.DeviceIdentification ? 6 : 1,
        _ => 0,
    };
}
