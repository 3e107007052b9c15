namespace Quaywatch.Protocols.Tls;

/// <summary>Whether bytes are TLS. On the protocol's ports, and to find the next record after a hole, a possible header is enough;
/// elsewhere it must be a hello whose lengths agree.</summary>
static class TlsProbe
{
    /// <summary>Bytes that tell: header, handshake header, version, random, length of the session identifier.</summary>
    const int Enough = TlsFrame.HeaderSize + TlsHandshakes.HeaderSize + 2 + 32 + 1;

    public static ProbeAnswer Of(ReadOnlySpan<byte> bytes, in ProbeContext context)
    {
        if (!TlsFrame.IsBeginning(bytes))
        {
            return ProbeAnswer.No;
        }

        if (context.OnPort)
        {
            return bytes.Length < TlsFrame.HeaderSize ? ProbeAnswer.Perhaps : FitsType(bytes);
        }

        if (!CanBeHello(bytes))
        {
            return ProbeAnswer.No;
        }

        return bytes.Length < Enough ? ProbeAnswer.Perhaps : ProbeAnswer.Yes;
    }

    static ProbeAnswer FitsType(ReadOnlySpan<byte> bytes)
    {
        int length = (bytes[3] << 8) | bytes[4];
        bool fits = bytes[0] switch
        {
            TlsNames.ChangeCipherSpec => length == 1 && (bytes.Length == TlsFrame.HeaderSize || bytes[TlsFrame.HeaderSize] == 1),
            TlsNames.Alert => length >= 2,
            TlsNames.Handshake => length > 0,
            _ => true,
        };
        return fits ? ProbeAnswer.Yes : ProbeAnswer.No;
    }

    /// <summary>Whether as many bytes as are there can be a hello.</summary>
    static bool CanBeHello(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 0 && bytes[0] != TlsNames.Handshake)
        {
            return false;
        }

        if (bytes.Length < TlsFrame.HeaderSize + TlsHandshakes.HeaderSize)
        {
            return bytes.Length <= TlsFrame.HeaderSize || IsHelloType(bytes[TlsFrame.HeaderSize]);
        }

        int record = (bytes[3] << 8) | bytes[4];
        int size = TlsHandshakes.HeaderSize + ((bytes[6] << 16) | (bytes[7] << 8) | bytes[8]);

        // a hello has its first fields in its first record; it may go on in the next
        if (!IsHelloType(bytes[5]) || record < Enough - TlsFrame.HeaderSize || size < Enough - TlsFrame.HeaderSize || size > TlsHandshakes.Longest)
        {
            return false;
        }

        return (bytes.Length <= 9 || bytes[9] == 3)
            && (bytes.Length <= 10 || bytes[10] <= 4)
            && (bytes.Length < Enough || bytes[Enough - 1] <= 32);
    }

    static bool IsHelloType(byte type) => type is TlsNames.ClientHello or TlsNames.ServerHello;
}
