using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Tests.Samples;

/// <summary>A made-up crane network: two controllers, drives, panels, cameras, and what they say on an ordinary hour; and the same
/// with a laptop that stops a controller.</summary>
static class Plant
{
    public const string Plc = "00:1b:1b:00:00:10";
    public const string Laptop = "a4:bb:6d:01:02:03";
    public const string Hmi = "00:1c:06:00:00:20";
    const string Plc2 = "00:1b:1b:00:00:11";
    const string Server = "00:50:56:00:00:30";

    const long Start = 1_772_488_800_000_000_000;

    /// <summary>An hour in which nothing happens but work.</summary>
    public static SampleCase Benign()
    {
        SampleCase sample = new() { Manifest = Manifest("31 devices: 2 controllers, 14 drives and I/O, 3 HMI, 6 cameras, 4 others; 2 not identified", "1 commander gave 1,100 commands", 0) };
        AddDevices(sample);
        AddWork(sample);
        sample.Findings.Add(new Finding
        {
            Id = "F0001",
            Key = new string('a', 32),
            KeyText = "QW-CAP-01 capture",
            Rule = "QW-CAP-01",
            Title = "Capture can't support conclusions",
            Severity = Severity.Info,
            Confidence = 1,
            Subject = "the capture",
            Sentence = "2 of 8 conversations were seen from one side only.",
            Why = "An answer that was not seen can hide that a command was refused.",
            NextStep = "Mirror both directions of the port.",
            CannotTell = "Why: a mirror of one direction, or a route that comes back elsewhere.",
            Count = 1,
            FirstSeen = At(0),
            LastSeen = At(3600),
        });
        return sample;
    }

    /// <summary>The same hour with an attack in it.</summary>
    public static SampleCase Attack()
    {
        SampleCase sample = Benign();
        sample.Findings.Clear();
        sample.Manifest = Manifest(
            "32 devices: 2 controllers, 14 drives and I/O, 3 HMI, 6 cameras, 4 others; 3 not identified",
            "2 commanders gave 1,104 commands; nothing says who may", 4);
        sample.Devices.Add(new Device
        {
            Id = Laptop,
            Macs = [Laptop],
            Ips = ["10.20.7.55"],
            Names = ["DESKTOP-7K2"],
            Vendor = "Intel Corporate",
            Role = Role.Workstation,
            RoleConfidence = 0.6,
            FirstSeen = At(1900),
            LastSeen = At(2600),
            PacketsSent = 140,
            PacketsReceived = 131,
            BytesSent = 12_400,
            BytesReceived = 10_100,
            Identity = [new IdentityRow { Field = "name", Value = "DESKTOP-7K2", Protocol = "llmnr", Input = 1, Packet = 87_004, Chosen = true }],
        });
        sample.Conversations.Add(Talk("CaTtAck0000000001x", Laptop, "10.20.7.55", Plc, "10.20.7.10", 102, ["s7comm"], KnownBy.Parsed, 1990, 2300, 60, 9_000,
            new Dictionary<string, long> { ["stop"] = 1, ["start"] = 1, ["write"] = 2, ["read"] = 4 }));
        AddAttack(sample);
        return sample;
    }

    /// <summary>A capture without a packet.</summary>
    public static SampleCase Empty() => new()
    {
        Manifest = new Manifest
        {
            Schema = Case.Rows.Manifest.CurrentSchema,
            Tool = new Tool { Name = "quaywatch", Version = "0.1.0" },
            Answers = [.. Manifest("No device was seen", "No command was seen", 0).Answers],
            Inputs = [new InputRow { Input = 1, Name = "empty.pcap", Format = "pcap", Bytes = 24 }],
        },
    };

    public static Timestamp At(double seconds) => Timestamp.FromNanoseconds(Start + (long)(seconds * 1e9))!.Value;

    public static Endpoint End(string device, string ip, string? name = null, int? port = null) => new() { Device = device, Ip = ip, Mac = device.Contains(':', StringComparison.Ordinal) ? device : null, Name = name, Port = port };

