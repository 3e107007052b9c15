using System.Buffers.Binary;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>Programmable block communication (BSEND and BRECV): one program sends data to another, in as many PDUs as it takes.
/// <code>
/// +------+--------+--------+---------+----------+- - - - - - -+------
/// | 0x12 | length | syntax | unknown | R_ID (4) | length (2)  | data
/// |      |        |  0x13  |         |          | in the first|
/// +------+--------+--------+---------+----------+- - - - - - -+------
/// </code>
/// Wireshark, packet-s7comm.c, s7comm_decode_ud_pbc_bsend_pre_reass.</summary>
internal sealed class S7BlockSends
{
    const int Head = 8;
    const int Limit = 4;

    readonly S7Transfers _transfers;
    readonly (uint Id, Direction Sender, int Number)[] _open = new (uint, Direction, int)[Limit];
    int _count;

    /// <summary>The block communication of a conversation.</summary>
    public S7BlockSends(S7Transfers transfers) => _transfers = transfers;

    /// <summary>Forgets everything.</summary>
    public void Reset() => _count = 0;

    /// <summary>Bytes of that direction are missing.</summary>
    public void Cut(Direction direction, FlowId flow, Batch batch)
    {
        for (int i = _count - 1; i >= 0; i--)
        {
            if (_open[i].Sender == direction)
            {
                Close(i, -1, ContentPhase.Cut, flow, batch);
            }
        }
    }

    /// <summary>The conversation ends.</summary>
    public void End(FlowId flow, Batch batch)
    {
        while (_count > 0)
        {
            Close(_count - 1, -1, ContentPhase.Cut, flow, batch);
        }
    }

    /// <summary>Says what one PDU with its answer amounted to: an act at the first, then the content.</summary>
    public void Say(in S7Exchange exchange, S7Userdata shown, ReadOnlySpan<byte> asked, S7UserdataResult result)
    {
        if (!exchange.HasRequest || asked.Length < Head)
        {
            exchange.Say(S7Extended.FunctionName(shown), Operation.Other, 0, default, default, result.Result, result.Error);
            return;
        }

        uint id = BinaryPrimitives.ReadUInt32BigEndian(asked[4..]);
        int place = Find(id, exchange.Commander);
        ReadOnlySpan<byte> part = asked[Head..];
        if (place < 0 || result.Result == ActResult.Refused)
        {
            Target target = S7Target.Pack(exchange.Batch, S7Space.BlockSend, asked.Slice(4, 4));
            exchange.Say(S7Extended.FunctionName(shown), Operation.Write, 0, target, default, result.Result, result.Error);
        }

        if (place < 0)
        {
            part = part[Math.Min(2, part.Length)..];
            place = Open(exchange, id);
        }

        exchange.Batch.Add(Of(place, exchange.Request, ContentPhase.Part, exchange.Flow) with { Part = exchange.Batch.Store(part) });
        if (result.Result == ActResult.Refused)
        {
            Close(place, exchange.Answer, ContentPhase.Cut, exchange.Flow, exchange.Batch);
        }
        else if (!shown.HasMore)
        {
            Close(place, exchange.Request, ContentPhase.Complete, exchange.Flow, exchange.Batch);
        }
    }

    int Find(uint id, Direction sender)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_open[i].Id == id && _open[i].Sender == sender)
            {
                return i;
            }
        }

        return -1;
    }

    int Open(in S7Exchange exchange, uint id)
    {
        if (_count == Limit)
        {
            Close(0, -1, ContentPhase.Cut, exchange.Flow, exchange.Batch);
        }

        _open[_count] = (id, exchange.Commander, _transfers.NextBody());
        Span<byte> buffer = stackalloc byte[24];
        ByteText name = new(buffer);
        name.Add("R_ID "u8);
        name.Hex(id, 8);
        exchange.Batch.Add(Of(_count, exchange.Request, ContentPhase.Begin, exchange.Flow) with
        {
            Name = exchange.Batch.Store(name.Text),
            MediaType = "application/octet-stream",
        });
        return _count++;
    }

    void Close(int place, int evidence, ContentPhase phase, FlowId flow, Batch batch)
    {
        batch.Add(Of(place, evidence, phase, flow));
        _count--;
        for (int i = place; i < _count; i++)
        {
            _open[i] = _open[i + 1];
        }
    }

    Content Of(int place, int evidence, ContentPhase phase, FlowId flow) => new()
    {
        Evidence = evidence,
        Flow = flow,
        Direction = _open[place].Sender,
        Number = _open[place].Number,
        Protocol = S7Parser.ProtocolName,
        Phase = phase,
    };
}
