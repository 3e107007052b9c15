namespace Quaywatch.Case;

/// <summary>The names of everything in a case folder. Whatever has another name does not belong to a case.</summary>
public static class CaseLayout
{
    /// <summary>The manifest.</summary>
    public const string Manifest = "case.json";

    /// <summary>Devices, one a line.</summary>
    public const string Devices = "devices.jsonl";

    /// <summary>Conversations, one a line.</summary>
    public const string Conversations = "conversations.jsonl";

    /// <summary>Commands, one a line.</summary>
    public const string Commands = "commands.jsonl";

    /// <summary>Sessions, one a line.</summary>
    public const string Sessions = "sessions.jsonl";

    /// <summary>Cargo exposure, one a line.</summary>
    public const string Exposure = "exposure.jsonl";

    /// <summary>Bodies that passed, one a line.</summary>
    public const string Contents = "contents.jsonl";

    /// <summary>Findings, one a line.</summary>
    public const string Findings = "findings.jsonl";

    /// <summary>The report.</summary>
    public const string Report = "report.html";

    /// <summary>Container facts, where there are any.</summary>
    public const string Containers = "containers.parquet";

    /// <summary>Process values, where there are any.</summary>
    public const string Samples = "samples.parquet";

    /// <summary>Hashes of every file but itself and <see cref="Run"/>.</summary>
    public const string Sums = "SHA256SUMS";

    /// <summary>What differs from run to run.</summary>
    public const string Run = "run.json";

    /// <summary>The folder of the packets and their decoded trees.</summary>
    public const string Evidence = "evidence";

    /// <summary>What the name of an unfinished case ends with.</summary>
    public const string PartialSuffix = ".partial";

    /// <summary>What the name of a case ends with while it is being replaced.</summary>
    public const string OldSuffix = ".old";

    /// <summary>Longest line of a `.jsonl` file, and largest `case.json` or `run.json`, that is read: 16 MiB. (DuckDB has the same
    /// limit for a line.)</summary>
    public const int LargestDocument = 16 << 20;

    const string SpoolPrefix = "spool-";

    static readonly string[] Files =
    [
        Manifest, Devices, Conversations, Commands, Sessions, Exposure, Contents, Findings, Report, Containers, Samples, Sums, Run,
    ];

    /// <summary>The files of rows, in the order of the contract.</summary>
    public static IReadOnlyList<string> RowFiles { get; } =
        [Devices, Conversations, Commands, Sessions, Exposure, Contents, Findings];

    /// <summary>Whether a name directly in the folder is one of a case's files.</summary>
    public static bool IsFile(string name) => Array.IndexOf(Files, name) >= 0;

    /// <summary>Whether a name in the evidence folder is one that a case has: a finding's id and `.pcapng` or `.json`.</summary>
    public static bool IsEvidenceFile(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && IsFindingId(name.AsSpan(0, dot)) && name[dot..] is ".pcapng" or ".json";
    }

    /// <summary>Whether a text is the id of a finding: `F` and four to nine digits.</summary>
    public static bool IsFindingId(ReadOnlySpan<char> id) =>
        id.Length is >= 5 and <= 10 && id[0] == 'F' && !id[1..].ContainsAnyExceptInRange('0', '9');

    /// <summary>The evidence file of a finding with its packets, relative to the case.</summary>
    public static string PacketsOf(string findingId) => $"{Evidence}/{findingId}.pcapng";

    /// <summary>The evidence file of a finding with the decoded trees of its packets, relative to the case.</summary>
    public static string TreesOf(string findingId) => $"{Evidence}/{findingId}.json";

    /// <summary>The name under which a pipe is kept while it is analyzed.</summary>
    public static string SpoolOf(int input) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SpoolPrefix}{input}");

    internal static bool IsSpool(string name) =>
        name.StartsWith(SpoolPrefix, StringComparison.Ordinal)
        && name.Length is > 6 and <= 12 && !name.AsSpan(SpoolPrefix.Length).ContainsAnyExceptInRange('0', '9');
}
