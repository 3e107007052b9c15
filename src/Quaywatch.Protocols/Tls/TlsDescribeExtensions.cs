using Quaywatch.Observations;

namespace Quaywatch.Protocols.Tls;

/// <summary>The extensions of a hello, field by field; those without fields here as bytes.</summary>
static class TlsDescribeExtensions
{
    public static void Describe(FieldCursor list, bool isClient)
    {
        while (list.Left > 0)
        {
            int there = Math.Min(4 + (int)list.Peek(2, 2), list.Left);
            ushort type = (ushort)list.Peek(2);
            list.Open("Extension", Type(type) ?? "", there);
            FieldCursor fields = list.Take(there);
            fields.Number("Type", 2, "tls.handshake.extension.type", code => Type((ushort)code));
            fields.Number("Length", 2, "tls.handshake.extension.len");
            if (fields.Left > 0)
            {
                Data(fields, type, isClient);
            }

            fields.Remainder("Data");
            list.Close();
        }
    }

    /// <summary>Codes of two bytes, one behind the other.</summary>
    public static void Codes(FieldCursor outer, string name, int length, string filter, Func<uint, string?> meaning)
    {
        FieldCursor codes = outer.Take(length);
        while (codes.Left > 0)
        {
            codes.Code(name, 2, filter, meaning);
        }
    }

    static void Data(FieldCursor fields, ushort type, bool isClient)
    {
        switch (type)
        {
            case TlsNames.ServerName:
                ServerNames(fields);
                break;
            case TlsNames.Groups:
                int groups = (int)fields.Number("Supported Groups List Length", 2, "tls.handshake.extensions_supported_groups_length");
                Codes(fields, "Supported Group", groups, "tls.handshake.extensions_supported_group", Group);
                break;
            case TlsNames.PointFormats:
                PointFormats(fields);
                break;
            case TlsNames.SignatureAlgorithms:
                int algorithms = (int)fields.Number("Signature Hash Algorithms Length", 2, "tls.handshake.sig_hash_alg_len");
                Codes(fields, "Signature Algorithm", algorithms, "tls.handshake.sig_hash_alg", code => TlsNames.SignatureNames.GetValueOrDefault((ushort)code));
                break;
            case TlsNames.Alpn:
                Applications(fields);
                break;
            case TlsNames.SupportedVersions when isClient:
                int versions = (int)fields.Number("Supported Versions length", 1, "tls.handshake.extensions.supported_versions_len");
                Codes(fields, "Supported Version", versions, "tls.handshake.extensions.supported_version", TlsDescribe.Version);
                break;
            case TlsNames.SupportedVersions:
                fields.Code("Supported Version", 2, "tls.handshake.extensions.supported_version", TlsDescribe.Version);
                break;
            case TlsNames.KeyShare:
                KeyShares(fields, isClient);
                break;
            default:
                break;
        }
    }

    static void ServerNames(FieldCursor fields)
    {
        int length = (int)fields.Number("Server Name list length", 2, "tls.handshake.extensions_server_name_list_len");
        FieldCursor names = fields.Take(length);
        while (names.Left > 0)
        {
            names.Number("Server Name Type", 1, "tls.handshake.extensions_server_name_type", kind => kind == 0 ? "host_name" : null);
            int size = (int)names.Number("Server Name length", 2, "tls.handshake.extensions_server_name_len");
            Text(names, "Server Name", size, "tls.handshake.extensions_server_name");
        }
    }

    static void PointFormats(FieldCursor fields)
    {
        int length = (int)fields.Number("EC point formats Length", 1, "tls.handshake.extensions_ec_point_formats_length");
        FieldCursor formats = fields.Take(length);
        while (formats.Left > 0)
        {
            formats.Number("EC point format", 1, "tls.handshake.extensions_ec_point_format");
        }
    }

    static void Applications(FieldCursor fields)
    {
        int length = (int)fields.Number("ALPN Extension Length", 2, "tls.handshake.extensions_alpn_len");
        FieldCursor names = fields.Take(length);
        while (names.Left > 0)
        {
            int size = (int)names.Number("ALPN string length", 1, "tls.handshake.extensions_alpn_str_len");
            Text(names, "ALPN Next Protocol", size, "tls.handshake.extensions_alpn_str");
        }
    }

    /// <summary>A client offers a list; a server answers with one, or names the group that it wants.</summary>
    static void KeyShares(FieldCursor fields, bool isClient)
    {
        if (!isClient && fields.Left == 2)
        {
            fields.Number("Selected Group", 2, "tls.handshake.extensions_key_share_selected_group", Group);
            return;
        }

        FieldCursor shares = fields;
        if (isClient)
        {
            int length = (int)fields.Number("Client Key Share Length", 2, "tls.handshake.extensions_key_share_client_length");
            shares = fields.Take(length);
        }

        while (shares.Left > 0)
        {
            shares.Number("Group", 2, "tls.handshake.extensions_key_share_group", Group);
            int size = (int)shares.Number("Key Exchange Length", 2, "tls.handshake.extensions_key_share_key_exchange_length");
            shares.Bytes("Key Exchange", size, "tls.handshake.extensions_key_share_key_exchange");
        }
    }

    static void Text(FieldCursor fields, string name, int length, string filter)
    {
        int there = Math.Min(length, fields.Left);
        if (there > 0)
        {
            string text = NetworkText.Decode(fields.Rest[..there]);
            fields.Value(name, text, there, filter, text);
        }
    }

    static string? Group(uint group) => TlsNames.IsGrease((ushort)group) ? "Reserved (GREASE)" : TlsNames.GroupNames.GetValueOrDefault((ushort)group);

    static string? Type(ushort type) => TlsNames.IsGrease(type) ? "Reserved (GREASE)" : TlsNames.Extensions.GetValueOrDefault(type);
}
