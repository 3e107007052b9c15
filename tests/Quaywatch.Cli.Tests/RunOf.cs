using System.Text;
using Quaywatch.Cli.Terminals;

namespace Quaywatch.Cli.Tests;

/// <summary>One command line run in this process.</summary>
sealed record RunOf(int Status, string Out, string Error)
{
    public static RunOf Line(params string[] arguments) => Line(Stream.Null, arguments);

    public static RunOf Line(Stream input, params string[] arguments)
    {
        using MemoryStream output = new();
        using StreamWriter text = new(output, new UTF8Encoding(false)) { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        using Terminal terminal = new() { Out = text, OutBytes = output, Error = error, In = () => input };
        int status = CommandLine.Run(arguments, terminal);
        text.Flush();
        return new RunOf(status, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
