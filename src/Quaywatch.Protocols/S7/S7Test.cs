using System.Buffers.Binary;

namespace Quaywatch.Protocols.S7;

/// <summary>The data of a programmer command (test and installation functions, TIS) behind return code and length. Wireshark,
/// packet-s7comm.c, s7comm_decode_ud_tis_subfunc:
/// <code>
/// +----------------+-----------+-----------+------
/// | parameter      | data      | parameter | data
/// | size (2)       | size (2)  |           |
/// +----------------+-----------+-----------+------
/// </code></summary>
public readonly ref struct S7Test
{
    S7Test(ReadOnlySpan<byte> parameter, ReadOnlySpan<byte> data)
    {
        Parameter = parameter;
        Data = data;
    }

    /// <summary>How the job runs: trigger, frequency, answer size.</summary>
    public ReadOnlySpan<byte> Parameter { get; }

    /// <summary>What the job is about.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Reads the data; false where it is cut short.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out S7Test test)
    {
        test = default;
        if (bytes.Length < 4)
        {
            return false;
        }

        int parameter = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        int data = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        if (bytes.Length < 4 + parameter + data)
        {
            return false;
        }

        test = new S7Test(bytes.Slice(4, parameter), bytes.Slice(4 + parameter, data));
        return true;
    }

    /// <summary>How many variables the data names or shows.</summary>
    public int VariableCount => Data.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(Data) : 0;

    /// <summary>The address of the variable of that number; false where the data ends before it.</summary>
    public bool TryVariable(int number, out S7TestVariable variable)
    {
        int at = 2 + (number * S7TestVariable.Size);
        bool isThere = number >= 0 && number < VariableCount && at + S7TestVariable.Size <= Data.Length;
        variable = new S7TestVariable(isThere ? Data.Slice(at, S7TestVariable.Size) : default);
        return isThere;
    }

    /// <summary>The values that follow the addresses of a request.</summary>
    public S7TestValues Values => new(Data.Length > 2 + (VariableCount * S7TestVariable.Size) ? Data[(2 + (VariableCount * S7TestVariable.Size))..] : default, VariableCount);

    /// <summary>The values of an answer, which has no addresses.</summary>
    public S7TestValues AnsweredValues => new(Data.Length > 2 ? Data[2..] : default, VariableCount);
}
