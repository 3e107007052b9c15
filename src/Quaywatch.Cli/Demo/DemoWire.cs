using System.Buffers;
using Quaywatch.Observations;
using Quaywatch.Wire.Capture;
using Quaywatch.Wire.Link;

namespace Quaywatch.Cli.Demo;

/// <summary>The mirror port of the demonstration: frames with their times, written as pcapng in the order of time.</summary>
sealed class DemoWire
{
    const int LongestFrame = 1514;

    readonly List<(long Time, int Order, byte[] Frame)> _frames = [];

    /// <summary>Puts a frame on the wire.</summary>
    /// <param name="time">When, nanoseconds since 1970.</param>
    /// <param name="build">Writes it.</param>
    public void Send(long time, Build build)
    {
        FrameBuilder builder = new(new byte[LongestFrame]);
        build(ref builder);
        builder.Pad();
        _frames.Add((time, _frames.Count, builder.Frame.ToArray()));
    }

    /// <summary>One host asks for the other's MAC address, and is told.</summary>
    public void Arp(long time, DemoHost asks, DemoHost owner)
    {
        Send(time, (ref FrameBuilder frame) =>
        {
            frame.Ethernet(asks.Mac, new MacAddress(0xFFFF_FFFF_FFFF));
            frame.Arp(1, asks.Mac, asks.Ip, default, owner.Ip);
        });
        Send(time + DemoTime.Answer, (ref FrameBuilder frame) =>
        {
            frame.Ethernet(owner.Mac, asks.Mac);
            frame.Arp(2, owner.Mac, owner.Ip, asks.Mac, asks.Ip);
        });
    }

    /// <summary>A datagram.</summary>
    public void Udp(long time, DemoHost from, ushort fromPort, DemoHost to, ushort toPort, byte[] payload) => Send(time, (ref FrameBuilder frame) =>
    {
        frame.Ethernet(from.Mac, to.Mac);
        frame.Ip(from.Ip, to.Ip);
        frame.Udp(fromPort, toPort, payload);
    });

    /// <summary>Writes the capture.</summary>
    public void WriteTo(Stream to)
    {
        PcapngWriter writer = new(to, "A small crane, made by quaywatch demo");
        int ethernet = writer.AddInterface(LinkType.Ethernet);
        foreach ((long time, _, byte[] frame) in _frames.OrderBy(frame => frame.Time).ThenBy(frame => frame.Order))
        {
            writer.Write(ethernet, time, frame);
        }
    }

    /// <summary>What a message's encoder writes.</summary>
    public static byte[] Bytes(Action<IBufferWriter<byte>> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        write(buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a frame.</summary>
    public delegate void Build(ref FrameBuilder frame);
}
