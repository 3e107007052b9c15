using Quaywatch.Case.Text;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Engine.Show;

/// <summary>A capture that is read, perhaps more than once, to show something of it.</summary>
/// <param name="Number">Its number: 1 alone, that of the case where it belongs to one.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">How it is called.</param>
public sealed record ShowInput(int Number, string Path, string Name)
{
    /// <summary>A file that was named.</summary>
    /// <exception cref="InputMissingException">It is not there, or is no file that can be read twice.</exception>
    public static ShowInput Of(string path)
    {
        string shown = Escape.ForTerminal(path);
        if (!File.Exists(path))
        {
            throw new InputMissingException(path == "-"
                ? "standard input cannot be read twice, as this command must; save it to a file first"
                : Directory.Exists(path) ? $"{shown} is a folder; name one capture in it" : $"{shown} does not exist");
        }

        ShowInput input = new(1, path, System.IO.Path.GetFileName(path));
        return input.Open().Path is not null
            ? input
            : throw new InputMissingException($"{shown} is a pipe, which cannot be read twice, as this command must; save it to a file first");
    }

    /// <summary>Opens it anew.</summary>
    /// <exception cref="InputMissingException">It cannot be read.</exception>
    /// <exception cref="CaptureFormatException">It is no capture.</exception>
    internal CaptureInput Open()
    {
        try
        {
            return CaptureInput.FromFile(Number, Path, Name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputMissingException($"{Escape.ForTerminal(Name)} cannot be read: {Escape.ForTerminal(exception.Message.TrimEnd('.'))}");
        }
    }
}
