using System.CommandLine;
using Quaywatch.Cli.Terminals;
using Quaywatch.Engine.Show;

namespace Quaywatch.Cli.Commands;

/// <summary><c>packet</c>: one packet, decoded.</summary>
static class PacketCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        Argument<string> input = new("INPUT") { Description = "The capture" };
        Argument<int> number = new("N") { Description = "The packet's number, as Wireshark counts" };
        Option<string> format = new("--format") { Description = "text: for people; json: for programs", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        Command command = new("packet", "Shows one packet and the messages it carries, decoded") { input, number, format };
        command.SetAction(parsed =>
        {
            PacketShow.Write(ShowInput.Of(parsed.GetValue(input)!), parsed.GetValue(number), parsed.GetValue(format) == "json", terminal.Out, terminal.Interrupted);
            return ExitStatus.Done;
        });
        return command;
    }
}
