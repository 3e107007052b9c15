using System.Diagnostics;
using Quaywatch.Cli.Text;
using Quaywatch.Engine;
using Spectre.Console;

namespace Quaywatch.Cli.Terminals;

/// <summary>How far a run has come, on standard error: a live line on a terminal, else a plain line every ten seconds at most,
/// nothing with <c>--quiet</c>.</summary>
sealed class ProgressLine
{
    static readonly TimeSpan s_betweenLines = TimeSpan.FromSeconds(10);
    static readonly TimeSpan s_betweenDrawings = TimeSpan.FromMilliseconds(200);

    readonly Stopwatch _clock = Stopwatch.StartNew();
    readonly Action<RunProgress> _show;
    readonly TimeSpan _pause;
    TimeSpan _shown;

    ProgressLine(Action<RunProgress> show, TimeSpan pause)
    {
        _show = show;
        _pause = pause;
    }

    /// <summary>Does some work that tells how far it has come.</summary>
    public static void During(Terminal terminal, Action<Action<RunProgress>?> work)
    {
        if (terminal.Quiet)
        {
            work(null);
        }
        else if (terminal.ErrorIsTerminal)
        {
            Live(terminal, work);
        }
        else
        {
            ProgressLine? line = null;
            line = new ProgressLine(progress => terminal.Error.WriteLine($"quaywatch: {line!.Text(progress)}"), s_betweenLines);
            work(line.Take);
        }
    }

    static void Live(Terminal terminal, Action<Action<RunProgress>?> work)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            ColorSystem = terminal.Colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 20 }).Start(context =>
        {
            ProgressTask task = context.AddTask("reading");
            ProgressLine? line = null;
            line = new ProgressLine(
                progress =>
                {
                    task.IsIndeterminate = progress.BytesTotal == 0;
                    task.Value = progress.BytesTotal == 0 ? 0 : 100.0 * progress.BytesRead / progress.BytesTotal;
                    task.Description = line!.Text(progress);
                },
                s_betweenDrawings);
            work(line.Take);
        });
    }

    void Take(RunProgress progress)
    {
        if (_clock.Elapsed - _shown >= _pause)
        {
            _shown = _clock.Elapsed;
            _show(progress);
        }
    }

    string Text(RunProgress progress)
    {
        double seconds = Math.Max(_clock.Elapsed.TotalSeconds, 0.001);
        double rate = progress.BytesRead / seconds;
        string left = progress.BytesTotal > progress.BytesRead && rate > 0
            ? $", about {Figures.Seconds((progress.BytesTotal - progress.BytesRead) / rate)} left"
            : "";
        string part = progress.BytesTotal > 0 ? $", {Figures.Number(100 * progress.BytesRead / progress.BytesTotal)} %" : "";
        return $"{Figures.Number(progress.Packets)} packets{part}, {Figures.Bytes((long)rate)}/s{left}";
    }
}
