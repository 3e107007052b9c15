using Quaywatch.Observations;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.Tls;

/// <summary>The field tree of a record, or of the records that one handshake message lies in. Extensions are
/// <see cref="TlsDescribeExtensions"/>'s.</summary>
static class TlsDescribe
{
    /// <summary>Names of a certificate that are shown.</summary>
    const int MostNames = 100;

    public static void Describe(ReadOnlySpan<byte> bytes, FieldTree tree)
    {
        if (!TlsFrame.TryRead(bytes, out TlsFrame first))
        {
            tree.Bytes("Part of an encrypted record", bytes, 0);
            return;
        }

        FieldCursor fields = new(tree, bytes.ToArray(), 0);
        bool isAlone = bytes.Length <= first.Size;
        List<byte> joined = [];
        while (fields.Left > 0)
        {
            if (!TlsFrame.TryRead(fields.Rest, out TlsFrame frame))
            {
                fields.Remainder("Bytes behind the record");
                return;
            }

            joined.AddRange(frame.Body);
            Record(fields, frame, isAlone);
        }

        if (!isAlone && TlsHandshakes.Fit(joined.ToArray()) != TlsFit.Opaque)
        {
            // joined from several records: the fields have no place of their own
            Handshakes(new FieldCursor(tree, joined.ToArray(), bytes.Length, isPlaced: false));
        }
    }

    static void Record(FieldCursor outer, TlsFrame frame, bool isAlone)
    {
        byte type = frame.Type;
        bool isClear = TlsHandshakes.Fit(frame.Body) != TlsFit.Opaque;
        int length = frame.BodyLength;
        int there = Math.Min(frame.Size, outer.Left);
        outer.Open("Record", TlsNames.RecordType(type) ?? "", there);
        FieldCursor fields = outer.Take(there);
        fields.Number("Content Type", 1, "tls.record.content_type", TlsNames.RecordType);
        fields.Code("Version", 2, "tls.record.version", Version);
        fields.Number("Length", 2, "tls.record.length");
        switch (type)
        {
            case TlsNames.ChangeCipherSpec:
                fields.Remainder("Change Cipher Spec Message");
                break;
            case TlsNames.Alert when length == 2:
                fields.Number("Level", 1, "tls.alert_message.level", level => level switch { 1 => "Warning", TlsNames.Fatal => "Fatal", _ => null });
                fields.Number("Description", 1, "tls.alert_message.desc", code => TlsNames.Alerts.GetValueOrDefault((byte)code));
                break;
            case TlsNames.Alert:
                fields.Remainder("Encrypted Alert");
                break;
            case TlsNames.Handshake when !isAlone:
                fields.Remainder("Part of a handshake message");
                break;
            case TlsNames.Handshake when isClear:
                Handshakes(fields);
                break;
            case TlsNames.Handshake:
                fields.Remainder("Encrypted Handshake Message");
                break;
            default:
                fields.Remainder("Encrypted Application Data", "tls.app_data");
                break;
        }

        fields.Remainder("Bytes behind the message");
        outer.Close();
    }

    static void Handshakes(FieldCursor outer)
    {
        while (outer.Left > 0)
        {
            uint type = outer.Peek(1);
            int size = TlsHandshakes.HeaderSize + (int)outer.Peek(3, 1);
            int there = Math.Min(size, outer.Left);
            outer.Open("Handshake Protocol", TlsNames.Handshakes.GetValueOrDefault((byte)type) ?? "", there);
            FieldCursor fields = outer.Take(there);
            fields.Number("Handshake Type", 1, "tls.handshake.type", code => TlsNames.Handshakes.GetValueOrDefault((byte)code));
            fields.Number("Length", 3, "tls.handshake.length");
            switch (type)
            {
                case TlsNames.ClientHello or TlsNames.ServerHello:
                    Hello(fields, isClient: type == TlsNames.ClientHello);
                    break;
                case TlsNames.Certificate:
                    Certificates(fields);
                    break;
                default:
                    break;
            }

            fields.Remainder("Data");
            outer.Close();
        }
    }

