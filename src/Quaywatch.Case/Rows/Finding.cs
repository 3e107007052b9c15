namespace Quaywatch.Case.Rows;

/// <summary>`findings.jsonl`: one subject doing one thing that a rule is about.</summary>
public sealed record Finding
{
    /// <summary>`F0001`, `F0002` ... in order of severity, then time.</summary>
    public required string Id { get; set; }

    /// <summary>32 hexadecimal digits of SHA-256 over rule and subject: the same in every case.</summary>
    public required string Key { get; set; }

    /// <summary>The key in readable form: rule, then the subject by its site name, else IP, else MAC address; `source&gt;target`.</summary>
    public required string KeyText { get; set; }

    /// <summary>With `--baseline`: what it is beside the baseline.</summary>
    public FindingState? State { get; set; }

    /// <summary>The rule's id; `quaywatch explain` prints its page.</summary>
    public required string Rule { get; set; }

    /// <summary>The rule's title.</summary>
    public required string Title { get; set; }

    /// <summary>How bad it is.</summary>
    public required Severity Severity { get; set; }

    /// <summary>How sure it is, 0 to 1.</summary>
    public double Confidence { get; set => field = double.IsFinite(value) ? value : 0; }

    /// <summary>Who or what it is about, in words.</summary>
    public required string Subject { get; set; }

    /// <summary>Who did it.</summary>
    public Endpoint? Source { get; set; }

    /// <summary>To whom.</summary>
    public Endpoint? Target { get; set; }

    /// <summary>Ids of the devices concerned.</summary>
    public IReadOnlyList<string> Devices { get; set; } = [];

    /// <summary>`uid`s of the conversations.</summary>
    public IReadOnlyList<string> Uids { get; set; } = [];

    /// <summary>Ids of the commands.</summary>
    public IReadOnlyList<string> Commands { get; set; } = [];

    /// <summary>Crane, from the site file.</summary>
    public string? Crane { get; set; }

    /// <summary>Axis, from the tag map.</summary>
    public string? Axis { get; set; }

    /// <summary>First packet.</summary>
    public Timestamp? FirstSeen { get; set; }

    /// <summary>Last packet.</summary>
    public Timestamp? LastSeen { get; set; }

    /// <summary>How often.</summary>
    public long Count { get; set; }

    /// <summary>What happened: one sentence with names and numbers.</summary>
    public required string Sentence { get; set; }

    /// <summary>What it can do to a crane.</summary>
    public string? Why { get; set; }

    /// <summary>What to do next.</summary>
    public string? NextStep { get; set; }

    /// <summary>Packets that show it: the first 100 and the last 20.</summary>
    public IReadOnlyList<Seen> SeenIn { get; set; } = [];

    /// <summary>The file in `evidence` with those packets.</summary>
    public string? Evidence { get; set; }

    /// <summary>A display filter that shows them in Wireshark.</summary>
    public string? Wireshark { get; set; }

    /// <summary>Technique ids of MITRE ATT&amp;CK for ICS.</summary>
    public IReadOnlyList<string> Attack { get; set; } = [];

    /// <summary>Citations of law and standards.</summary>
    public IReadOnlyList<string> Law { get; set; } = [];

    /// <summary>What the sensor could not see.</summary>
    public string? CannotTell { get; set; }

    /// <summary>The acceptance in the site file: the finding stays, marked, until it ends.</summary>
    public Accepted? Accepted { get; set; }
}
