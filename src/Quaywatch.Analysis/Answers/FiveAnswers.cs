using System.Globalization;
using Quaywatch.Analysis.CaptureHealth;
using Quaywatch.Analysis.Conversations;
using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Inventory;
using Quaywatch.Analysis.Rules;
using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Answers;

/// <summary>The five questions of terminal, report and case.json, each answered in one sentence with numbers; what cannot be told
/// is said, never counted as zero.</summary>
internal static class FiveAnswers
{
    /// <summary>Operations named in the second answer.</summary>
    const int MostOperations = 4;

    /// <summary>How sure a role must be for the sentence that counts it to be certain.</summary>
    const double SureRole = 0.8;

    // Kinds of device as people count them, in the order of the sentence.
    static readonly (string One, string Many, Role[] Roles)[] Kinds =
    [
        ("controller", "controllers", [Role.Controller, Role.SafetyController]),
        ("drive or I/O", "drives and I/O", [Role.Drive, Role.IoDevice]),
        ("HMI", "HMI", [Role.Hmi]),
        ("engineering station", "engineering stations", [Role.EngineeringStation]),
        ("camera", "cameras", [Role.Camera]),
        ("network device", "network devices", [Role.Switch, Role.Router, Role.AccessPoint]),
        ("other", "others", [Role.Supervision, Role.Server, Role.RemoteStation, Role.VendorGateway, Role.Workstation, Role.Printer]),
    ];

    /// <summary>The answers.</summary>
    public static IReadOnlyList<AnswerRow> Of(Draft draft) =>
    [
        OnTheCrane(draft),
        WhoCommands(draft),
        new()
        {
            Question = "What of the cargo, and who is told?",
            Answer = "Not assessed: cargo messages are not looked for.",
            Certainty = Certainty.NotAssessed,
        },
        new()
        {
            Question = "What is exposed or forbidden?",
            Answer = "Not assessed: exposed services, advisories and lists of makers are not looked for.",
            Certainty = Certainty.NotAssessed,
        },
        CanTell(draft),
    ];

    /// <summary>What the case does not answer, and why.</summary>
    public static IReadOnlyList<NotAssessed> NotAssessed(Draft draft)
    {
        List<NotAssessed> list =
        [
            new() { What = "cargo exposure", Why = "cargo messages are not looked for" },
            new() { What = "exposed services, vulnerabilities and listed technology", Why = "advisories and lists are not looked at" },
            new() { What = "authority of commanders", Why = "no site file was given" },
        ];
        if (draft.Options.Makers is null)
        {
            list.Add(new() { What = "makers by MAC address", Why = "no registry of prefixes was loaded" });
        }

        list.AddRange(PortOnly(draft).Select(protocol => new NotAssessed
        {
            What = $"commands in {protocol}",
            Why = "the protocol is recognised by its port only and not decoded",
        }));
        return list;
    }