    public static Manifest Manifest(string first, string second, long unknown) => new()
    {
        Schema = Case.Rows.Manifest.CurrentSchema,
        Tool = new Tool { Name = "quaywatch", Version = "0.1.0" },
        Answers =
        [
            new AnswerRow { Question = "What is on the crane?", Answer = first, Certainty = Certainty.Likely, Rows = ["devices"] },
            new AnswerRow { Question = "Who can command it, and who did?", Answer = second, Certainty = Certainty.Certain, Rows = unknown > 0 ? ["F0001", "C4", "commands"] : ["commands"] },
            new AnswerRow { Question = "What of the cargo, and who is told?", Answer = "Not assessed: this version reads no cargo messages", Certainty = Certainty.NotAssessed },
            new AnswerRow { Question = "What is exposed or forbidden?", Answer = "Not assessed: no list of advisories or makers was compared", Certainty = Certainty.NotAssessed },
            new AnswerRow { Question = "Can this capture say so?", Answer = "Yes; but 2 conversations were seen from one side only, and 1 protocol is known by port only", Certainty = Certainty.Certain, Rows = ["conversations"] },
        ],
        Inputs =
        [
            new InputRow
            {
                Input = 1, Name = "crane7.pcapng", Sha256 = new string('7', 64), Bytes = 412_000_000, Format = "pcapng", LinkTypes = ["ethernet"],
                Packets = 1_204_331, First = At(0), Last = At(3600), Anomalies = [new NamedCount { Name = "cut-short", Count = 1 }],
            },
        ],
        Data = [new DataRow { Name = "oui", Date = "2026-11-03", Sha256 = new string('d', 64), Rows = 38_211 }],
        Capture = new CaptureCounts { Packets = 1_204_331, Bytes = 398_112_004, Duplicates = 12, StreamGaps = 3, LostEstimate = 41, OneSidedConversations = 2, UnknownProtocolPackets = 4_002 },
        Protocols =
        [
            new ProtocolRow { Name = "s7comm", Packets = 904_114, Bytes = 201_000_000, Conversations = 5, Messages = 451_000, Anomalies = 0, By = KnownBy.Parsed },
            new ProtocolRow { Name = "rtsp", Packets = 260_000, Bytes = 190_000_000, Conversations = 2, By = KnownBy.Port },
            new ProtocolRow { Name = "arp", Packets = 4_100, Bytes = 250_000, Conversations = 0, Messages = 4_100, Anomalies = 0, By = KnownBy.Parsed },
        ],
        NotAssessed =
        [
            new NotAssessed { What = "Cargo", Why = "cargo messages are not read yet" },
            new NotAssessed { What = "Advisories and listed makers", Why = "no list was compared" },
            new NotAssessed { What = "Authority", Why = "no site file says who may command what" },
        ],
    };

