using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>A session as the page shows it.</summary>
sealed class SessionLine
{
    public required string Id { get; init; }

    public string? Anchor { get; init; }

    public required string Kind { get; init; }

    public Party Client { get; init; }

    public Party Server { get; init; }

    public string? User { get; init; }

    public required Authenticated Authenticated { get; init; }

    public required Protection Protection { get; init; }

    public string? Detail { get; init; }

    public string? Seen { get; init; }

    public required string Packets { get; init; }
}
