using Quaywatch.Wire.Capture;

namespace Quaywatch.Cli.Commands;

/// <summary>The name of a case that nobody gave one.</summary>
static class CaseNames
{
    const string Suffix = ".case";

    /// <summary>The first input's name less <c>.gz</c> or <c>.zst</c> and one extension, plus <c>.case</c>; in the current folder.
    /// A folder gives its whole name, a pattern the name of its first capture, standard input <c>stdin</c>.</summary>
    public static string For(string input)
    {
        if (input == "-")
        {
            return "stdin" + Suffix;
        }

        if (Directory.Exists(input))
        {
            string folder = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(input)));
            return (folder.Length > 0 ? folder : "root") + Suffix;
        }

        if (!File.Exists(input) && CaptureSet.Find([input]).Inputs is [CaptureInput first, ..])
        {
            input = first.Name;
        }

        string name = Path.GetFileName(input);
        if (Path.GetExtension(name) is ".gz" or ".zst")
        {
            name = Path.GetFileNameWithoutExtension(name);
        }

        string stem = Path.GetFileNameWithoutExtension(name);
        return (stem.Length > 0 ? stem : name) + Suffix;
    }
}
