using CsCheck;
using Quaywatch.Protocols.Modbus;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.Tests.Modbus;

public sealed class ModbusFrameTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("0001 00", 0)]
    [InlineData("0001 01", -1)]
    [InlineData("0001 0001", -1)]
    [InlineData("0001 0000 0006", 0)]
    [InlineData("0001 0000 0001", -1)]
    [InlineData("0001 0000 0006 01 03", 12)]
    [InlineData("0001 0000 00FE 01 03", 260)]
    [InlineData("0001 0000 00FF 01 03", -1)]
    [InlineData("0001 0000 044C 01 5A", 1_106)]
    [InlineData("0001 0000 044D 01 5A", -1)]
    public void The_header_says_the_size_or_that_it_is_none(string hex, int size) =>
        Assert.Equal(size, ModbusFrame.SizeOf(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))));

    /// <summary>Every property of every view is total, whatever the bytes: lengths that lie, groups that reach too far.</summary>
    [Fact]
    public void Any_bytes_are_read_without_harm() => Gen.Select(Gen.Byte, Gen.Byte.Array[0, 80]).Sample((function, data) =>
    {
        byte[] bytes = ModbusSamples.Make(to => ModbusEncoder.Write(to, new ModbusHead(1, 1), function, data));
        Assert.True(ModbusFrame.TryRead(bytes, out ModbusFrame frame));
        Assert.Equal(data.Length, frame.Data.Length);
        ModbusForm.OfRequest(frame);
        ModbusForm.OfResponse(frame);
        foreach (bool? fromClient in (bool?[])[true, false, null])
        {
            new ModbusProtocol().Describe(new Message { Bytes = bytes, FromClient = fromClient }, new FieldTree());
        }

        List<(string, string)> fields = [];
        if (ModbusRequest.TryRead(frame, out ModbusRequest request))
        {
            ModbusFields.Add(fields, request);
            _ = request.Values.Length + request.ByteCount + request.DiagnosticData.Length + request.IdentificationLevel + request.ObjectId;
        }

        if (ModbusResponse.TryRead(frame, out ModbusResponse response))
        {
            ModbusFields.Add(fields, response);
            _ = response.EventLog.Length + response.ServerId.Length + response.MessageCount + response.NextObjectId + response.DiagnosticData.Length;
        }
    });

    [Theory]
    [InlineData("486F69737420504C43 FF", "Hoist PLC", 9)]
    [InlineData("01 FF 414243", "ABC", 1)]
    [InlineData("01 00", "", 1)]
    [InlineData("07 42", "", -1)]
    [InlineData("", "", -1)]
    [InlineData("486F697374", "Hoist", -1)]
    public void A_server_id_has_one_of_two_forms(string hex, string name, int runs)
    {
        ModbusServerId id = new(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(name, System.Text.Encoding.ASCII.GetString(id.Name));
        Assert.Equal(runs, id.RunIndicatorAt);
    }
}
