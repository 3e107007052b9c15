using System.CommandLine;
using Quaywatch.Cli.Terminals;
using Quaywatch.Engine.Show;

namespace Quaywatch.Cli.Commands;

/// <summary><c>follow</c>: both directions of a conversation.</summary>
static class FollowCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        Argument<string> input = new("INPUT") { Description = "The capture" };
        Argument<string> uid = new("UID") { Description = "The conversation's uid, as in conversations.jsonl" };
        Option<bool> hex = new("--hex") { Description = "Bytes in hexadecimal in place of text" };
        Command command = new("follow", "Shows what both sides of a conversation sent, in order") { input, uid, hex };
        command.SetAction(parsed =>
        {
            FollowShow.Write(ShowInput.Of(parsed.GetValue(input)!), parsed.GetValue(uid)!, parsed.GetValue(hex), terminal.Out, terminal.Interrupted);
            return ExitStatus.Done;
        });
        return command;
    }
}
