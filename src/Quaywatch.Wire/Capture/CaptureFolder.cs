using System.IO.Enumeration;

namespace Quaywatch.Wire.Capture;

/// <summary>Finds files below a folder, and files that match a pattern. Hidden files and folders are left out, links are not
/// followed, and files without bytes (so pipes and devices too, which would wait) are not opened.</summary>
static class CaptureFolder
{
    /// <summary>Folders within folders that are entered.</summary>
    const int Depth = 64;

    const string AnyDepth = "**";

    /// <summary>All files below a folder, in ordinal order of names.</summary>
    public static IReadOnlyList<FoundFile> Files(string folder)
    {
        List<FoundFile> found = [];
        AddBelow(folder, "", Depth, found);
        return Ordered(found);
    }

    /// <summary>Whether a path has characters of a pattern.</summary>
    public static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?');

    /// <summary>All files that match a pattern, and those below folders that do, in ordinal order of names. In a pattern * and ? stand
    /// for characters of one name, and ** for any number of folders.</summary>
    public static IReadOnlyList<FoundFile> Matches(string pattern)
    {
        string[] parts = pattern.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        int literal = Array.FindIndex(parts, IsPattern);
        string folder = string.Join(Path.DirectorySeparatorChar, parts[..literal]);
        folder = folder.Length > 0 ? folder : literal > 0 ? Path.DirectorySeparatorChar.ToString() : ".";
        List<FoundFile> found = [];
        AddMatches(folder, "", parts.AsSpan(literal), Depth, found);
        return Ordered(found);
    }

    static void AddMatches(string folder, string name, ReadOnlySpan<string> parts, int depth, List<FoundFile> found)
    {
        if (depth == 0)
        {
            return;
        }

        bool anyDepth = parts[0] == AnyDepth;
        if (anyDepth && parts.Length > 1)
        {
            AddMatches(folder, name, parts[1..], depth, found);
        }

        foreach (FileSystemInfo entry in Entries(folder, parts[0].StartsWith('.')))
        {
            bool matches = anyDepth || FileSystemName.MatchesSimpleExpression(parts[0], entry.Name, OperatingSystem.IsWindows());
            if (!matches)
            {
                continue;
            }

            string entryName = name + entry.Name;
            if (entry is DirectoryInfo)
            {
                if (anyDepth)
                {
                    AddMatches(entry.FullName, entryName + "/", parts, depth - 1, found);
                }
                else if (parts.Length == 1)
                {
                    AddBelow(entry.FullName, entryName + "/", depth - 1, found);
                }
                else
                {
                    AddMatches(entry.FullName, entryName + "/", parts[1..], depth - 1, found);
                }
            }
            else if (parts.Length == 1)
            {
                AddFile(entry, entryName, found);
            }
        }
    }

    static void AddBelow(string folder, string name, int depth, List<FoundFile> found)
    {
        if (depth == 0)
        {
            return;
        }

        foreach (FileSystemInfo entry in Entries(folder, false))
        {
            if (entry is DirectoryInfo)
            {
                AddBelow(entry.FullName, name + entry.Name + "/", depth - 1, found);
            }
            else
            {
                AddFile(entry, name + entry.Name, found);
            }
        }
    }

    static void AddFile(FileSystemInfo entry, string name, List<FoundFile> found)
    {
        if (entry is FileInfo { Length: > 0 })
        {
            found.Add(new FoundFile(entry.FullName, name));
        }
    }

    static IEnumerable<FileSystemInfo> Entries(string folder, bool withHidden)
    {
        EnumerationOptions options = new()
        {
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint | (withHidden ? 0 : FileAttributes.Hidden),
        };
        DirectoryInfo info = new(folder);
        return info.Exists ? info.EnumerateFileSystemInfos("*", options) : [];
    }

    static List<FoundFile> Ordered(List<FoundFile> found)
    {
        found.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        for (int i = found.Count - 1; i > 0; i--)
        {
            // a/**/** finds a file on several ways.
            if (found[i].Name == found[i - 1].Name)
            {
                found.RemoveAt(i);
            }
        }

        return found;
    }
}
