using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Tests.Samples;

/// <summary>A case in which every text is an attack on whoever shows it.</summary>
static class Hostile
{
    /// <summary>The text: markup, quotes, a script, an address, terminal sequences, marks that turn the reading direction, half a
    /// surrogate pair's mendings, a very long word.</summary>
    public const string Text = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> javascript:alert(3) https://evil.example/ \u001b[31m\u202egpj.exe\u2066 & \u0000\r\n\t{{7*7}} @(1+1) 起重机 🏗 ";

    static readonly string Long = new('w', 5_000);

    /// <summary>The text, told apart by a number.</summary>
    public static string Of(int number) => FormattableString.Invariant($"{Text}{number}");

    public static SampleCase Everywhere()
    {
        Endpoint end = new() { Device = Of(1), Ip = Of(2), Mac = Of(3), Name = Of(4), Port = int.MaxValue, UserName = Of(5), Module = Of(6), Session = Of(7) };
        SampleCase sample = new()
        {
            Manifest = Plant.Manifest(Of(10), Of(11), 0) with
            {
                Tool = new Tool { Name = Of(12), Version = Of(13) },
                Partial = true,
                Site = new SiteRow { Name = Of(14), Sha256 = Of(15) },
                Inputs = [new InputRow { Input = 1, Name = Of(16), Sha256 = Of(17), Format = Of(18), LinkTypes = [Of(19)], Anomalies = [new NamedCount { Name = Of(20), Count = 3 }], First = Plant.At(0), Last = Plant.At(9) }],
                Data = [new DataRow { Name = Of(21), Date = Of(22), Sha256 = Of(23) }],
                Protocols = [new ProtocolRow { Name = Of(24), By = KnownBy.Port, Packets = long.MaxValue }],
                NotAssessed = [new NotAssessed { What = Of(25), Why = Of(26) }],
                Options = new AnalyzeOptions { Filter = Of(27), From = Plant.At(0) },
                Capture = new CaptureCounts { Packets = 5, LimitsReached = [new NamedCount { Name = Of(28), Count = 9 }] },
            },
        };
        sample.Devices.Add(Device(Of(1), Role.Controller));
        sample.Devices.Add(Device(Of(30), Role.Unknown));
        sample.Devices.Add(Device(Of(30), Role.Unknown));
        sample.Conversations.Add(new Conversation
        {
            Uid = Of(60),
            CommunityId = Of(61),
            Transport = Of(62),
            Protocols = [Of(63), Long],
            ProtocolBy = KnownBy.Port,
            Originator = end,
            Responder = end with { Device = Of(30) },
            State = Of(64),
            History = Of(65),
            Acts = new Dictionary<string, long> { [Of(66)] = 3 },
            FirstSeen = Plant.At(1),
            LastSeen = Plant.At(0),
            Gaps = 3,
            OriginatorBytes = long.MaxValue / 4,
            ResponderBytes = long.MaxValue / 4,
        });
        sample.Commands.Add(Command("C1\" onload=alert(4)", Operation.Stop, end));
        sample.Commands.Add(Command("C2", Operation.Write, end));
        sample.Commands.Add(Command("C2", Operation.Write, end));
        sample.Sessions.Add(new Session { Id = Of(80), Kind = SessionKind.Engineering, Client = end, Server = end, UserName = Of(81), Protection = Protection.Weak, Detail = Of(82) });
        sample.Findings.Add(Finding("F0001", Severity.Critical, end));
        sample.Findings.Add(Finding("F0001", Severity.High, end));
        sample.Findings.Add(Finding("F0002\"><script>", Severity.Medium, end));
        sample.Evidence.Add(new EvidenceFile { Finding = "F0001", Messages = [Message(), Message() with { Packets = [] }] });
        return sample;
    }

    static Device Device(string id, Role role) => new()
    {
        Id = id,
        Macs = [Of(31)],
        Ips = [Of(32), Long],
        Names = [Of(33), Of(34)],
        Vendor = Of(35),
        Model = Of(36),
        OrderNumber = Of(37),
        Hardware = Of(38),
        Firmware = Of(39),
        Serial = Of(40),
        Station = Of(41),
        Os = Of(42),
        Role = role,
        Zone = Of(43),
        Crane = Of(44),
        Notes = [Of(45)],
        Services = [new ServiceRow { Protocol = Of(46), Transport = Of(47), By = KnownBy.Port }],
        Identity = [new IdentityRow { Field = Of(48), Value = Of(49), Protocol = Of(50), Input = 1, Packet = 3, Chosen = true }],
        RoleConfidence = -4e300,
        BytesSent = long.MaxValue / 4,
    };

    static Command Command(string id, Operation operation, Endpoint end) => new()
    {
        Id = id,
        Commander = end,
        Controller = end with { Device = Of(30) },
        Protocol = Of(70),
        Function = Of(71),
        Operation = operation,
        Address = Of(72),
        Tag = Of(73),
        Value = Of(74),
        OldValue = Of(75),
        LastValue = Of(76),
        Unit = Of(77),
        Result = Result.Refused,
        Error = Of(78),
        VerdictBy = Of(79),
        Uid = Of(60),
        Count = long.MaxValue / 8,
        FirstSeen = Plant.At(3),
        LastSeen = Plant.At(2),
        Verdict = Verdict.Unauthorised,
    };

    static Finding Finding(string id, Severity severity, Endpoint end) => new()
    {
        Id = id,
        Key = Of(100),
        KeyText = Of(101),
        Rule = Of(102),
        Title = Of(103),
        Severity = severity,
        Confidence = 1e300,
        Subject = Of(104),
        Sentence = severity == Severity.Medium ? Long + Long : Of(105),
        Why = Of(106),
        NextStep = Of(107),
        CannotTell = Of(108),
        Wireshark = Of(109),
        Attack = [Of(110)],
        Law = [Of(111)],
        Source = end,
        Target = end,
        Uids = [Of(60)],
        Commands = ["C1\" onload=alert(4)", "C2", Of(112)],
        Accepted = new Accepted { Who = Of(113), Reason = Of(114), Until = Of(115) },
        Evidence = "https://evil.example/x",
        FirstSeen = Plant.At(3),
        LastSeen = Plant.At(4),
        Count = 3,
        Crane = Of(116),
        Axis = Of(117),
        State = FindingState.New,
    };

    static EvidenceMessageRow Message() => new()
    {
        Why = Of(120),
        Protocol = Of(121),
        Hex = "00**zz" + Text,
        Length = long.MaxValue,
        Packets = [new EvidencePacketRow { Input = 1, Packet = 1, OffsetInFrame = int.MaxValue, Length = int.MaxValue }],
        Frame = new EvidenceFrameRow { Input = 1, Packet = 1, Hex = "3c7363726970743e" + Text, Tree = [Field(int.MaxValue)] },
        Tree = [Field(-5), Field(0)],
    };

    static FieldRow Field(int offset) => new() { Name = Of(122), Text = Of(123), Filter = Of(124), Raw = Of(125), Offset = offset, Length = int.MaxValue, Children = [new FieldRow { Name = Of(126), Text = Long, Offset = 1, Length = 1 }] };
}
