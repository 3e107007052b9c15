using CsCheck;
using Quaywatch.Observations;
using Quaywatch.Protocols.Modbus;
using static Quaywatch.Protocols.Tests.Modbus.ModbusSamples;

namespace Quaywatch.Protocols.Tests.Modbus;

public sealed class ModbusProbeTests
{
    static readonly ModbusProtocol s_protocol = new();

    [Theory]
    [InlineData("0001 0000 0006 01 03 0000 0001", ProbeAnswer.Yes)]
    [InlineData("0001 0000 0006 01 03 0000 0001 0002 0000 0006 01 03 0000 0001", ProbeAnswer.Yes)]
    [InlineData("0001 0000 0006 01 03 0000 0001 0002 0000", ProbeAnswer.Yes)]
    [InlineData("0001 0000 0006 01 03 0000 0001 0002 0001", ProbeAnswer.No)]
    [InlineData("0001 0000 0006 01 03 0000 0000", ProbeAnswer.No)]
    [InlineData("0001 0000 0006 01 03 FFFF 0002", ProbeAnswer.No)]
    [InlineData("0001 0000 0006 F8 03 0000 0001", ProbeAnswer.No)]
    [InlineData("0001 0000 0005 01 03 02 0011", ProbeAnswer.Yes)]
    [InlineData("0001 0000 0005 01 03 03 0011", ProbeAnswer.No)]
    [InlineData("0001 0000 0002 01 11", ProbeAnswer.Perhaps)]
    [InlineData("0001 0000 0003 01 83 02", ProbeAnswer.Perhaps)]
    [InlineData("0001 0000 0003 01 83 63", ProbeAnswer.No)]
    [InlineData("0001 0000 0006 01 06 0000 0001", ProbeAnswer.Perhaps)]
    [InlineData("0001 0000 0006 01 06 0000 0001 0002 0000 0006 01 06 0000 0001", ProbeAnswer.Yes)]
    [InlineData("0001 0000 0004 01 5A 0002", ProbeAnswer.No)]
    [InlineData("0001 0000 0006 01 03 0000", ProbeAnswer.Perhaps)]
    [InlineData("0001 0000 0006 01 5A 0000", ProbeAnswer.No)]
    [InlineData("0001 00", ProbeAnswer.Perhaps)]
    [InlineData("0001 01", ProbeAnswer.No)]
    [InlineData("0001 0000 0001", ProbeAnswer.No)]
    [InlineData("0001 0000 2000", ProbeAnswer.No)]
    public void Elsewhere_everything_must_fit(string hex, ProbeAnswer answer) => Assert.Equal(answer, Probe(hex, onPort: false));

    [Theory]
    [InlineData("0001 0000 0006 01 03 0000 0000", ProbeAnswer.Yes)]
    [InlineData("0001 0000 0004 01 5A 0002", ProbeAnswer.Yes)]
    [InlineData("0001 0000 0002 01 63", ProbeAnswer.Yes)]
    [InlineData("0001 0000 0003 01 03 00", ProbeAnswer.Yes)]
    [InlineData("0001 0000 0003 01 03 05 FFFF FFFF", ProbeAnswer.No)]
    [InlineData("0001 0000 0006 01 03", ProbeAnswer.Perhaps)]
    [InlineData("0001 0001 0006 01 03 0000 0001", ProbeAnswer.No)]
    [InlineData("0001 0000 0100 01 03 0000 0001", ProbeAnswer.No)]
    public void On_its_port_the_header_is_enough(string hex, ProbeAnswer answer) => Assert.Equal(answer, Probe(hex, onPort: true));

    [Fact]
    public void A_datagram_is_whole_or_no_modbus() => Assert.Equal(
        ProbeAnswer.No,
        s_protocol.Probe(Pdu(1, 1, "03 0000 0001").AsSpan(0, 11), new ProbeContext(1, 502, OnPort: true, Transport.Udp)));

    /// <summary>Other protocols that begin with a number and a length: random bytes behind a fitting header must not do.</summary>
    [Fact]
    public void Random_bytes_hardly_ever_fit()
    {
        int taken = 0;
        int all = 0;
        Gen.Byte.Array[12, 40].Sample(
            bytes =>
            {
                bytes[2] = 0;
                bytes[3] = 0;
                bytes[4] = 0;
                bytes[5] = (byte)(bytes.Length - 6);
                all++;
                taken += s_protocol.Probe(bytes, new ProbeContext(1, 2, OnPort: false, Transport.Tcp)) == ProbeAnswer.Yes ? 1 : 0;
            },
            iter: 20_000,
            threads: 1);
        Assert.InRange(taken, 0, all / 200);
    }

    static ProbeAnswer Probe(string hex, bool onPort) => s_protocol.Probe(
        Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), new ProbeContext(50_000, onPort ? (ushort)502 : (ushort)1_502, onPort, Transport.Tcp));
}
