namespace Quaywatch.Protocols.Tls;

/// <summary>What the bodies of handshake records, joined, amount to.</summary>
enum TlsFit : byte
{
    /// <summary>Handshake messages, the last of them complete.</summary>
    Whole,

    /// <summary>Handshake messages, the last of them incomplete.</summary>
    Partial,

    /// <summary>No handshake messages: they are encrypted.</summary>
    Opaque,
}
