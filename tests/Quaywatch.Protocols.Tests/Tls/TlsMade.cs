using System.Formats.Asn1;
using Quaywatch.Protocols.Tls;

namespace Quaywatch.Protocols.Tests.Tls;

/// <summary>Records made by hand.</summary>
static class TlsMade
{
    public const byte ChangeCipherSpec = 20;
    public const byte Alert = 21;
    public const byte Handshake = 22;
    public const byte ApplicationData = 23;

    public static byte[] Record(byte type, byte[] body, ushort version = 0x0303)
    {
        byte[] record = new byte[TlsFrame.HeaderSize + body.Length];
        TlsEncoder.Record(record, type, version, body);
        return record;
    }

    public static byte[] Message(byte type, byte[] body)
    {
        byte[] message = new byte[4 + body.Length];
        TlsEncoder.Handshake(message, type, body);
        return message;
    }

    public static byte[] Extension(ushort type, byte[] data)
    {
        byte[] extension = new byte[4 + data.Length];
        TlsEncoder.Extension(extension, type, data);
        return extension;
    }

    /// <summary>The body of a client's hello; only the lengths of extensions are made up here.</summary>
    public static byte[] ClientHello(ushort[] ciphers, params byte[][] extensions)
    {
        byte[] all = [.. extensions.SelectMany(extension => extension)];
        return
        [
            3, 3, .. Enumerable.Repeat((byte)0x5A, 32), 0, (byte)(ciphers.Length >> 7), (byte)(ciphers.Length * 2),
            .. ciphers.SelectMany(cipher => new[] { (byte)(cipher >> 8), (byte)cipher }), 1, 0, (byte)(all.Length >> 8), (byte)all.Length, .. all,
        ];
    }

    public static byte[] ServerHello(ushort cipher, params byte[][] extensions)
    {
        byte[] all = [.. extensions.SelectMany(extension => extension)];
        return [3, 3, .. Enumerable.Repeat((byte)0xA5, 32), 0, (byte)(cipher >> 8), (byte)cipher, 0, (byte)(all.Length >> 8), (byte)all.Length, .. all];
    }

    public static byte[] ServerName(string name) =>
        Extension(0, [0, (byte)(name.Length + 3), 0, 0, (byte)name.Length, .. System.Text.Encoding.ASCII.GetBytes(name)]);

    public static byte[] Application(string name) =>
        Extension(16, [0, (byte)(name.Length + 1), (byte)name.Length, .. System.Text.Encoding.ASCII.GetBytes(name)]);

    /// <summary>The hello of a gateway that asks its maker's server.</summary>
    public static byte[] Hello(params byte[][] further) => ClientHello(
        [0x2A2A, 0x1301, 0xC02F, 0x009C],
        [
            ServerName("remote.crane-maker.example"), Application("h2"), Extension(43, [4, 3, 4, 3, 3]), Extension(10, [0, 4, 0, 29, 0, 23]),
            Extension(11, [1, 0]), Extension(13, [0, 4, 4, 3, 8, 4]), Extension(51, [0, 6, 0, 29, 0, 2, 7, 7]), Extension(0x1A1A, []), .. further,
        ]);

    public static byte[] Certificates()
    {
        byte[] der = Certificate();
        int size = der.Length;
        return [0, (byte)((size + 3) >> 8), (byte)(size + 3), 0, (byte)(size >> 8), (byte)size, .. der];
    }

    /// <summary>A certificate with all that is read of one, and nothing that proves it.</summary>
    public static byte[] Certificate()
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                {
                    writer.WriteInteger(2);
                }

                writer.WriteInteger(7);
                Algorithm(writer);
                Name(writer, "Example Trust", "Example CA");
                using (writer.PushSequence())
                {
                    writer.WriteUtcTime(new DateTimeOffset(2024, 1, 31, 0, 0, 0, TimeSpan.Zero));
                    writer.WriteGeneralizedTime(new DateTimeOffset(2051, 2, 28, 23, 59, 59, TimeSpan.Zero));
                }

                Name(writer, "Crane Maker GmbH", "remote.crane-maker.example");
                Algorithm(writer);
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 3)))
                using (writer.PushSequence())
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("2.5.29.17");
                    using (writer.PushOctetString())
                    using (writer.PushSequence())
                    {
                        writer.WriteCharacterString(UniversalTagNumber.IA5String, "a.example", new Asn1Tag(TagClass.ContextSpecific, 2));
                        writer.WriteCharacterString(UniversalTagNumber.IA5String, "b.example", new Asn1Tag(TagClass.ContextSpecific, 2));
                    }
                }
            }

            Algorithm(writer);
            writer.WriteBitString([1]);
        }

        return writer.Encode();
    }

    static void Algorithm(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.10045.4.3.2");
        }
    }

    static void Name(AsnWriter writer, string organisation, string commonName)
    {
        using (writer.PushSequence())
        {
            Part(writer, "2.5.4.10", organisation);
            Part(writer, "2.5.4.3", commonName);
        }
    }

    static void Part(AsnWriter writer, string type, string value)
    {
        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            writer.WriteCharacterString(UniversalTagNumber.UTF8String, value);
        }
    }
}
