using Quaywatch.Observations;
using Quaywatch.Protocols.Framework;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Protocols.Tests.Generic;

/// <summary>Drives one conversation through the framework as Wire does: streams in chunks, datagrams whole, every chunk in the
/// middle of guard bytes so that reading too far shows.</summary>
public sealed class Pump
{
    const byte Guard = 0xFF;

    readonly FlowConsumer _consumer;
    readonly bool _isStream;
    readonly int[] _at = new int[2];
    readonly Counter _counter = new();
    byte[] _buffer = new byte[64];

    /// <summary>A pump for a room's transport.</summary>
    public Pump(RoomSamples samples)
    {
        _consumer = Conversation.Factory(_counter)();
        _isStream = samples.Transport == Transport.Tcp;
        Ends = new FlowEnds
        {
            Transport = samples.Transport,
            EtherType = samples.Transport == Transport.Ethernet ? samples.Port : (ushort)0x0800,
            MacA = new MacAddress(0x02_00_00_00_00_01),
            MacB = new MacAddress(0x02_00_00_00_00_02),
            IpA = IpAddress.V4(0x0A000001),
            IpB = IpAddress.V4(0x0A000002),
            PortA = samples.Transport is Transport.Tcp or Transport.Udp ? (ushort)50_000 : (ushort)0,
            PortB = samples.Transport is Transport.Tcp or Transport.Udp ? samples.Port : (ushort)0,
        };
        Open();
    }

    /// <summary>The conversation's ends; side A is the client.</summary>
    public FlowEnds Ends { get; }

    /// <summary>What was said.</summary>
    public Batch Batch { get; } = new();

    /// <summary>The framework's consumer.</summary>
    public FlowConsumer Consumer => _consumer;

    /// <summary>Messages that the parser has read.</summary>
    public int Messages => _counter.Messages;

    /// <summary>The bytes of the last message that the parser has read.</summary>
    public byte[] Last => _counter.Last;

    /// <summary>Guard bytes before and behind each chunk.</summary>
    public int GuardBytes { get; set; } = 16;

    /// <summary>Begins anew, with the same parsers.</summary>
    public void Open()
    {
        FlowEnds ends = Ends;
        _consumer.Open(ends);
        _at.AsSpan().Clear();
        _counter.Messages = 0;
    }

    /// <summary>Hands over a message in one chunk.</summary>
    public void Say(SampleMessage message) => Say(message.FromClient, message.Bytes);

    /// <summary>Hands over bytes of a side in one chunk.</summary>
    public void Say(bool fromClient, ReadOnlySpan<byte> bytes)
    {
        Direction direction = fromClient ? Direction.FromA : Direction.FromB;
        int needed = bytes.Length + (2 * GuardBytes);
        if (_buffer.Length < needed)
        {
            _buffer = new byte[needed];
        }

        _buffer.AsSpan().Fill(Guard);
        bytes.CopyTo(_buffer.AsSpan(GuardBytes));
        PacketPart part = new(1, 0, 1, 1, _at[(int)direction], bytes.Length);
        _at[(int)direction] += bytes.Length;
        Chunk chunk = new()
        {
            Bytes = _buffer.AsSpan(GuardBytes, bytes.Length),
            Parts = new ReadOnlySpan<PacketPart>(in part),
            Direction = direction,
            Time = 1,
        };
        if (_isStream)
        {
            _consumer.OnStream(chunk, Batch);
        }
        else
        {
            _consumer.OnDatagram(chunk, Batch);
        }
    }

    /// <summary>Leaves out bytes of a side.</summary>
    public void Gap(bool fromClient, int bytes = 1)
    {
        Direction direction = fromClient ? Direction.FromA : Direction.FromB;
        _at[(int)direction] += bytes;
        _consumer.OnGap(direction, bytes, Batch);
    }

    /// <summary>Ends the conversation.</summary>
    public void End() => _consumer.OnEnd(1, Batch);

    sealed class Counter : MessageListener
    {
        byte[] _last = new byte[64];
        int _length;

        public int Messages { get; set; }

        public byte[] Last => _last[.._length];

        public override void OnMessage(Protocol protocol, in Where where, in Message message, Batch batch)
        {
            Messages++;
            _length = message.Bytes.Length;
            if (_last.Length < _length)
            {
                _last = new byte[_length];
            }

            message.Bytes.CopyTo(_last);
        }
    }
}
