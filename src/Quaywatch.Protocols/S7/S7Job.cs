using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>A job that the controller goes on answering: a cyclic read, a watched or modified variable table.</summary>
internal sealed class S7Job
{
    /// <summary>Bytes of a request that are kept; PDUs have 960 at most.</summary>
    const int Longest = 1024;

    byte[] _data = [];

    /// <summary>The side that answers.</summary>
    public Direction Holder { get; private set; }

    /// <summary>Its group.</summary>
    public S7Group Group { get; private set; }

    /// <summary>Its function.</summary>
    public byte Subfunction { get; private set; }

    /// <summary>Its number, given by the controller.</summary>
    public byte Number { get; private set; }

    /// <summary>Bytes of the request's data.</summary>
    public int Length { get; private set; }

    /// <summary>The request's data without its head.</summary>
    public ReadOnlySpan<byte> Data => _data.AsSpan(0, Length);

    /// <summary>Takes up a job in this place; what is too long is not kept.</summary>
    public void Begin(Direction holder, S7Userdata request, byte number, ReadOnlySpan<byte> data)
    {
        Holder = holder;
        Group = request.Group;
        Subfunction = request.Subfunction;
        Number = number;
        Length = data.Length <= Longest ? data.Length : 0;
        if (_data.Length < Length)
        {
            _data = new byte[Longest];
        }

        data[..Length].CopyTo(_data);
    }
}
