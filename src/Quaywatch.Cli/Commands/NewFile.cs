using Quaywatch.Case.Text;
using Quaywatch.Case.Writing;

namespace Quaywatch.Cli.Commands;

/// <summary>A file that a command makes beside a case: written under another name first, so that nothing half-written has its
/// name, and never over one that is there.</summary>
static class NewFile
{
    /// <summary>Writes it.</summary>
    /// <exception cref="CaseOutputException">It is there already, or cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string shown = Escape.ForTerminal(path);
        if (Path.Exists(path))
        {
            throw new CaseOutputException($"{shown} exists already; remove it, or choose another name with -o");
        }

        string partial = path + ".partial";
        try
        {
            using (FileStream stream = new(partial, FileMode.Create, FileAccess.Write))
            {
                write(stream);
            }

            File.Move(partial, path, overwrite: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(partial);
            throw new CaseOutputException($"{shown} cannot be written: {Escape.ForTerminal(exception.Message.TrimEnd('.'))}; choose another place with -o", exception);
        }
        catch
        {
            TryDelete(partial);
            throw;
        }
    }

    static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The failure that led here says more.
        }
    }
}
