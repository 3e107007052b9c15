using Quaywatch.Observations;
using Quaywatch.Protocols.Framework;
using Quaywatch.Protocols.Modbus;
using Quaywatch.Protocols.Tests.Generic;
using Quaywatch.Wire.Flows;
using static Quaywatch.Protocols.Tests.Modbus.ModbusSamples;

namespace Quaywatch.Protocols.Tests.Modbus;

/// <summary>A conversation told by hand: who says what at which time, on which ports.</summary>
sealed class ModbusTalk
{
    const long Millisecond = 1_000_000;

    readonly FlowConsumer _consumer = Conversation.Factory()();
    readonly bool _isStream;
    readonly int[] _at = new int[2];
    FlowEnds _ends;
    long _time;

    /// <summary>A talk between the first packet's sender and the other side.</summary>
    public ModbusTalk(ushort portA = 50_000, ushort portB = ModbusLimits.Port, Transport transport = Transport.Tcp)
    {
        _ends = new FlowEnds { Transport = transport, PortA = portA, PortB = portB, IpA = IpAddress.V4(1), IpB = IpAddress.V4(2) };
        _isStream = transport == Transport.Tcp;
        _consumer.Open(_ends);
    }

    public Batch Batch { get; } = new();

    public FlowConsumer Consumer => _consumer;

    /// <summary>Lets packet time pass.</summary>
    public ModbusTalk Wait(int milliseconds)
    {
        _time += milliseconds * Millisecond;
        return this;
    }

    /// <summary>Side A says a message: transaction, unit, and the bytes from the function code on.</summary>
    public ModbusTalk A(ushort transaction, byte unit, string pdu) => Say(Direction.FromA, Pdu(transaction, unit, pdu));

    /// <summary>Side B says a message.</summary>
    public ModbusTalk B(ushort transaction, byte unit, string pdu) => Say(Direction.FromB, Pdu(transaction, unit, pdu));

    /// <summary>A side says any bytes.</summary>
    public ModbusTalk Say(Direction direction, byte[] bytes)
    {
        PacketPart[] parts = [new(_time, 0, 1, 1, _at[(int)direction], bytes.Length)];
        _at[(int)direction] += bytes.Length;
        Chunk chunk = new() { Bytes = bytes, Parts = parts, Direction = direction, Time = _time };
        if (_isStream)
        {
            _consumer.OnStream(chunk, Batch);
        }
        else
        {
            _consumer.OnDatagram(chunk, Batch);
        }

        return this;
    }

    /// <summary>Bytes of a side are missing.</summary>
    public ModbusTalk Gap(Direction direction)
    {
        _consumer.OnGap(direction, 12, Batch);
        return this;
    }

    /// <summary>A block of input ends.</summary>
    public ModbusTalk Clock()
    {
        _consumer.OnClock(_time, Batch);
        return this;
    }

    /// <summary>The conversation ends.</summary>
    public ModbusTalk End()
    {
        _consumer.OnEnd(_time, Batch);
        return this;
    }

    /// <summary>The lines of one kind of observation, without the places of their bytes.</summary>
    public string[] Lines(ObservationKind kind) => [.. Transcript.Words(Batch).Where(line => line.StartsWith(kind + " ", StringComparison.Ordinal)).Select(line => line[(kind.ToString().Length + 1)..])];

    public string[] Acts => Lines(ObservationKind.Act);
}
