using System.Buffers.Binary;

namespace Quaywatch.Protocols.Tls;

/// <summary>Builds records, handshake messages and hellos from their parts. Returns how many bytes were written.</summary>
public static class TlsEncoder
{
    /// <summary>A record around a body.</summary>
    public static int Record(Span<byte> to, byte type, ushort version, ReadOnlySpan<byte> body)
    {
        to[0] = type;
        BinaryPrimitives.WriteUInt16BigEndian(to[1..], version);
        BinaryPrimitives.WriteUInt16BigEndian(to[3..], (ushort)body.Length);
        body.CopyTo(to[TlsFrame.HeaderSize..]);
        return TlsFrame.HeaderSize + body.Length;
    }

    /// <summary>A handshake message around a body.</summary>
    public static int Handshake(Span<byte> to, byte type, ReadOnlySpan<byte> body)
    {
        to[0] = type;
        to[1] = (byte)(body.Length >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(to[2..], (ushort)body.Length);
        body.CopyTo(to[TlsHandshakes.HeaderSize..]);
        return TlsHandshakes.HeaderSize + body.Length;
    }

    /// <summary>The body of a hello from its view.</summary>
    public static int Hello(Span<byte> to, TlsHello hello)
    {
        BinaryPrimitives.WriteUInt16BigEndian(to, hello.OldVersion);
        int at = 2;
        at += Bytes(to[at..], hello.Random);
        at += Vector(to[at..], 1, hello.SessionId);
        at += hello.IsClient ? Vector(to[at..], 2, hello.Ciphers) : Bytes(to[at..], hello.Ciphers);
        at += hello.IsClient ? Vector(to[at..], 1, hello.Compressions) : Bytes(to[at..], hello.Compressions);
        if (!hello.HasExtensions)
        {
            return at;
        }

        int begin = at;
        at += 2;
        TlsExtensions extensions = hello.Extensions;
        while (extensions.MoveNext())
        {
            at += Extension(to[at..], extensions.Type, extensions.Data);
        }

        BinaryPrimitives.WriteUInt16BigEndian(to[begin..], (ushort)(at - begin - 2));
        return at;
    }

    /// <summary>One extension.</summary>
    public static int Extension(Span<byte> to, ushort type, ReadOnlySpan<byte> data)
    {
        BinaryPrimitives.WriteUInt16BigEndian(to, type);
        return 2 + Vector(to[2..], 2, data);
    }

    static int Bytes(Span<byte> to, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(to);
        return bytes.Length;
    }

    static int Vector(Span<byte> to, int lengthSize, ReadOnlySpan<byte> bytes)
    {
        if (lengthSize == 1)
        {
            to[0] = (byte)bytes.Length;
        }
        else
        {
            BinaryPrimitives.WriteUInt16BigEndian(to, (ushort)bytes.Length);
        }

        bytes.CopyTo(to[lengthSize..]);
        return lengthSize + bytes.Length;
    }
}
