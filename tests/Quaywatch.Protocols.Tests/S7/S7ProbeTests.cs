using Quaywatch.Observations;
using Quaywatch.Protocols.Iso;
using Quaywatch.Protocols.S7;
using static Quaywatch.Protocols.Tests.S7.S7Make;

namespace Quaywatch.Protocols.Tests.S7;

/// <summary>The envelope proves nothing; what is in it does.</summary>
public sealed class S7ProbeTests
{
    static ProbeAnswer Probe(byte[] bytes) => new S7Protocol().Probe(bytes, new ProbeContext(50_000, 102, true, Transport.Tcp));

    [Fact]
    public void Connection_set_up_may_be_anything()
    {
        byte[] request = Bytes(w => S7Encoder.WriteConnectRequest(w, 1, 0, 2));
        Assert.Equal(ProbeAnswer.Perhaps, Probe(request));
        Assert.Equal(ProbeAnswer.Perhaps, Probe([.. request, .. Bytes(w => IsoEncoder.WriteData(w, default, isLast: false))]));
        Assert.Equal(ProbeAnswer.Yes, Probe([.. request, .. Bytes(w => S7Encoder.WriteStop(w, 1))]));
    }

    [Theory]
    [InlineData("0300001902f080 72010000000000000000000000000000000000")] // S7comm-plus
    [InlineData("0300001302f080 0d0a 0508 1306 1301 0016 0102")] // session of MMS
    [InlineData("030000130ee000000000000100080003000000 ff")] // RDP's negotiation has one TPDU; what follows is no TPKT
    [InlineData("0300001902f080 32090000 0001 0008 0000 f0000001000101e0")] // no such ROSCTR
    [InlineData("0300001902f080 32010000 0001 0009 0000 f0000001000101e0")] // lengths beyond the envelope
    [InlineData("0300001902f081 32")] // half a PDU in what says to be a whole unit
    [InlineData("0301001902f080 32010000")] // reserved byte
    [InlineData("030000ff02")] // data of no kind
    [InlineData("474554202f")] // GET /
    [InlineData("1603010200")] // TLS
    public void Others_are_told(string hex) => Assert.NotEqual(ProbeAnswer.Yes, Probe(Hex(hex)));

    [Theory]
    [InlineData("0300001902f080 72010000000000000000000000000000000000")]
    [InlineData("0300001302f080 0d0a 0508 1306 1301 0016 0102")]
    [InlineData("0300001902f080 32090000 0001 0008 0000 f0000001000101e0")]
    [InlineData("474554202f")]
    public void And_ruled_out(string hex) => Assert.Equal(ProbeAnswer.No, Probe(Hex(hex)));

    [Fact]
    public void The_first_fragment_of_a_long_unit_is_enough()
    {
        byte[] whole = Bytes(w => S7Encoder.WriteWrite(w, 40, [Db(3, 0, 64)], [S7ItemValue.Of(new byte[64], true)]));
        Assert.Equal(ProbeAnswer.Yes, Probe(Fragments(whole, 20)[..40]));
    }
}
