using System.Runtime.InteropServices;

namespace Quaywatch.Cli.Terminals;

/// <summary>Ctrl-C and the request to end: the first one lets a command that can finish what it has, the second one ends the
/// process where it is.</summary>
sealed class Interrupts : IDisposable
{
    readonly CancellationTokenSource _source = new();
    readonly PosixSignalRegistration _interrupt;
    readonly PosixSignalRegistration _terminate;
    readonly Terminal _terminal;
    int _count;

    /// <summary>Listens.</summary>
    public Interrupts(Terminal terminal)
    {
        _terminal = terminal;
        terminal.Interrupted = _source.Token;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, On);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, On);
    }

    /// <summary>Listens no more.</summary>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    void On(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _count) > 1 || !_terminal.FinishesWhenInterrupted)
        {
            Environment.Exit(ExitStatus.Interrupted);
        }

        _terminal.Fail("interrupted: what was read becomes a partial case; interrupt again to leave it unfinished");
        _source.Cancel();
    }
}
