using Quaywatch.Cli.Terminals;

namespace Quaywatch.Cli;

/// <summary>The process: the system's streams, its interrupts, and an exit status.</summary>
static class Program
{
    static int Main(string[] arguments)
    {
        using Terminal terminal = Terminal.OfProcess();
        using Interrupts interrupts = new(terminal);
        int status = CommandLine.Run(arguments, terminal);
        terminal.Flush();
        return status;
    }
}
