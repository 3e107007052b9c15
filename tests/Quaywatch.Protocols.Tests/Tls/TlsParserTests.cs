using Quaywatch.Observations;
using Quaywatch.Protocols.Tests.Generic;
using Quaywatch.Protocols.Tls;

namespace Quaywatch.Protocols.Tests.Tls;

/// <summary>What is said of a conversation.</summary>
public sealed class TlsParserTests
{
    const string Fingerprint = "t13d0307h2_";

    static readonly TlsSamples s_samples = new();

    [Fact]
    public void A_hello_names_the_server_and_the_answer_how_it_is_protected()
    {
        Batch batch = Run("TLS 1.2");
        Lookup lookup = Assert.Single(batch.Lookups.Span.ToArray());
        Assert.Equal(LookupKind.NameToAddress, lookup.Kind);
        Assert.Equal("remote.crane-maker.example", batch.Text(lookup.Name));
        Assert.Equal("10.0.0.2", lookup.Ip.ToString());
        Identity identity = Assert.Single(batch.Identities.Span.ToArray());
        Assert.Equal((IdentityField.Name, Direction.FromB), (identity.Field, identity.Subject));
        Session[] sessions = batch.Sessions.Span.ToArray();
        Assert.Equal([SessionPhase.Began, SessionPhase.Continued, SessionPhase.Continued], sessions.Select(session => session.Phase));
        Assert.Equal([Protection.None, Protection.Encrypted, Protection.Encrypted], sessions.Select(session => session.Protection));
        Assert.All(sessions, session => Assert.Equal((SessionKind.Web, Direction.FromA), (session.Kind, session.Client)));
        string detail = batch.Text(sessions[^1].Detail);
        Assert.StartsWith("TLS 1.2, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, server name remote.crane-maker.example, ALPN h2, JA4 " + Fingerprint, detail,
            StringComparison.Ordinal);
        Assert.EndsWith("certificate CN=remote.crane-maker.example O=Crane Maker GmbH issued by CN=Example CA O=Example Trust from 2024-01-31 to 2051-02-28",
            detail, StringComparison.Ordinal);
        Assert.Empty(batch.Anomalies.Span.ToArray());
    }

    [Fact]
    public void A_hello_in_parts_says_the_same_as_a_whole_one()
    {
        Batch whole = Run("TLS 1.3");
        Batch parts = Run("hello in parts");
        Assert.Equal(whole.Text(whole.Sessions.Span[^1].Detail), parts.Text(parts.Sessions.Span[^1].Detail));
        Assert.StartsWith("TLS 1.3, TLS_AES_128_GCM_SHA256, ", parts.Text(parts.Sessions.Span[^1].Detail), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fatal_alert_ends_the_session()
    {
        Batch batch = Run("refused");
        Session session = batch.Sessions.Span[^1];
        Assert.Equal(SessionPhase.Ended, session.Phase);
        Assert.EndsWith(", alert Handshake Failure", batch.Text(session.Detail), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x0005, "RC4")]
    [InlineData(0x000A, "3DES")]
    [InlineData(0x003B, "no encryption")]
    public void A_suite_that_no_longer_protects_is_weak(int cipher, string why)
    {
        Pump pump = new(s_samples);
        pump.Say(true, TlsMade.Record(TlsMade.Handshake, TlsMade.Message(1, TlsMade.Hello())));
        pump.Say(false, TlsMade.Record(TlsMade.Handshake, TlsMade.Message(2, TlsMade.ServerHello((ushort)cipher))));
        Assert.True(pump.Batch.Sessions.Span[^1].Protection == Protection.Weak, why);
    }

    /// <summary>The second hello of TLS 1.3 stands behind a change of cipher and is in clear.</summary>
    [Fact]
    public void A_hello_behind_a_change_of_cipher_is_read()
    {
        Pump pump = new(s_samples);
        byte[] hello = TlsMade.Record(TlsMade.Handshake, TlsMade.Message(1, TlsMade.Hello()));
        pump.Say(true, hello);
        pump.Say(true, TlsMade.Record(TlsMade.ChangeCipherSpec, [1]));
        pump.Say(true, hello);
        Assert.Equal(2, pump.Batch.Lookups.Count);
    }

    [Fact]
    public void An_interrupted_message_is_told()
    {
        Pump pump = new(s_samples);
        byte[] hello = TlsMade.Message(1, TlsMade.Hello());
        pump.Say(true, TlsMade.Record(TlsMade.Handshake, hello[..60]));
        pump.Say(true, TlsMade.Record(TlsMade.ApplicationData, [1, 2, 3]));
        Anomaly anomaly = Assert.Single(pump.Batch.Anomalies.Span.ToArray());
        Assert.Equal((AnomalyKind.Malformed, "a handshake message without its end"), (anomaly.Kind, anomaly.Detail));
    }

    [Fact]
    public void A_message_without_end_is_given_up()
    {
        Pump pump = new(s_samples);
        byte[] hello = TlsMade.Message(1, TlsMade.Hello());
        pump.Say(true, TlsMade.Record(TlsMade.Handshake, hello[..60]));
        for (int i = 0; i < 64; i++)
        {
            pump.Say(true, TlsMade.Record(TlsMade.Handshake, [0]));
        }

        Assert.Equal(AnomalyKind.TooLong, pump.Batch.Anomalies.Span[0].Kind);
    }

    [Fact]
    public void A_certificate_shows_its_names()
    {
        Assert.True(TlsCertificate.TryRead(TlsMade.Certificate(), out TlsCertificate certificate));
        Assert.Equal("a.example", NetworkText.Decode(certificate.DnsNameAt(0)));
        Assert.Equal("b.example", NetworkText.Decode(certificate.DnsNameAt(1)));
        Assert.True(certificate.DnsNameAt(2).IsEmpty);
    }

    [Theory]
    [InlineData("160301", ProbeAnswer.Perhaps)]
    [InlineData("16030100C8010000C40303", ProbeAnswer.Perhaps)]
    [InlineData("16030100C8050000C40303", ProbeAnswer.No)]
    [InlineData("1703030010", ProbeAnswer.No)]
    [InlineData("474554202F", ProbeAnswer.No)]
    public void Elsewhere_only_a_hello_is_taken(string hex, ProbeAnswer expected) =>
        Assert.Equal(expected, s_samples.Protocol.Probe(Convert.FromHexString(hex), new ProbeContext(50_000, 9000, OnPort: false, Transport.Tcp)));

    static Batch Run(string conversation)
    {
        Pump pump = new(s_samples);
        foreach (SampleMessage message in s_samples.Conversations().Single(c => c.Name == conversation).Messages)
        {
            pump.Say(message);
        }

        pump.End();
        return pump.Batch;
    }
}
