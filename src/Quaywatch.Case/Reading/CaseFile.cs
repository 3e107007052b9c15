using System.Globalization;
using Quaywatch.Case.Text;

namespace Quaywatch.Case.Reading;

/// <summary>One file of a case that is read, and how to speak of it.</summary>
/// <param name="folder">Full path of the case.</param>
/// <param name="caseName">The case as the user called it.</param>
/// <param name="file">The file's name in the case, with `/`; never one that the case itself chose.</param>
sealed class CaseFile(string folder, string caseName, string file)
{
    readonly FileInfo _info = new(Path.Combine(folder, file));

    /// <summary>Full path.</summary>
    public string FullName => _info.FullName;

    /// <summary>Whether it is there. A link is there too, but cannot be opened.</summary>
    public bool Exists => _info.Exists || _info.LinkTarget is not null;

    /// <summary>Whether there is nothing in it. A pipe or a device has the size 0 too, and must not be opened.</summary>
    public bool IsEmpty => !_info.Exists || _info.Length == 0;

    /// <summary>Opens it; null when it is missing or empty.</summary>
    /// <exception cref="CaseFormatException">It is a link, or may not be read.</exception>
    public Stream? TryOpen()
    {
        RequireNoLink();
        if (IsEmpty)
        {
            return null;
        }

        try
        {
            return new FileStream(_info.FullName, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Damaged("it cannot be read", 0, exception);
        }
    }

    /// <summary>All bytes of a document.</summary>
    /// <exception cref="CaseFormatException">It is missing, empty, larger than a document may be, a link, or may not be read.</exception>
    public byte[] ReadAll()
    {
        using Stream stream = TryOpen() ?? throw Damaged(Exists ? "it is empty" : "it is missing");
        if (stream.Length > CaseLayout.LargestDocument)
        {
            throw Damaged("it is larger than 16 MiB");
        }

        byte[] bytes = new byte[stream.Length];
        int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..length];
    }

    /// <summary>Refuses a link in place of the file or of the folder that it lies in.</summary>
    /// <exception cref="CaseFormatException">It is one.</exception>
    public void RequireNoLink()
    {
        bool inFolder = file.Contains('/', StringComparison.Ordinal);
        if (FolderCheck.IsLink(_info) || (inFolder && FolderCheck.IsLink(_info.Directory!)))
        {
            throw Damaged("it is a link, and links are not followed");
        }
    }

    /// <summary>What to throw when the file is not what it should be.</summary>
    /// <param name="what">What is wrong with it.</param>
    /// <param name="line">In which line, 0 when that means nothing.</param>
    /// <param name="inner">What lies behind it.</param>
    public CaseFormatException Damaged(string what, long line = 0, Exception? inner = null)
    {
        string place = line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}") : file;
        string message = $"{Escape.ForTerminal(caseName)} is damaged: {place}: {what}";
        return inner is null ? new CaseFormatException(message) : new CaseFormatException(message, inner);
    }

    /// <summary>What to throw when the case is of a later time.</summary>
    public CaseFormatException Newer(long schema) => new(string.Create(CultureInfo.InvariantCulture,
        $"{Escape.ForTerminal(caseName)} was made by a newer Quaywatch (schema {schema}; this one reads schema 1); use that one"));
}
