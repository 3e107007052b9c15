using Quaywatch.Observations;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Protocols.Tests.Arp;

/// <summary>One conversation, driven by hand: whole messages go to a parser one by one, each in a packet of its own, and what it
/// said is kept.</summary>
sealed class Hearing
{
    readonly Parser _parser;
    FlowEnds _ends;
    int _packet;

    public Hearing(Protocol protocol, FlowEnds ends)
    {
        _parser = protocol.NewParser();
        _parser.Reset();
        _ends = ends;
    }

    public Batch Batch { get; } = new();

    public Parser Parser => _parser;

    public ReadOnlySpan<Lookup> Lookups => Batch.Lookups.Span;

    /// <summary>The anomalies as "kind: detail".</summary>
    public string[] Anomalies
    {
        get
        {
            List<string> texts = [];
            foreach (ref readonly Anomaly anomaly in Batch.Anomalies.Span)
            {
                texts.Add($"{anomaly.Kind}: {anomaly.Detail}");
            }

            return [.. texts];
        }
    }

    /// <summary>The look-ups as one line each.</summary>
    public string[] LookupTexts
    {
        get
        {
            List<string> texts = [];
            foreach (ref readonly Lookup lookup in Batch.Lookups.Span)
            {
                string mac = lookup.Mac.IsNone ? "" : " " + lookup.Mac;
                string type = lookup.Type == 0 ? "" : " type " + lookup.Type;
                string text = $"{lookup.Kind} {Batch.Text(lookup.Name)} {Batch.Text(lookup.Other)} {lookup.Ip}{mac}{type}";
                texts.Add(string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
            }

            return [.. texts];
        }
    }

    /// <summary>The identities as "field=value".</summary>
    public string[] IdentityTexts
    {
        get
        {
            List<string> texts = [];
            foreach (ref readonly Identity identity in Batch.Identities.Span)
            {
                texts.Add($"{identity.Field}={Batch.Text(identity.Value)}");
            }

            return [.. texts];
        }
    }

    /// <summary>Hands over bytes as one packet's payload.</summary>
    public Parse Say(ReadOnlySpan<byte> bytes, bool fromA = true, long time = 0)
    {
        _packet++;
        Direction direction = fromA ? Direction.FromA : Direction.FromB;
        Where where = new(in _ends, direction, time, [new PacketPart(time, 0, _packet, 1, 0, bytes.Length)], 0);
        return _parser.OnBytes(where, bytes, Batch);
    }
}
