using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Tests.Samples;

/// <summary>Cases that are large.</summary>
static class Crowd
{
    static readonly Role[] Roles = [Role.Controller, Role.IoDevice, Role.Drive, Role.Hmi, Role.Camera, Role.Switch, Role.Server, Role.Workstation, Role.Unknown, Role.IoDevice];

    /// <summary>A terminal: a tenth are controllers, each written to by some of fifty commanders.</summary>
    public static SampleCase Terminal(int devices)
    {
        SampleCase sample = new() { Manifest = Plant.Manifest($"{devices} devices", "50 commanders gave 5,000 commands", 0) };
        sample.Devices.AddRange(Devices(devices));
        for (int i = 0; i < devices; i++)
        {
            Device from = sample.Devices[i];
            Device to = sample.Devices[i / 10 * 10];
            if (from == to)
            {
                continue;
            }

            sample.Conversations.Add(Plant.Talk(FormattableString.Invariant($"Ct{i:D16}"), from.Id, from.Ips[0], to.Id, to.Ips[0], 102, ["s7comm"], KnownBy.Parsed, i % 3000, 3600, 1_000 + i, 100_000 + (i * 97),
                new Dictionary<string, long> { ["read"] = 100 + i }));
            if (i % 10 == 3)
            {
                for (int run = 0; run < 5; run++)
                {
                    sample.Commands.Add(new Command
                    {
                        Id = FormattableString.Invariant($"C{sample.Commands.Count + 1}"),
                        FirstSeen = Plant.At(((i * 7) + (run * 600)) % 3500),
                        LastSeen = Plant.At((((i * 7) + (run * 600)) % 3500) + 20),
                        Count = 10,
                        Commander = Plant.End(from.Id, from.Ips[0]),
                        Controller = Plant.End(to.Id, to.Ips[0]),
                        Protocol = "s7comm",
                        Function = "Write Var",
                        Operation = run == 4 && i % 50 == 3 ? Operation.Download : Operation.Write,
                        Address = FormattableString.Invariant($"DB{run}.DBW{i}"),
                        Value = "1",
                        Result = Result.Ok,
                        Input = 1,
                        Packet = (i * 10) + run + 1,
                    });
                }
            }
        }

        return sample;
    }

    public static IEnumerable<Device> Devices(int count)
    {
        for (int i = 0; i < count; i++)
        {
            string mac = FormattableString.Invariant($"00:1b:1b:{i >> 16:x2}:{(i >> 8) & 255:x2}:{i & 255:x2}");
            yield return new Device
            {
                Id = mac,
                Macs = [mac],
                Ips = [FormattableString.Invariant($"10.{i >> 16}.{(i >> 8) & 255}.{i & 255}")],
                Names = i % 3 == 0 ? [FormattableString.Invariant($"station-{i}")] : [],
                Vendor = "Siemens AG",
                Role = Roles[i % Roles.Length],
                RoleConfidence = 0.9,
                InControl = i % 10 == 0,
                FirstSeen = Plant.At(0),
                LastSeen = Plant.At(3600),
                PacketsSent = i,
                BytesSent = i * 100L,
                Model = i % 10 == 0 ? "S7-1516-3 PN/DP" : null,
                Identity = [new IdentityRow { Field = "vendor", Value = "Siemens AG", Protocol = "oui", Chosen = true }],
            };
        }
    }

    public static IEnumerable<Finding> Findings(int count)
    {
        for (int i = 0; i < count; i++)
        {
            string target = FormattableString.Invariant($"10.0.{(i >> 8) & 255}.{i & 255}");
            yield return new Finding
            {
                Id = FormattableString.Invariant($"F{i + 1:D4}"),
                Key = FormattableString.Invariant($"{i:x32}"),
                KeyText = $"QW-CMD-05 10.0.0.9>{target}",
                Rule = FormattableString.Invariant($"QW-CMD-0{(i % 5) + 1}"),
                Title = "Values forced or protected parameters written",
                Severity = (Severity)Math.Min(4, i * 5 / count),
                Confidence = 0.9,
                Subject = $"10.0.0.9 to {target}",
                Count = 1,
                Sentence = $"10.0.0.9 wrote DB1.DBX0.0 of controller {target} once; no other commander ever did.",
                Why = "A value that the program does not expect.",
                NextStep = "Ask who worked there.",
                CannotTell = "Who sat at the keyboard.",
                FirstSeen = Plant.At(i % 3600),
                LastSeen = Plant.At(i % 3600),
                SeenIn = [new Seen(1, i + 1)],
                Wireshark = FormattableString.Invariant($"frame.number == {i + 1}"),
            };
        }
    }
}
