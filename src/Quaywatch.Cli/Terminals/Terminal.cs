using System.Text;

namespace Quaywatch.Cli.Terminals;

/// <summary>Where a command reads and writes: results go to <see cref="Out"/>, all else to <see cref="Error"/>. Whoever writes a
/// line here has escaped what the network chose.</summary>
sealed class Terminal : IDisposable
{
    const int Default = 80;

    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>The same as bytes; flush <see cref="Out"/> before it is used.</summary>
    public required Stream OutBytes { get; init; }

    /// <summary>Progress, warnings, hints and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input.</summary>
    public required Func<Stream> In { get; init; }

    /// <summary>Whether progress may be drawn on standard error.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of a line.</summary>
    public int Width { get; init; } = Default;

    /// <summary>Whether results may have colours.</summary>
    public bool Colour { get; set; }

    /// <summary>No progress and no hints.</summary>
    public bool Quiet { get; set; }

    /// <summary>More about what is done.</summary>
    public bool Verbose { get; set; }

    /// <summary>The log that was asked for; null without one.</summary>
    public RunLog? Log { get; set; }

    /// <summary>What was interrupted from outside.</summary>
    public CancellationToken Interrupted { get; set; }

    /// <summary>Whether the command that runs finishes what it has when it is interrupted for the first time.</summary>
    public bool FinishesWhenInterrupted { get; set; }

    /// <summary>The streams of this process, in UTF-8 whatever the system thinks.</summary>
    public static Terminal OfProcess()
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = utf8;
        }

        Stream output = Console.OpenStandardOutput();
        bool outIsTerminal = !Console.IsOutputRedirected;
        return new Terminal
        {
            Out = new StreamWriter(output, utf8) { NewLine = "\n", AutoFlush = outIsTerminal },
            OutBytes = output,
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true },
            In = Console.OpenStandardInput,
            ErrorIsTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
            Width = outIsTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : Default,
            Colour = outIsTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        };
    }

    /// <summary>An error.</summary>
    public void Fail(string line) => Error.WriteLine($"quaywatch: {line}");

    /// <summary>What a person should know, and what stops nothing.</summary>
    public void Warn(string line)
    {
        Log?.Warned(line);
        Error.WriteLine($"quaywatch: {line}");
    }

    /// <summary>What helps, unless quiet was asked for.</summary>
    public void Hint(string line)
    {
        if (!Quiet)
        {
            Error.WriteLine($"quaywatch: {line}");
        }
    }

    /// <summary>What only those want to know who asked for more.</summary>
    public void Detail(string line)
    {
        if (Verbose)
        {
            Error.WriteLine($"quaywatch: {line}");
        }
    }

    /// <summary>Writes what still waits in a buffer.</summary>
    public void Flush()
    {
        Out.Flush();
        Error.Flush();
    }

    /// <summary>Closes the streams.</summary>
    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
        Log?.Dispose();
    }
}
