using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Quaywatch.Case.Text;
using Quaywatch.Case.Writing;
using Serilog;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;

namespace Quaywatch.Cli.Terminals;

/// <summary>The log of <c>--log</c>: one JSON object a line, five files of 10 MB at most. Its packages are loaded only when it is
/// asked for.</summary>
sealed partial class RunLog : IDisposable
{
    const long LargestFile = 10 << 20;
    const int MostFiles = 5;

    readonly SerilogLoggerFactory _factory;
    readonly Microsoft.Extensions.Logging.ILogger _log;

    RunLog(SerilogLoggerFactory factory)
    {
        _factory = factory;
        _log = factory.CreateLogger("quaywatch");
    }

    /// <summary>Opens a log, or goes on in the one that is there.</summary>
    /// <exception cref="CaseOutputException">It cannot be written.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static RunLog Open(string path)
    {
        try
        {
            // The sink itself says nothing when it cannot write.
            using FileStream probe = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CaseOutputException($"{Escape.ForTerminal(path)} cannot be written: {Escape.ForTerminal(exception.Message.TrimEnd('.'))}; choose another file with --log", exception);
        }

        Serilog.Core.Logger logger = new LoggerConfiguration()
            .MinimumLevel.Debug()
            .WriteTo.File(new CompactJsonFormatter(), path, rollOnFileSizeLimit: true, fileSizeLimitBytes: LargestFile, retainedFileCountLimit: MostFiles)
            .CreateLogger();
        return new RunLog(new SerilogLoggerFactory(logger, dispose: true));
    }

    /// <summary>A command begins.</summary>
    public void Began(string version, string commandLine) => LogBegan(_log, version, commandLine);

    /// <summary>A command has ended.</summary>
    public void Ended(int status) => LogEnded(_log, status);

    /// <summary>A person was warned.</summary>
    public void Warned(string line) => LogWarned(_log, line);

    /// <summary>A command has failed.</summary>
    public void Failed(Exception exception, int status) => LogFailed(_log, status, exception);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _factory.Dispose();

    [LoggerMessage(Level = LogLevel.Information, Message = "quaywatch {Version}: {CommandLine}")]
    static partial void LogBegan(Microsoft.Extensions.Logging.ILogger logger, string version, string commandLine);

    [LoggerMessage(Level = LogLevel.Information, Message = "ended with {Status}")]
    static partial void LogEnded(Microsoft.Extensions.Logging.ILogger logger, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Line}")]
    static partial void LogWarned(Microsoft.Extensions.Logging.ILogger logger, string line);

    [LoggerMessage(Level = LogLevel.Error, Message = "failed with {Status}")]
    static partial void LogFailed(Microsoft.Extensions.Logging.ILogger logger, int status, Exception exception);
}
