using System.Diagnostics;

namespace Quaywatch.Cli.Tests;

/// <summary>The program in a process of its own.</summary>
sealed class OwnProcess : IDisposable
{
    readonly Process _process;
    readonly Task<string> _out;
    readonly Task<string> _error;

    /// <summary>Starts it.</summary>
    /// <param name="folder">Its current folder.</param>
    /// <param name="environment">What is different in its environment.</param>
    /// <param name="arguments">The command line.</param>
    public OwnProcess(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "quaywatch.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _out = _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _error = _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Presses Ctrl-C.</summary>
    public void Interrupt() => Process.Start("kill", ["-INT", $"{_process.Id}"])!.WaitForExit();

    /// <summary>Waits for its end.</summary>
    public async Task<RunOf> End()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new RunOf(_process.ExitCode, await _out, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
