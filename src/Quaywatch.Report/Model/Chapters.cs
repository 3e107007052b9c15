namespace Quaywatch.Report.Model;

/// <summary>The chapters of the page and the ids of its fixed places.</summary>
static class Chapters
{
    public const string Answers = "answers";
    public const string Timeline = "timeline";
    public const string Findings = "findings";
    public const string Controllers = "controllers";
    public const string Devices = "devices";
    public const string Map = "map";
    public const string Pairs = "pairs";
    public const string Conversations = "conversations";
    public const string Authority = "authority";
    public const string Commands = "commands";
    public const string Sessions = "sessions";
    public const string Cargo = "cargo";
    public const string Exits = "exits";
    public const string Vulnerabilities = "vulnerabilities";
    public const string Process = "process";
    public const string Health = "health";
    public const string Inputs = "inputs";
    public const string Protocols = "protocols";
    public const string NotAssessed = "not-assessed";
    public const string Appendix = "appendix";
    public const string Rules = "rules";
    public const string Data = "data";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        Answers, Timeline, Findings, Controllers, Devices, Map, Pairs, Conversations, Authority, Commands, Sessions, Cargo, Exits,
        Vulnerabilities, Process, Health, Inputs, Protocols, NotAssessed, Appendix, Rules, Data,
    ];
}