    static AnswerRow OnTheCrane(Draft draft)
    {
        const string Question = "What is on the crane?";
        IReadOnlyList<Device> devices = draft.Devices.Rows;
        if (draft.Facts.Packets == 0)
        {
            return new() { Question = Question, Answer = "Not assessed: the capture holds no packets.", Certainty = Certainty.NotAssessed };
        }

        List<string> kinds = [];
        foreach ((string one, string many, Role[] roles) in Kinds)
        {
            int count = devices.Count(device => roles.Contains(device.Role));
            if (count > 0)
            {
                kinds.Add(People.Number(count, one, many));
            }
        }

        int unknown = devices.Count(device => device.Role == Role.Unknown);
        string split = kinds.Count == 0 ? "" : $": {string.Join(", ", kinds)}";
        string rest = unknown == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {unknown:#,0} not identified");
        string guessed = ByPortOnly(draft);
        bool rolesAreSure = devices.All(device => device.Role == Role.Unknown || device.RoleConfidence >= SureRole);
        bool isSure = rolesAreSure && guessed.Length == 0 && draft.Capture.OneSidedConversations == 0 && draft.Limits.Of("device-addresses") == 0;
        return new()
        {
            Question = Question,
            Answer = $"{People.Number(devices.Count, "device")}{split}{rest}{guessed}.",
            Certainty = isSure ? Certainty.Certain : Certainty.Likely,
            Rows = ["devices"],
        };
    }

    static AnswerRow WhoCommands(Draft draft)
    {
        const string Question = "Who can command it, and who did?";
        long acts = draft.CommandTotals.Acts;
        IReadOnlyList<string> portOnly = PortOnly(draft);
        string notDecoded = portOnly.Count == 0 ? "" : $"; commands in {string.Join(", ", portOnly)} are not decoded";
        if (acts == 0)
        {
            bool looked = draft.ControlConversations > 0;
            return new()
            {
                Question = Question,
                Answer = looked
                    ? $"No commands were given in {People.Number(draft.ControlConversations, "conversation")} with controllers{notDecoded}."
                    : portOnly.Count > 0
                        ? $"Not assessed: {string.Join(", ", portOnly)} {(portOnly.Count == 1 ? "is" : "are")} recognised by port only and not decoded."
                        : "Not assessed: no control protocol was seen.",
                Certainty = !looked ? Certainty.NotAssessed : IsWhole(draft) && portOnly.Count == 0 ? Certainty.Certain : Certainty.Likely,
                Rows = looked ? ["conversations"] : [],
            };
        }

        IEnumerable<string> operations = draft.CommandTotals.Operations.Take(MostOperations)
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Count:#,0} {ConversationNames.Of(entry.Operation)}"));
        return new()
        {
            Question = Question,
            Answer = $"{People.Number(draft.CommandTotals.Commanders, "commander")} gave {People.Number(acts, "command")} to {People.Number(draft.CommandTotals.Controllers, "device")} ({string.Join(", ", operations)}); whether they may is not assessed without a site file{notDecoded}.",
            Certainty = IsWhole(draft) && portOnly.Count == 0 ? Certainty.Certain : Certainty.Likely,
            Rows = ["commands"],
        };
    }

    static AnswerRow CanTell(Draft draft)
    {
        bool isEmpty = draft.Capture.Packets == 0;
        List<string> buts = CaptureCannotSupport.Reasons(draft);
        if (draft.Facts.Partial)
        {
            buts.Add("the run was interrupted");
        }

        IReadOnlyList<string> limits = [.. draft.Limits.Rows(draft.Facts.LimitsReached).Select(limit => limit.Name)];
        if (limits.Count > 0)
        {
            buts.Add($"not everything was kept or readable ({string.Join(", ", limits)})");
        }

        string guessed = ByPortOnly(draft);
        string answer = isEmpty ? "No" : buts.Count == 0 && guessed.Length == 0 ? "Yes" : "In part";
        return new()
        {
            Question = "Can this capture say so?",
            Answer = $"{answer}{(buts.Count == 0 ? "" : $": {string.Join("; ", buts)}")}{guessed}.",
            Certainty = isEmpty ? Certainty.NotAssessed : Certainty.Certain,
            Rows = [.. draft.Findings.Where(finding => finding.Row.Rule == "QW-CAP-01").Select(finding => finding.Row.Id)],
        };
    }

    static bool IsWhole(Draft draft) => draft.OneSidedControlConversations == 0 && draft.Capture.StreamGaps == 0
        && draft.Limits.Of("commands") == 0 && !draft.Facts.Partial;

    // Control protocols that answered on their port but are not decoded: the plant must not look empty.
    static IReadOnlyList<string> PortOnly(Draft draft) =>
        [.. draft.Protocols.Where(protocol => protocol.By == KnownBy.Port && ControlProtocols.Has(protocol.Name)).Select(protocol => protocol.Name)];

    static string ByPortOnly(Draft draft)
    {
        string[] names = [.. draft.Protocols.Where(protocol => protocol.By == KnownBy.Port).Select(protocol => protocol.Name)];
        return names.Length == 0 ? "" : $"; by port only, not decoded: {string.Join(", ", names)}";
    }
}
