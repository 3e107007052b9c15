namespace Quaywatch.Case.Rows;

/// <summary>The machine that a run was made on.</summary>
public sealed record Machine
{
    /// <summary>Host name.</summary>
    public string? Name { get; init; }

    /// <summary>Operating system and its version.</summary>
    public string? System { get; init; }

    /// <summary>Processor architecture.</summary>
    public string? Architecture { get; init; }

    /// <summary>Number of processors that the run could use.</summary>
    public int? Processors { get; init; }

    /// <summary>Version of the .NET runtime.</summary>
    public string? Runtime { get; init; }
}
