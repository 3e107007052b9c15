using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Quaywatch.Protocols.S7;
using Quaywatch.Testing;

namespace Quaywatch.Oracles.Labels;

/// <summary>CISA's ICSNPP parser for S7comm as second opinion: every row of its log against our messages, in order.</summary>
public sealed class IcsnppTests
{
    [Theory]
    [InlineData("s7comm/icsnpp-s7comm__snap7.pcap", "analyzer.snap7", 61)]
    [InlineData("s7comm/icsnpp-s7comm__s7ident.pcap", "analyzer.s7ident", 18)]
    [InlineData("s7comm-plus/icsnpp-s7comm__s7comm_plus.pcap", "analyzer.s7comm_plus", 34)]
    public void Rows_of_S7comm_agree(string capture, string log, int rows)
    {
        string[] theirs = [.. File.ReadLines(Path.Combine(Shared.Need("expected/icsnpp/icsnpp-s7comm"), log, "s7comm.log"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(Row)];
        string[] ours = [.. S7Messages.Of(Shared.Need("captures/" + capture)).Where(IsLogged).Select(Row)];
        Assert.Equal(rows, theirs.Length);
        Assert.Equal(theirs, ours);
    }

    /// <summary>Sender, ROSCTR, reference, function, subfunction, error of a row.</summary>
    static string Row(string line)
    {
        string[] f = line.Split('\t');
        return $"{f[7]} {f[11]} {f[13]} {f[14]} {f[16]} {(f[19] == "-" ? "0x00" : f[19])}";
    }

    /// <summary>ICSNPP has no row for an Ack, nor for the parts of a list but the last, nor for the requests of these parts.</summary>
    static bool IsLogged(S7Message message)
    {
        Assert.True(S7Frame.TryRead(message.Pdu, out S7Frame frame));
        return frame.Rosctr switch
        {
            S7Rosctr.Ack => false,
            S7Rosctr.Userdata => S7Userdata.TryRead(frame.Parameter, out S7Userdata userdata) && !userdata.HasMore && !(userdata.IsRequest && userdata.IsExtended && userdata.Sequence != 0),
            _ => true,
        };
    }

    static string Row(S7Message message)
    {
        Assert.True(S7Frame.TryRead(message.Pdu, out S7Frame frame));
        bool isUserdata = S7Userdata.TryRead(frame.Parameter, out S7Userdata userdata) && frame.Rosctr == S7Rosctr.Userdata;

        // ICSNPP reads the reference with the low byte first
        string reference = BinaryPrimitives.ReverseEndianness(frame.Reference).ToString(CultureInfo.InvariantCulture);
        string function = isUserdata ? $"0x{userdata.TypeAndGroup:x2}" : frame.ParameterLength == 0 ? "-" : $"0x{(int)frame.Function:x2}";
        string subfunction = isUserdata ? $"0x{userdata.Subfunction:x2}"
            : frame.Rosctr == S7Rosctr.Job && frame.Function == S7Function.PiService && S7PiJob.TryRead(frame.Parameter, out S7PiJob job) ? Encoding.ASCII.GetString(job.Name)
            : "-";
        return $"{message.Sender} {(int)frame.Rosctr} {reference} {function} {subfunction} 0x{(isUserdata ? userdata.ErrorCode : frame.ErrorCode):x2}";
    }
}