    public static Conversation Talk(string uid, string from, string fromIp, string to, string toIp, int port, IReadOnlyList<string> protocols, KnownBy by,
        double start, double end, long packets, long bytes, IReadOnlyDictionary<string, long>? acts = null, bool oneSided = false) => new()
        {
            Uid = uid,
            CommunityId = "1:" + Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(uid + "xx"))[..28],
            Transport = "tcp",
            Protocols = protocols,
            ProtocolBy = by,
            Originator = End(from, fromIp, port: 49_182),
            Responder = End(to, toIp, port: port),
            OriginatorBy = OriginatorBy.Syn,
            FirstSeen = At(start),
            LastSeen = At(end),
            OriginatorPackets = packets,
            ResponderPackets = oneSided ? 0 : packets,
            OriginatorBytes = bytes / 2,
            ResponderBytes = bytes / 2,
            State = "SF",
            Acts = acts,
        };

    static void AddDevices(SampleCase sample)
    {
        sample.Devices.AddRange(
        [
            Controller(Plc, "10.20.7.10", "qc7-plc", "S7-1516-3 PN/DP", "6ES7516-3FP03-0AB0"),
            Controller(Plc2, "10.20.7.11", "qc7-rci", "S7-1512", "6ES7512-1SK01-0AB0"),
            Other(Hmi, "10.20.7.20", "qc7-hmi-cab", Role.Hmi, "Siemens AG"),
            Other("00:1c:06:00:00:21", "10.20.7.21", "qc7-hmi-chk", Role.Hmi, "Siemens AG"),
            Other("00:1c:06:00:00:22", "10.20.7.22", "qc7-hmi-ehouse", Role.Hmi, "Siemens AG"),
            Other(Server, "10.20.100.11", "historian", Role.Supervision, "VMware, Inc."),
            Other("00:00:5e:00:53:01", "10.20.7.1", "qc7-gw", Role.Router, "Cisco Systems, Inc"),
            Other("00:50:56:00:00:31", "10.20.140.5", "dc01", Role.Server, "VMware, Inc."),
            Other("00:50:56:00:00:32", "10.20.140.6", "ntp", Role.Server, "Meinberg"),
        ]);
        for (int i = 1; i <= 14; i++)
        {
            sample.Devices.Add(Other(FormattableString.Invariant($"00:1b:1b:00:01:{i:x2}"), null, FormattableString.Invariant($"qc7-drv{i}"), i > 6 ? Role.IoDevice : Role.Drive, "Siemens AG"));
        }

        for (int i = 1; i <= 6; i++)
        {
            sample.Devices.Add(Other(FormattableString.Invariant($"00:40:8c:00:00:{i:x2}"), FormattableString.Invariant($"10.20.7.{70 + i}"), FormattableString.Invariant($"qc7-cam0{i}"), Role.Camera, "Axis Communications AB"));
        }

        sample.Devices.Add(Other("00:0b:ab:00:00:40", "10.20.7.130", null, Role.Unknown, "Advantech"));
        sample.Devices.Add(Other("00:0b:ab:00:00:41", "10.20.7.131", null, Role.Unknown, null));
    }

    static void AddWork(SampleCase sample)
    {
        sample.Conversations.AddRange(
        [
            Talk("CwOrk000000000001x", Hmi, "10.20.7.20", Plc, "10.20.7.10", 102, ["s7comm"], KnownBy.Parsed, 0, 3600, 400_000, 180_000_000, new Dictionary<string, long> { ["read"] = 398_000, ["write"] = 1_098 }),
            Talk("CwOrk000000000002x", Server, "10.20.100.11", Plc, "10.20.7.10", 102, ["s7comm"], KnownBy.Parsed, 0, 3600, 36_000, 9_000_000, new Dictionary<string, long> { ["read"] = 36_000 }),
            Talk("CwOrk000000000003x", Server, "10.20.100.11", Plc2, "10.20.7.11", 102, ["s7comm"], KnownBy.Parsed, 0, 3600, 36_000, 9_000_000, new Dictionary<string, long> { ["read"] = 36_000 }),
            Talk("CwOrk000000000004x", Server, "10.20.100.11", "00:40:8c:00:00:01", "10.20.7.71", 554, ["rtsp"], KnownBy.Port, 10, 3500, 130_000, 95_000_000),
            Talk("CwOrk000000000005x", Server, "10.20.100.11", "00:40:8c:00:00:02", "10.20.7.72", 554, ["rtsp"], KnownBy.Port, 10, 3500, 130_000, 95_000_000),
            Talk("CwOrk000000000006x", "00:50:56:00:00:31", "10.20.140.5", Plc2, "10.20.7.11", 4_001, [], KnownBy.Port, 900, 960, 20, 9_000, oneSided: true),
            Talk("CwOrk000000000007x", Plc, "10.20.7.10", Plc2, "10.20.7.11", 102, ["s7comm"], KnownBy.Parsed, 0, 3600, 3_600, 900_000, new Dictionary<string, long> { ["write"] = 2 }),
        ]);
        for (int i = 0; i < 3; i++)
        {
            sample.Commands.Add(new Command
            {
                Id = FormattableString.Invariant($"C{i + 1}"),
                FirstSeen = At(60 + (i * 1100)),
                LastSeen = At(700 + (i * 1100)),
                Count = 366,
                Commander = End(Hmi, "10.20.7.20", "qc7-hmi-cab"),
                Controller = End(Plc, "10.20.7.10", "qc7-plc") with { Module = "rack 0, slot 1" },
                Protocol = "s7comm",
                Function = "Write Var",
                Operation = Operation.Write,
                Address = FormattableString.Invariant($"DB10.DBD{i * 4}"),
                OldValue = "0",
                Value = "12.5",
                LastValue = "40",
                DistinctValues = 88,
                Result = Result.Ok,
                Input = 1,
                Packet = 2_000 + i,
                AnswerInput = 1,
                AnswerPacket = 2_001 + i,
                Uid = "CwOrk000000000001x",
                SeenIn = [new Seen(1, 2_000 + i)],
            });
        }

        sample.Sessions.Add(new Session
        {
            Id = "S1",
            Kind = SessionKind.ControllerConnection,
            Client = End(Hmi, "10.20.7.20", "qc7-hmi-cab"),
            Server = End(Plc, "10.20.7.10", "qc7-plc"),
            Authenticated = Authenticated.No,
            Protection = Protection.None,
            Detail = "OP connection, rack 0, slot 1, PDU 480",
            Uid = "CwOrk000000000001x",
            FirstSeen = At(0),
            LastSeen = At(3600),
            SeenIn = [new Seen(1, 12), new Seen(1, 14)],
        });
    }

    static void AddAttack(SampleCase sample)
    {
        string[] operations = ["stop", "write", "start"];
        (Operation Operation, string Function, double Time, long Packet)[] acts =
        [
            (Operation.Stop, "PLC Stop", 2043.5, 88_120), (Operation.Write, "Write Var", 2100, 88_301), (Operation.Start, "PI-Service", 2285, 89_950),
        ];
        for (int i = 0; i < acts.Length; i++)
        {
            sample.Commands.Add(new Command
            {
                Id = FormattableString.Invariant($"C{i + 4}"),
                FirstSeen = At(acts[i].Time),
                LastSeen = At(acts[i].Time),
                Count = i == 1 ? 2 : 1,
                Commander = End(Laptop, "10.20.7.55", "DESKTOP-7K2"),
                Controller = End(Plc, "10.20.7.10", "qc7-plc") with { Module = "rack 0, slot 1" },
                Protocol = "s7comm",
                Function = acts[i].Function,
                Operation = acts[i].Operation,
                Address = i == 1 ? "DB99.DBX4.0" : null,
                Value = i == 1 ? "true" : null,
                Result = i == 2 ? Result.Refused : Result.Ok,
                Error = i == 2 ? "Operator is not permitted (0x8404)" : null,
                Input = 1,
                Packet = acts[i].Packet,
                AnswerInput = 1,
                AnswerPacket = acts[i].Packet + 1,
                Uid = "CaTtAck0000000001x",
                SeenIn = [new Seen(1, acts[i].Packet)],
            });
            Assert.Equal(operations[i], Case.Json.Words.Of(acts[i].Operation));
        }

        sample.Findings.Add(Found("F0001", "QW-CMD-03", "Controller stopped, started or mode changed", Severity.Critical, 0.99,
            "10.20.7.55 (DESKTOP-7K2, Intel) stopped controller qc7-plc 10.20.7.10 (S7-1516-3 PN/DP, 6ES7516-3FP03-0AB0) at 22:34:03.", ["C4"], 88_120,
            "s7comm.param.func == 0x29 && ip.src == 10.20.7.55"));
        sample.Findings.Add(Found("F0002", "QW-CMD-05", "Values forced or protected parameters written", Severity.High, 0.8,
            "10.20.7.55 (DESKTOP-7K2) wrote DB99.DBX4.0 of qc7-plc 10.20.7.10 twice; no other commander ever did.", ["C5"], 88_301, "frame.number == 88301"));
        sample.Findings.Add(Found("F0003", "QW-CMD-03", "Controller stopped, started or mode changed", Severity.High, 0.95,
            "10.20.7.55 (DESKTOP-7K2) asked controller qc7-plc 10.20.7.10 to start; it refused.", ["C6"], 89_950, "frame.number == 89950"));
        sample.Findings.Add(Found("F0004", "QW-NET-04", "Scan or probing", Severity.Medium, 0.9,
            "10.20.7.55 (DESKTOP-7K2) tried 254 addresses of 10.20.7.0/24 in 12 s.", [], 87_100, "ip.src == 10.20.7.55 && tcp.flags.syn == 1"));
        sample.Findings.Add(Found("F0005", "QW-CAP-01", "Capture can't support conclusions", Severity.Info, 1, "2 of 8 conversations were seen from one side only.", [], 1, null));
        sample.Evidence.Add(Messages.Stop("F0001"));
    }

    static Finding Found(string id, string rule, string title, Severity severity, double confidence, string sentence, IReadOnlyList<string> commands, long packet, string? filter) => new()
    {
        Id = id,
        Key = id.PadLeft(32, '0').ToLowerInvariant(),
        KeyText = $"{rule} 10.20.7.55>10.20.7.10",
        Rule = rule,
        Title = title,
        Severity = severity,
        Confidence = confidence,
        Subject = "10.20.7.55 to 10.20.7.10",
        Source = End(Laptop, "10.20.7.55", "DESKTOP-7K2"),
        Target = End(Plc, "10.20.7.10", "qc7-plc"),
        Devices = [Laptop, Plc],
        Uids = ["CaTtAck0000000001x"],
        Commands = commands,
        FirstSeen = At(2043.5 + ((packet - 88_120) / 8.0)),
        LastSeen = At(2043.5 + ((packet - 88_120) / 8.0)),
        Count = 1,
        Sentence = sentence,
        Why = "A stop closes the brakes at once; with a load on the hook this is a category 0 stop.",
        NextStep = "Find the switch port of 10.20.7.55 and who was in the e-house then.",
        CannotTell = "Whether a person stood at the crane; S7comm carries no user.",
        SeenIn = [new Seen(1, packet), new Seen(1, packet + 1)],
        Evidence = id == "F0001" ? "evidence/F0001.pcapng" : null,
        Wireshark = filter,
        Attack = ["T0816", "T0858"],
    };

    static Device Controller(string mac, string ip, string name, string model, string order) => Other(mac, ip, name, Role.Controller, "Siemens AG") with
    {
        Model = model,
        OrderNumber = order,
        Firmware = "V2.9.4",
        Hardware = "3",
        Serial = "S C-L1234567",
        Station = "QC7",
        InControl = true,
        Services = [new ServiceRow { Protocol = "s7comm", Port = 102, Transport = "tcp", By = KnownBy.Parsed }],
        Identity =
        [
            new IdentityRow { Field = "order_number", Value = order, Protocol = "s7comm", Input = 1, Packet = 44, Chosen = true },
            new IdentityRow { Field = "firmware", Value = "V2.9.4", Protocol = "s7comm", Input = 1, Packet = 44, Chosen = true },
            new IdentityRow { Field = "vendor", Value = "Siemens AG", Protocol = "oui", Chosen = true },
        ],
    };

    static Device Other(string mac, string? ip, string? name, Role role, string? vendor) => new()
    {
        Id = mac,
        Macs = [mac],
        Ips = ip is null ? [] : [ip],
        Names = name is null ? [] : [name],
        Vendor = vendor,
        Role = role,
        RoleConfidence = role == Role.Unknown ? 0 : 0.9,
        Vlans = [107],
        FirstSeen = At(0),
        LastSeen = At(3600),
        PacketsSent = 3_600,
        PacketsReceived = 3_600,
        BytesSent = 300_000,
        BytesReceived = 280_000,
        Identity = vendor is null ? [] : [new IdentityRow { Field = "vendor", Value = vendor, Protocol = "oui", Chosen = true }],
        Notes = role == Role.Router ? ["Several IP addresses behind one MAC address: a router"] : [],
    };
}
