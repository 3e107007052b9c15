using System.Buffers.Binary;

namespace Quaywatch.Protocols.S7;

/// <summary>The parameter part of a PI-Service job (0x28) or PLC Stop (0x29). Wireshark, packet-s7comm.c,
/// s7comm_decode_pi_service and s7comm_decode_plc_controls_param_hex29:
/// <code>
/// 0x28: +----------+-------------+------------+-----------+-------------+------
///       | function | unknown (7) | length (2) | arguments | length (1)  | name
///       +----------+-------------+------------+-----------+-------------+------
/// 0x29: +----------+-------------+-------------+------
///       | function | unknown (5) | length (1)  | name
///       +----------+-------------+-------------+------
/// </code></summary>
public readonly ref struct S7PiJob
{
    /// <summary>Where the arguments' length lies in a PI-Service job.</summary>
    public const int ArgumentsLengthOffset = 8;

    /// <summary>Where the name's length lies in a PLC Stop job.</summary>
    public const int StopNameOffset = 6;

    S7PiJob(ReadOnlySpan<byte> arguments, ReadOnlySpan<byte> name)
    {
        Arguments = arguments;
        Name = name;
    }

    /// <summary>The arguments.</summary>
    public ReadOnlySpan<byte> Arguments { get; }

    /// <summary>The service's name.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>Reads the parameter part; false where it is cut short.</summary>
    public static bool TryRead(ReadOnlySpan<byte> parameter, out S7PiJob job)
    {
        job = default;
        bool isStop = parameter.Length > 0 && parameter[0] == (byte)S7Function.PlcStop;
        int at = StopNameOffset;
        ReadOnlySpan<byte> arguments = default;
        if (!isStop)
        {
            if (parameter.Length < ArgumentsLengthOffset + 2)
            {
                return false;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(parameter[ArgumentsLengthOffset..]);
            at = ArgumentsLengthOffset + 2 + length;
            if (parameter.Length < at)
            {
                return false;
            }

            arguments = parameter.Slice(ArgumentsLengthOffset + 2, length);
        }

        if (parameter.Length <= at || parameter.Length < at + 1 + parameter[at])
        {
            return false;
        }

        job = new S7PiJob(arguments, parameter.Slice(at + 1, parameter[at]));
        return true;
    }

    /// <summary>The argument of that number where they are texts with a length; empty where it is not there. A text whose length
    /// with its own byte is odd is followed by a fill byte.</summary>
    public ReadOnlySpan<byte> Text(int number)
    {
        ReadOnlySpan<byte> rest = Arguments;
        for (int i = 0; rest.Length > 0 && rest.Length > rest[0]; i++)
        {
            int length = rest[0];
            if (i == number)
            {
                return rest.Slice(1, length);
            }

            int step = 1 + length + (length % 2 == 0 ? 1 : 0);
            rest = rest[Math.Min(step, rest.Length)..];
        }

        return default;
    }
}
