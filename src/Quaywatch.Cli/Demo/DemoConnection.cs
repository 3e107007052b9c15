using System.Buffers;
using Quaywatch.Wire.Link;

namespace Quaywatch.Cli.Demo;

/// <summary>A TCP connection of the demonstration: numbers and acknowledgements come out right by themselves.</summary>
/// <param name="wire">The wire.</param>
/// <param name="client">Who opens it.</param>
/// <param name="clientPort">From which port.</param>
/// <param name="server">Who is asked.</param>
/// <param name="serverPort">At which port.</param>
sealed class DemoConnection(DemoWire wire, DemoHost client, ushort clientPort, DemoHost server, ushort serverPort)
{
    uint _clientNext = 0x1000_0000u + clientPort;
    uint _serverNext = 0x2000_0000u + clientPort;

    /// <summary>Three packets that open it.</summary>
    public void Open(long time)
    {
        FromClient(time, TcpFlags.Syn, []);
        FromServer(time + DemoTime.Hop, TcpFlags.Syn | TcpFlags.Ack, []);
        FromClient(time + (2 * DemoTime.Hop), TcpFlags.Ack, []);
    }

    /// <summary>A request and its answer.</summary>
    public void Exchange(long time, Action<IBufferWriter<byte>> request, Action<IBufferWriter<byte>> answer)
    {
        FromClient(time, TcpFlags.Psh | TcpFlags.Ack, DemoWire.Bytes(request));
        FromServer(time + DemoTime.Answer, TcpFlags.Psh | TcpFlags.Ack, DemoWire.Bytes(answer));
        FromClient(time + DemoTime.Answer + DemoTime.Hop, TcpFlags.Ack, []);
    }

    /// <summary>Three packets that close it.</summary>
    public void Close(long time)
    {
        FromClient(time, TcpFlags.Fin | TcpFlags.Ack, []);
        FromServer(time + DemoTime.Hop, TcpFlags.Fin | TcpFlags.Ack, []);
        FromClient(time + (2 * DemoTime.Hop), TcpFlags.Ack, []);
    }

    void FromClient(long time, TcpFlags flags, byte[] payload)
    {
        uint sequence = _clientNext;
        uint acknowledgement = (flags & TcpFlags.Ack) != 0 ? _serverNext : 0;
        Send(time, client, clientPort, server, serverPort, sequence, acknowledgement, flags, payload);
        _clientNext += Length(flags, payload);
    }

    void FromServer(long time, TcpFlags flags, byte[] payload)
    {
        Send(time, server, serverPort, client, clientPort, _serverNext, _clientNext, flags, payload);
        _serverNext += Length(flags, payload);
    }

    void Send(long time, DemoHost from, ushort fromPort, DemoHost to, ushort toPort, uint sequence, uint acknowledgement, TcpFlags flags, byte[] payload) =>
        wire.Send(time, (ref FrameBuilder frame) =>
        {
            frame.Ethernet(from.Mac, to.Mac);
            frame.Ip(from.Ip, to.Ip);
            frame.Tcp(fromPort, toPort, sequence, acknowledgement, flags, payload);
        });

    static uint Length(TcpFlags flags, byte[] payload) => (uint)payload.Length + ((flags & (TcpFlags.Syn | TcpFlags.Fin)) != 0 ? 1u : 0u);
}
