using Quaywatch.Observations;

namespace Quaywatch.Protocols.Modbus;

/// <summary>Whether Modbus begins here. The header alone says little (two zero bytes and a length), so on a strange port the
/// function's whole form must fit to the byte and to the value, for every message that is there, and a form that says too little
/// must be seen twice. On port 502 a header whose length fits is enough, since devices are fuzzed and speak their own codes.</summary>
internal static class ModbusProbe
{
    /// <summary>Messages up to this size (a function code alone, an exception) fix too few bits to prove anything.</summary>
    const int WeakMessage = 9;

    /// <summary>Messages of a weak form that prove it together.</summary>
    const int WeakMessagesNeeded = 2;

    public static ProbeAnswer Of(ReadOnlySpan<byte> bytes, in ProbeContext context)
    {
        int size = ModbusFrame.SizeOf(bytes);
        if (size < 0)
        {
            return ProbeAnswer.No;
        }

        if (size == 0 || size > bytes.Length)
        {
            bool canBe = context.Transport == Transport.Tcp && (context.OnPort || CanBegin(bytes));
            return canBe ? ProbeAnswer.Perhaps : ProbeAnswer.No;
        }

        return context.OnPort ? OnPort(bytes, size) : Anywhere(bytes);
    }

    static ProbeAnswer OnPort(ReadOnlySpan<byte> bytes, int size)
    {
        bool fits = ModbusFrame.TryRead(bytes, out ModbusFrame frame)
            && (ModbusForm.OfRequest(frame) >= ModbusFit.Loose || ModbusForm.OfResponse(frame) >= ModbusFit.Loose);
        return fits || ModbusFrame.SizeOf(bytes[size..]) >= 0 ? ProbeAnswer.Yes : ProbeAnswer.No;
    }

    static ProbeAnswer Anywhere(ReadOnlySpan<byte> bytes)
    {
        int weak = 0;
        bool isProven = false;
        while (ModbusFrame.TryRead(bytes, out ModbusFrame frame))
        {
            bool fits = IsUnit(frame.Unit) && (ModbusForm.OfRequest(frame) == ModbusFit.Exact || ModbusForm.OfResponse(frame) == ModbusFit.Exact);
            if (!fits)
            {
                return ProbeAnswer.No;
            }

            bool isWeak = frame.Bytes.Length <= WeakMessage || frame.Function is ModbusFunction.WriteSingleRegister
                or ModbusFunction.GetCommEventCounter or ModbusFunction.MaskWriteRegister;
            weak += isWeak ? 1 : 0;
            isProven |= !isWeak || weak >= WeakMessagesNeeded;
            bytes = bytes[frame.Bytes.Length..];
        }

        if (!bytes.IsEmpty && !CanBegin(bytes))
        {
            return ProbeAnswer.No;
        }

        return isProven ? ProbeAnswer.Yes : ProbeAnswer.Perhaps;
    }

    /// <summary>Whether a message of a public function can begin here, of which not all is there.</summary>
    static bool CanBegin(ReadOnlySpan<byte> bytes) =>
        ModbusFrame.SizeOf(bytes) >= 0
        && (bytes.Length < ModbusLimits.Header || IsUnit(bytes[6]))
        && (bytes.Length < ModbusLimits.LeastMessage || ModbusNames.IsPublic((ModbusFunction)(bytes[7] & 0x7f)));

    static bool IsUnit(byte unit) => unit is <= ModbusLimits.HighestUnit or 255;
}
