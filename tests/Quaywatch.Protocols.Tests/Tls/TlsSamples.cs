using System.Globalization;
using Quaywatch.Observations;
using Quaywatch.Protocols.Tests.Generic;
using Quaywatch.Protocols.Tls;

namespace Quaywatch.Protocols.Tests.Tls;

/// <summary>Conversations of a remote-support gateway with its maker's server.</summary>
public sealed class TlsSamples : RoomSamples
{
    public override Protocol Protocol { get; } = new TlsProtocol();

    public override Transport Transport => Transport.Tcp;

    public override ushort Port => 443;

    public override IEnumerable<SampleConversation> Conversations()
    {
        byte[] hello = TlsMade.Message(1, TlsMade.Hello());
        byte[] clientHello = TlsMade.Record(TlsMade.Handshake, hello, 0x0301);
        byte[] flight =
        [
            .. TlsMade.Message(2, TlsMade.ServerHello(0xC02F, TlsMade.Application("h2"))), .. TlsMade.Message(11, TlsMade.Certificates()), .. TlsMade.Message(14, []),
        ];
        byte[] change = TlsMade.Record(TlsMade.ChangeCipherSpec, [1]);
        byte[] finished = TlsMade.Record(TlsMade.Handshake, [0, 0, 0, 0, 0, 0, 0, 0, 0x71, 0x15, 0x80, 0x22]);
        byte[] data = TlsMade.Record(TlsMade.ApplicationData, [.. Enumerable.Range(0, 40).Select(i => (byte)(i * 37))]);
        yield return new("TLS 1.2", [new(true, clientHello), new(false, TlsMade.Record(TlsMade.Handshake, flight)),
            new(true, TlsMade.Record(TlsMade.Handshake, TlsMade.Message(16, [4, 1, 2, 3, 4]))), new(true, change), new(true, finished),
            new(false, change), new(false, finished), new(true, data), new(false, data)]);
        byte[] third = TlsMade.Record(TlsMade.Handshake, TlsMade.Message(2, TlsMade.ServerHello(0x1301, TlsMade.Extension(43, [3, 4]),
            TlsMade.Extension(51, [0, 29, 0, 2, 9, 9]))));
        yield return new("TLS 1.3", [new(true, clientHello), new(false, third), new(false, change), new(false, data), new(true, change), new(true, data)]);
        byte[] parts = [.. TlsMade.Record(TlsMade.Handshake, hello[..7], 0x0301), .. TlsMade.Record(TlsMade.Handshake, hello[7..50], 0x0301),
            .. TlsMade.Record(TlsMade.Handshake, hello[50..], 0x0301)];
        byte[] old = TlsMade.Record(TlsMade.Handshake, TlsMade.Message(1, TlsMade.ClientHello([0x0005])));
        yield return new("refused", [new(true, old), new(false, TlsMade.Record(TlsMade.Alert, [2, 40]))]);
        yield return new("hello in parts", [new(true, parts), new(false, third), new(false, data)]);
    }

    public override byte[]? Encode(SampleMessage message)
    {
        Assert.True(TlsFrame.TryRead(message.Bytes, out TlsFrame frame));
        if (frame.Size != message.Bytes.Length)
        {
            return null;
        }

        byte[] body = [.. frame.Body];
        if (frame.Type == TlsMade.Handshake && body[0] is 1 or 2 && TlsHello.TryRead(body.AsSpan(4, (body[2] << 8) | body[3]), body[0] == 1, out TlsHello hello))
        {
            Span<byte> built = new byte[body.Length];
            int length = TlsEncoder.Hello(built, hello);
            body = [.. TlsMade.Message(body[0], built[..length].ToArray()), .. body.AsSpan(4 + length)];
        }

        return TlsMade.Record(frame.Type, body, frame.Version);
    }

    public override IEnumerable<(string Filter, string Raw)> View(SampleMessage message)
    {
        List<(string, string)> fields = [];
        ReadOnlySpan<byte> rest = message.Bytes;
        while (TlsFrame.TryRead(rest, out TlsFrame frame))
        {
            fields.Add(("tls.record.content_type", frame.Type.ToString(CultureInfo.InvariantCulture)));
            fields.Add(("tls.record.version", frame.Version.ToString(CultureInfo.InvariantCulture)));
            fields.Add(("tls.record.length", frame.BodyLength.ToString(CultureInfo.InvariantCulture)));
            if (frame.Size == message.Bytes.Length && frame.Type == TlsMade.Handshake && frame.Body[0] is 1
                && TlsHello.TryRead(frame.Body[4..], isClient: true, out TlsHello hello) && !hello.ServerName.IsEmpty)
            {
                fields.Add(("tls.handshake.extensions_server_name", NetworkText.Decode(hello.ServerName)));
                fields.Add(("tls.handshake.extensions_alpn_str", NetworkText.Decode(hello.Application)));
            }

            rest = rest[frame.Size..];
        }

        return fields;
    }
}
