using System.Buffers.Binary;
using System.Text;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Tests;

/// <summary>One conversation of an <see cref="ObservationBuilder"/>. Side A is the client unless said otherwise.</summary>
internal sealed class Talk(ObservationBuilder builder, Batch batch, FlowId id)
{
    readonly List<string> _protocols = [];
    readonly List<ushort> _vlans = [];
    bool _isClosed;

    /// <summary>What its closing will say.</summary>
    public Flow Flow;

    /// <summary>Says that it opened.</summary>
    public void Begin()
    {
        Flow.Evidence = builder.Message(batch, id, Direction.FromA);
        Flow.First = builder.Now;
        Flow.Phase = FlowPhase.Opened;
        batch.Add(in Flow);
        Flow.A.Packets = 1;
        Flow.A.Bytes = 60;
    }

    /// <summary>Says what it speaks.</summary>
    public Talk Speaks(string protocol, RecognisedBy by = RecognisedBy.Parsed)
    {
        _protocols.Add(protocol);
        Flow.RecognisedBy = by;
        return this;
    }

    /// <summary>The other side answered.</summary>
    public Talk Answered(long payload = 100)
    {
        Flow.A.Packets += 2;
        Flow.Messages += 2;
        Flow.A.Bytes += 120;
        Flow.A.Payload += payload;
        Flow.B.Packets += 2;
        Flow.B.Bytes += 120;
        Flow.B.Payload += payload;
        Flow.State = "SF";
        return this;
    }

    /// <summary>The other side refused, or never answered.</summary>
    public Talk Failed(bool refused = false)
    {
        Flow.State = refused ? "REJ" : "S0";
        Flow.B.Packets = refused ? 1 : 0;
        return this;
    }

    /// <summary>A VLAN in which it was seen.</summary>
    public Talk Vlan(int vlan)
    {
        _vlans.Add((ushort)vlan);
        return this;
    }

    /// <summary>Someone asks for something; without text there is no address.</summary>
    public Talk Act(Operation operation, string function = "Function", string? address = null, byte[]? value = null,
        ValueKind kind = ValueKind.Unsigned, ActResult result = ActResult.Ok, string protocol = "s7comm", bool byA = true, int item = 0, long first = 0,
        string? error = null, bool sample = true, bool output = false)
    {
        Direction commander = byA ? Direction.FromA : Direction.FromB;
        int request = builder.Message(batch, id, commander);
        int answer = result is ActResult.Ok or ActResult.Refused ? builder.Message(batch, id, commander.Other()) : -1;
        Act act = new()
        {
            Request = request,
            Answer = answer,
            Flow = id,
            Commander = commander,
            Protocol = protocol,
            Function = function,
            Operation = operation,
            Item = item,
            Target = At(address, first, (value?.Length ?? 0) * 8),
            Value = value is null ? default : new Value(kind, batch.Store(value)),
            Result = result,
            Error = error,
        };
        act.Target.IsOutput = output;
        if (kind == ValueKind.Boolean)
        {
            act.Target.Bits = 1;
        }

        batch.Add(in act);
        if (sample && value is not null && result == ActResult.Ok && operation is Operation.Read or Operation.Write)
        {
            batch.Add(new Sample { Evidence = request, Flow = id, Holder = commander.Other(), Protocol = protocol, Target = act.Target, Value = act.Value });
        }

        return this;
    }

    /// <summary>A block of memory held these bytes.</summary>
    public Talk Holds(string address, long first, byte[] bytes, ValueKind kind = ValueKind.Bytes, long bits = -1, string protocol = "s7comm")
    {
        int evidence = builder.Message(batch, id, Direction.FromB);
        Target target = At(address, first, bits < 0 ? bytes.Length * 8 : bits);
        batch.Add(new Sample
        {
            Evidence = evidence,
            Flow = id,
            Holder = Direction.FromB,
            Protocol = protocol,
            Target = target,
            Value = new Value(kind, batch.Store(bytes), (int)target.Bits),
        });
        return this;
    }

    /// <summary>A device says something about itself.</summary>
    public Talk Says(IdentityField field, string value, string protocol = "s7comm", bool ofB = true)
    {
        Direction subject = ofB ? Direction.FromB : Direction.FromA;
        batch.Add(new Identity
        {
            Evidence = builder.Message(batch, id, subject),
            Flow = id,
            Subject = subject,
            Field = field,
            Value = batch.Store(Encoding.UTF8.GetBytes(value)),
            Protocol = protocol,
        });
        return this;
    }

    /// <summary>Someone says that an IP address is at a MAC address.</summary>
    public Talk Claims(string ip, string mac, string protocol = "arp", bool byA = true)
    {
        Direction sender = byA ? Direction.FromA : Direction.FromB;
        batch.Add(new Lookup
        {
            Evidence = builder.Message(batch, id, sender),
            Flow = id,
            Sender = sender,
            Protocol = protocol,
            Kind = LookupKind.AddressToMac,
            Ip = ObservationBuilder.Ip(ip),
            Mac = ObservationBuilder.Mac(mac),
        });
        return this;
    }

    /// <summary>Someone asks who has an IP address.</summary>
    public Talk Asks(string ip)
    {
        batch.Add(new Lookup
        {
            Evidence = builder.Message(batch, id, Direction.FromA),
            Flow = id,
            Sender = Direction.FromA,
            Protocol = "arp",
            Kind = LookupKind.AddressQuestion,
            Ip = ObservationBuilder.Ip(ip),
        });
        return this;
    }

    /// <summary>A name stands for an address.</summary>
    public Talk Names(string ip, string name, string protocol = "dns")
    {
        batch.Add(new Lookup
        {
            Evidence = builder.Message(batch, id, Direction.FromB),
            Flow = id,
            Sender = Direction.FromB,
            Protocol = protocol,
            Kind = LookupKind.NameToAddress,
            Name = batch.Store(Encoding.UTF8.GetBytes(name)),
            Ip = ObservationBuilder.Ip(ip),
        });
        return this;
    }

    /// <summary>A session.</summary>
    public Talk Session(SessionPhase phase, SessionKind kind = SessionKind.Engineering, string user = "", string detail = "",
        Authenticated authenticated = Authenticated.Unknown, Protection protection = Protection.None, string protocol = "s7comm")
    {
        batch.Add(new Session
        {
            Evidence = builder.Message(batch, id, Direction.FromA),
            Flow = id,
            Client = Direction.FromA,
            Protocol = protocol,
            Phase = phase,
            Kind = kind,
            User = batch.Store(Encoding.UTF8.GetBytes(user)),
            Detail = batch.Store(Encoding.UTF8.GetBytes(detail)),
            Authenticated = authenticated,
            Protection = protection,
        });
        return this;
    }

    /// <summary>Says that it closed.</summary>
    public void Close()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        builder.Closed(this);
        batch.Order = builder.Tick();
        Flow.Phase = FlowPhase.Closed;
        Flow.Last = builder.Now;
        Flow.Protocols = batch.AddNames(_protocols.ToArray());
        byte[] vlans = new byte[_vlans.Count * 2];
        for (int i = 0; i < _vlans.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(vlans.AsSpan(i * 2), _vlans[i]);
        }

        Flow.Vlans = batch.Store(vlans);
        Flow.History = batch.Store("ShADadFf"u8);
        batch.Add(in Flow);
    }

    Target At(string? address, long first, long bits) => new()
    {
        Formatter = address is null ? null : PlainFormatter.Instance,
        Space = address is null ? default : batch.Store(Encoding.UTF8.GetBytes(address)),
        First = first,
        Bits = bits,
    };
}
