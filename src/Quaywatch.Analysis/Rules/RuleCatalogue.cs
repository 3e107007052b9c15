using Quaywatch.Analysis.CaptureHealth;
using Quaywatch.Analysis.Commands;
using Quaywatch.Analysis.Conversations;
using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Inventory;

namespace Quaywatch.Analysis.Rules;

/// <summary>All rules. A new one has its line here, its file in the folder of its question, and its page in docs/rules.</summary>
public static class RuleCatalogue
{
    const string PagePrefix = "rules/";

    /// <summary>What is fixed about each rule, by id.</summary>
    public static IReadOnlyList<RuleInfo> Infos { get; } =
    [
        CaptureCannotSupport.Fixed,
        ControllerStopped.Fixed,
        ProgramTransferred.Fixed,
        ValuesForced.Fixed,
        IdentityConflict.Fixed,
        ScanOrProbing.Fixed,
    ];

    /// <summary>The rule's page, as `explain` prints it; null where there is no such rule.</summary>
    public static string? Page(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (!Infos.Any(info => info.Id == id))
        {
            return null;   // no resource is opened by a name that someone typed
        }

        using Stream? stream = typeof(RuleCatalogue).Assembly.GetManifestResourceStream($"{PagePrefix}{id}.md");
        if (stream is null)
        {
            return null;
        }

        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The rules of one run.</summary>
    internal static IReadOnlyList<Rule> All(CommandLog commands, Limits limits) =>
    [
        new CaptureCannotSupport(),
        new ControllerStopped(commands, limits),
        new ProgramTransferred(commands, limits),
        new ValuesForced(commands, limits),
        new IdentityConflict(limits),
        new ScanOrProbing(limits),
    ];
}