    static void Hello(FieldCursor fields, bool isClient)
    {
        byte[] body = fields.Rest.ToArray();
        fields.Code("Version", 2, "tls.handshake.version", Version);
        fields.Bytes("Random", 32, "tls.handshake.random");
        int session = (int)fields.Number("Session ID Length", 1, "tls.handshake.session_id_length");
        fields.Bytes("Session ID", session, "tls.handshake.session_id");
        if (isClient)
        {
            int length = (int)fields.Number("Cipher Suites Length", 2, "tls.handshake.cipher_suites_length");
            TlsDescribeExtensions.Codes(fields, "Cipher Suite", length, "tls.handshake.ciphersuite", Cipher);
            int methods = (int)fields.Number("Compression Methods Length", 1, "tls.handshake.comp_methods_length");
            FieldCursor compressions = fields.Take(methods);
            while (compressions.Left > 0)
            {
                Compression(compressions);
            }
        }
        else
        {
            fields.Code("Cipher Suite", 2, "tls.handshake.ciphersuite", Cipher);
            Compression(fields);
        }

        if (fields.Left > 0)
        {
            int length = (int)fields.Number("Extensions Length", 2, "tls.handshake.extensions_length");
            TlsDescribeExtensions.Describe(fields.Take(length), isClient);
        }

        if (isClient && TlsHello.TryRead(body, isClient, out TlsHello hello))
        {
            Span<byte> fingerprint = stackalloc byte[TlsJa4.Length];
            new TlsJa4().Write(hello, fingerprint);
            string text = NetworkText.Decode(fingerprint);
            fields.Tree.Field("JA4", text, fields.Offset, 0, raw: text);
        }
    }

    static void Compression(FieldCursor fields) =>
        fields.Number("Compression Method", 1, "tls.handshake.comp_method", method => method switch { 0 => "null", 1 => "DEFLATE", _ => null });

    /// <summary>TLS 1.2 and older; a list of TLS 1.3 is never in clear.</summary>
    static void Certificates(FieldCursor fields)
    {
        int length = (int)fields.Number("Certificates Length", 3, "tls.handshake.certificates_length");
        FieldCursor list = fields.Take(length);
        while (list.Left > 0)
        {
            int size = (int)list.Number("Certificate Length", 3, "tls.handshake.certificate_length");
            int offset = list.Offset;
            ReadOnlySpan<byte> der = list.Rest[..Math.Min(size, list.Left)];
            if (TlsCertificate.TryRead(der, out TlsCertificate certificate))
            {
                Certificate(certificate, fields.Tree, offset);
            }

            list.Bytes("Certificate", size);
        }
    }

    static void Certificate(TlsCertificate certificate, FieldTree tree, int offset)
    {
        Name("Subject common name", certificate.CommonName, tree, offset);
        Name("Subject organisation", certificate.Organisation, tree, offset);
        Name("Issuer common name", certificate.IssuerCommonName, tree, offset);
        Name("Issuer organisation", certificate.IssuerOrganisation, tree, offset);
        Name("Not before", certificate.NotBefore, tree, offset);
        Name("Not after", certificate.NotAfter, tree, offset);
        for (int place = 0; place < MostNames; place++)
        {
            ReadOnlySpan<byte> name = certificate.DnsNameAt(place);
            if (name.IsEmpty)
            {
                return;
            }

            tree.Field("DNS name", NetworkText.Decode(name), offset, 0, "x509ce.dNSName", NetworkText.Decode(name));
        }
    }

    static void Name(string name, ReadOnlySpan<byte> value, FieldTree tree, int offset)
    {
        if (!value.IsEmpty)
        {
            string text = NetworkText.Decode(value);
            tree.Field(name, text, offset, 0, raw: text);
        }
    }

    internal static string? Version(uint version) => TlsNames.IsGrease((ushort)version) ? "Reserved (GREASE)" : TlsNames.Version((ushort)version);

    static string? Cipher(uint cipher) => TlsNames.IsGrease((ushort)cipher)
        ? "Reserved (GREASE)"
        : TlsCipherNames.All.GetValueOrDefault((ushort)cipher);
}
