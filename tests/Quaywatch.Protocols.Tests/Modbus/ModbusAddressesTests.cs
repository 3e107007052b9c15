using Quaywatch.Protocols.Modbus;

namespace Quaywatch.Protocols.Tests.Modbus;

public sealed class ModbusAddressesTests
{
    [Theory]
    [InlineData(0, 0, 1, "unit 1 00001")]
    [InlineData(0, 19, 10, "unit 1 00020-00029")]
    [InlineData(1, 0, 1, "unit 1 10001")]
    [InlineData(3, 0, 16, "unit 1 30001")]
    [InlineData(4, 0, 16, "unit 1 40001")]
    [InlineData(4, 16, 48, "unit 1 40002-40004")]
    [InlineData(4, 9_998 * 16, 16, "unit 1 49999")]
    [InlineData(4, 9_999 * 16, 16, "unit 1 410000")]
    [InlineData(4, 9_998 * 16, 32, "unit 1 409999-410000")]
    [InlineData(4, 65_535 * 16, 16, "unit 1 465536")]
    [InlineData(4, 0, 0, "unit 1 holding registers")]
    [InlineData(7, 1_246 * 16, 16, "unit 1 FIFO 41247")]
    [InlineData(255, 0, 0, "unit 1")]
    public void Addresses_read_as_on_drawings(byte table, long first, long bits, string text) =>
        Assert.Equal(text, ModbusAddresses.Instance.Format([1, table], first, bits, 0));

    [Fact]
    public void Records_read_by_file() =>
        Assert.Equal("unit 9 file 258 record 3-4", ModbusAddresses.Instance.Format([9, 6, 1, 2], 48, 32, 0));

    [Fact]
    public void A_space_that_is_none_prints_nothing() => Assert.Equal("", ModbusAddresses.Instance.Format([1], 0, 0, 0));
}
