namespace Quaywatch.Case.Rows;

/// <summary>`commands.jsonl`: a run of acts that change or could change something: same commander, controller, operation,
/// address and result, with no pause over 60 seconds. Starts, stops, modes, transfers, resets, forces and logins are one run
/// only when value and result are equal. Reads are counted in the conversation and listed only with `--all-acts`.</summary>
public sealed record Command
{
    /// <summary>`C1`, `C2` ... in order of the first act.</summary>
    public required string Id { get; init; }

    /// <summary>First act.</summary>
    public Timestamp? FirstSeen { get; set; }

    /// <summary>Last act.</summary>
    public Timestamp? LastSeen { get; set; }

    /// <summary>Number of acts; each item written is one.</summary>
    public long Count { get; set; }

    /// <summary>Who gave the command, with `user_name` and `session` where known.</summary>
    public required Endpoint Commander { get; set; }

    /// <summary>Who got it, with `module` where known.</summary>
    public required Endpoint Controller { get; set; }

    /// <summary>Protocol.</summary>
    public required string Protocol { get; set; }

    /// <summary>The protocol's own name of the function.</summary>
    public string? Function { get; set; }

    /// <summary>What was asked.</summary>
    public required Operation Operation { get; set; }

    /// <summary>What it was asked of, in the protocol's notation: `DB10.DBX4.0`, `40001`.</summary>
    public string? Address { get; set; }

    /// <summary>Name of the address, from the tag map.</summary>
    public string? Tag { get; set; }

    /// <summary>Crane, from the site file.</summary>
    public string? Crane { get; set; }

    /// <summary>Axis, from the tag map.</summary>
    public string? Axis { get; set; }

    /// <summary>Value of the first act, as text.</summary>
    public string? Value { get; set; }

    /// <summary>Value of the last act, when it is another one.</summary>
    public string? LastValue { get; set; }

    /// <summary>Value before the first act, when it was seen.</summary>
    public string? OldValue { get; set; }

    /// <summary>Value of the first act as a number; absent when it is none, or not finite.</summary>
    public double? ValueNumber { get; set => field = Finite(value); }

    /// <summary>Bytes of the first act's value in hexadecimal, up to 64 bytes.</summary>
    public string? ValueHex { get; set; }

    /// <summary>Number of distinct values, counted up to 1,000.</summary>
    public int? DistinctValues { get; set; }

    /// <summary>Least value as a number.</summary>
    public double? Least { get; set => field = Finite(value); }

    /// <summary>Greatest value as a number.</summary>
    public double? Greatest { get; set => field = Finite(value); }

    /// <summary>Unit of the values, from the tag map.</summary>
    public string? Unit { get; set; }

    /// <summary>How the controller answered.</summary>
    public required Result Result { get; set; }

    /// <summary>The error that it answered with, by the protocol's own name.</summary>
    public string? Error { get; set; }

    /// <summary>Whether the commander may do this.</summary>
    public Verdict Verdict { get; set; } = Verdict.Unknown;

    /// <summary>What the verdict stands on: the line of the site file, or what was learned.</summary>
    public string? VerdictBy { get; set; }

    /// <summary>`uid` of the conversation.</summary>
    public string? Uid { get; set; }

    /// <summary>Input of the first act's packet.</summary>
    public int Input { get; set; }

    /// <summary>The first act's packet: the one that completes the request.</summary>
    public long Packet { get; set; }

    /// <summary>Input of the first act's answer.</summary>
    public int? AnswerInput { get; set; }

    /// <summary>The packet that completes the first act's answer.</summary>
    public long? AnswerPacket { get; set; }

    /// <summary>Packets of the acts: the first 100 and the last 20.</summary>
    public IReadOnlyList<Seen> SeenIn { get; set; } = [];

    // JSON has no NaN and no infinity; the text beside it says which it was.
    static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
