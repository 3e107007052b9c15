using Quaywatch.Observations;
using Quaywatch.Protocols.Dns;
using Quaywatch.Protocols.Tests.Generic;

namespace Quaywatch.Protocols.Tests.Dns;

/// <summary>Conversations between a crane's gateway and a name server.</summary>
public sealed class DnsSamples : RoomSamples
{
    public static readonly IpAddress Plc = IpAddress.V4(0x0A140701);

    public override Protocol Protocol { get; } = new DnsProtocol(DnsKind.Unicast);

    public override Transport Transport => Transport.Udp;

    public override ushort Port => 53;

    public override IEnumerable<SampleConversation> Conversations()
    {
        byte[] query = DnsMade.Query(0x1001, DnsTypes.A);
        yield return new("address", [new(true, query), new(false, DnsMade.Answer(0x1001), query)]);
        query = DnsMade.Query(0x1002, DnsTypes.Any);
        yield return new("every type", [new(true, query), new(false, DnsMade.EveryType(0x1002), query)]);
        query = DnsMade.Query(0x1003, DnsTypes.A);
        yield return new("no such name", [new(true, query), new(false, DnsMade.NoSuchName(0x1003), query)]);
        query = DnsMade.Update(0x1004);
        yield return new("update", [new(true, query), new(false, DnsMade.UpdateAnswer(0x1004, rcode: 5), query)]);
        query = Convert.FromHexString("100501000001000000000000037777770765786D61706C6503636F6D0000010001");
        byte[] compressed = Convert.FromHexString(
            "100581800001000200000000037777770765786D61706C6503636F6D0000010001C00C0005000100000005000603667470C010C02D000100010000000500040A140701");
        yield return new("compressed names", [new(true, query), new(false, compressed, query)]);
    }

    public override byte[]? Encode(SampleMessage message) => DnsMade.Again(message.Bytes);

    public override IEnumerable<(string Filter, string Raw)> View(SampleMessage message) => DnsMade.View(message.Bytes);
}

/// <summary>A camera and a tablet on the local link.</summary>
public sealed class MdnsSamples : RoomSamples
{
    public override Protocol Protocol { get; } = new DnsProtocol(DnsKind.Multicast);

    public override Transport Transport => Transport.Udp;

    public override ushort Port => 5353;

    public override IEnumerable<SampleConversation> Conversations() =>
    [
        new("question and announcement", [new(true, DnsMade.ServiceQuestion()), new(false, DnsMade.Announcement())]),
        new("goodbye", [new(true, DnsMade.Goodbye())]),
    ];

    public override byte[]? Encode(SampleMessage message) => DnsMade.Again(message.Bytes);

    public override IEnumerable<(string Filter, string Raw)> View(SampleMessage message) => DnsMade.View(message.Bytes);
}

/// <summary>Two Windows machines.</summary>
public sealed class LlmnrSamples : RoomSamples
{
    public override Protocol Protocol { get; } = new DnsProtocol(DnsKind.LinkLocal);

    public override Transport Transport => Transport.Udp;

    public override ushort Port => 5355;

    public override IEnumerable<SampleConversation> Conversations()
    {
        byte[] query = DnsMade.LinkLocal(0x2001, isAnswer: false);
        yield return new("name", [new(true, query), new(false, DnsMade.LinkLocal(0x2001, isAnswer: true), query)]);
    }

    public override byte[]? Encode(SampleMessage message) => DnsMade.Again(message.Bytes);

    public override IEnumerable<(string Filter, string Raw)> View(SampleMessage message) => DnsMade.View(message.Bytes);
}
