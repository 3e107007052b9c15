namespace Quaywatch.Cli;

/// <summary>The exit statuses of the contract.</summary>
static class ExitStatus
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, and a finding reached <c>--fail-on</c>.</summary>
    public const int FindingReached = 1;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 2;

    /// <summary>An input could not be read, or is no case.</summary>
    public const int Input = 3;

    /// <summary>The output could not be written.</summary>
    public const int Output = 4;

    /// <summary>Our own fault.</summary>
    public const int Fault = 70;

    /// <summary>Interrupted.</summary>
    public const int Interrupted = 130;
}
