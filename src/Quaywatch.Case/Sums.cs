using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Quaywatch.Case;

/// <summary>`SHA256SUMS`: one line a file in the format of `sha256sum`, in ordinal order of the names. Names are relative with
/// `/`; a case has no name that would need that tool's backslash form.</summary>
static class Sums
{
    const int DigestLength = 64;
    static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef"u8);
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Hashes every file of a case folder but `SHA256SUMS` and `run.json`.</summary>
    public static SortedDictionary<string, string> OfFolder(string folder)
    {
        SortedDictionary<string, string> sums = new(StringComparer.Ordinal);
        foreach (FileInfo file in new DirectoryInfo(folder).GetFiles())
        {
            if (CaseLayout.IsFile(file.Name) && file.Name is not (CaseLayout.Sums or CaseLayout.Run))
            {
                sums.Add(file.Name, OfFile(file));
            }
        }

        DirectoryInfo evidence = new(Path.Combine(folder, CaseLayout.Evidence));
        if (evidence.Exists && !FolderCheck.IsLink(evidence))
        {
            foreach (FileInfo file in evidence.GetFiles())
            {
                if (CaseLayout.IsEvidenceFile(file.Name))
                {
                    sums.Add($"{CaseLayout.Evidence}/{file.Name}", OfFile(file));
                }
            }
        }

        return sums;
    }

    /// <summary>SHA-256 of bytes, in lower-case hexadecimal.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The text of the file.</summary>
    public static byte[] ToBytes(SortedDictionary<string, string> sums)
    {
        StringBuilder text = new();
        foreach ((string name, string digest) in sums)
        {
            text.Append(digest).Append("  ").Append(name).Append('\n');
        }

        return Utf8.GetBytes(text.ToString());
    }

    /// <summary>Reads the text of the file; null when a line is not of its format or names no file of a case.</summary>
    public static SortedDictionary<string, string>? Parse(ReadOnlySpan<byte> bytes)
    {
        SortedDictionary<string, string> sums = new(StringComparer.Ordinal);
        foreach (Range range in bytes.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = bytes[range];
            if (line.IsEmpty)
            {
                continue;
            }

            if (line.Length < DigestLength + 3 || line[..DigestLength].ContainsAnyExcept(HexDigits)
                || !line[DigestLength..].StartsWith("  "u8))
            {
                return null;
            }

            string name = Encoding.Latin1.GetString(line[(DigestLength + 2)..]);
            if (!IsSummed(name) || !sums.TryAdd(name, Encoding.ASCII.GetString(line[..DigestLength])))
            {
                return null;
            }
        }

        return sums;
    }

    // A link, and what is no file of its own (a pipe, a device: their size is 0), is never opened.
    static string OfFile(FileInfo file)
    {
        if (FolderCheck.IsLink(file) || file.Length == 0)
        {
            return Of([]);
        }

        using FileStream stream = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    static bool IsSummed(string name) => name.StartsWith(CaseLayout.Evidence + "/", StringComparison.Ordinal)
        ? CaseLayout.IsEvidenceFile(name[(CaseLayout.Evidence.Length + 1)..])
        : CaseLayout.IsFile(name) && name is not (CaseLayout.Sums or CaseLayout.Run);
}
