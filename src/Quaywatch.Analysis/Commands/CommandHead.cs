using Quaywatch.Analysis.Frame;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Commands;

/// <summary>What a run of commands is, by its first act: who asked whom for what.</summary>
internal sealed record CommandHead
{
    /// <summary>Who gave the command.</summary>
    public required End Commander { get; init; }

    /// <summary>Who got it.</summary>
    public required End Controller { get; init; }

    /// <summary>The commander's user.</summary>
    public string? UserName { get; init; }

    /// <summary>The session that it belongs to.</summary>
    public string? Session { get; init; }

    /// <summary>The protocol.</summary>
    public required string Protocol { get; init; }

    /// <summary>The protocol's own name.</summary>
    public string? Function { get; init; }

    /// <summary>What was asked.</summary>
    public required Operation Operation { get; init; }

    /// <summary>Of what, as the protocol writes it.</summary>
    public string? Address { get; init; }

    /// <summary>The first value as text.</summary>
    public string? Value { get; init; }

    /// <summary>The first value in hexadecimal.</summary>
    public string? ValueHex { get; init; }

    /// <summary>The first value as a number.</summary>
    public double? ValueNumber { get; init; }

    /// <summary>The value before.</summary>
    public string? OldValue { get; init; }

    /// <summary>How it was answered.</summary>
    public required ActResult Result { get; init; }

    /// <summary>The refusal's name.</summary>
    public string? Error { get; init; }

    /// <summary>The conversation of the first act.</summary>
    public required string Uid { get; init; }

    /// <summary>The packet that completes the request, else the answer.</summary>
    public Seen Packet { get; init; }

    /// <summary>The packet that completes the answer; null where there is none.</summary>
    public Seen? Answer { get; init; }
}
