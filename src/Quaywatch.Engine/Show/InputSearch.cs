using System.Globalization;
using System.Security.Cryptography;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;
using Quaywatch.Case.Text;

namespace Quaywatch.Engine.Show;

/// <summary>Finds the captures of a case again. No path that the case names is opened: only files with the same base name, beside
/// the case and in the current folder, or those that were given; and only what has the same size and SHA-256.</summary>
static class InputSearch
{
    /// <summary>Finds them.</summary>
    /// <param name="reader">The case.</param>
    /// <param name="numbers">Which inputs are needed.</param>
    /// <param name="given">Files that were given; then no other is looked at.</param>
    /// <exception cref="InputMissingException">One is not there.</exception>
    public static List<ShowInput> Find(CaseReader reader, IReadOnlyCollection<int> numbers, IReadOnlyList<string> given)
    {
        List<ShowInput> found = [];
        foreach (InputRow row in reader.Manifest.Inputs.Where(row => numbers.Contains(row.Input)))
        {
            string? path = given.Count > 0
                ? given.FirstOrDefault(path => IsInput(path, row))
                : Places(reader, row).FirstOrDefault(path => IsNoLink(path) && IsInput(path, row));
            found.Add(new ShowInput(row.Input, path ?? throw Missing(row, given), row.Name));
        }

        return found.Count == numbers.Count ? found : throw new InputMissingException("the case does not say which inputs its packets are from; it is damaged");
    }

    static IEnumerable<string> Places(CaseReader reader, InputRow row)
    {
        string name = BaseName(row);
        if (name is "" or "." or "..")
        {
            yield break;
        }

        if (Path.GetDirectoryName(reader.Folder) is { } beside)
        {
            yield return Path.Combine(beside, name);
        }

        yield return Path.Combine(Directory.GetCurrentDirectory(), name);
    }

    static string BaseName(InputRow row) => row.Name[(row.Name.LastIndexOfAny(['/', '\\', ':']) + 1)..];

    static bool IsNoLink(string path) => new FileInfo(path).LinkTarget is null;

    /// <summary>Whether a file is the input. One that was interrupted has no hash, and cannot be told from others.</summary>
    static bool IsInput(string path, InputRow row)
    {
        FileInfo file = new(path);
        if (!file.Exists || row.Sha256 is null || file.Length != row.Bytes)
        {
            return false;
        }

        try
        {
            using FileStream stream = file.OpenRead();
            return Convert.ToHexStringLower(SHA256.HashData(stream)) == row.Sha256;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputMissingException($"{Escape.ForTerminal(path)} cannot be read: {Escape.ForTerminal(exception.Message.TrimEnd('.'))}");
        }
    }

    static InputMissingException Missing(InputRow row, IReadOnlyList<string> given)
    {
        string name = Escape.ForTerminal(row.Name);
        if (row.Sha256 is null)
        {
            return new InputMissingException($"{name} was not read to its end when the case was made, so no file can be told to be it; analyze it again");
        }

        string size = string.Create(CultureInfo.InvariantCulture, $"{row.Bytes:N0} bytes, SHA-256 {row.Sha256[..Math.Min(16, row.Sha256.Length)]}...");
        return new InputMissingException(given.Count > 0
            ? $"none of the files given is {name} ({Escape.ForTerminal(size)})"
            : $"{name} ({Escape.ForTerminal(size)}) is neither beside the case nor in the current folder; give it with --input");
    }
}
