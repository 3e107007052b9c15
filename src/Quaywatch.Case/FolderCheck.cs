using System.Text.Json;

namespace Quaywatch.Case;

/// <summary>Looks whether a folder is a case and nothing but a case, before anything in it is replaced or deleted.</summary>
static class FolderCheck
{
    /// <summary>Whether something has this name: file, folder, or link, even one that leads nowhere.</summary>
    public static bool Exists(string path) =>
        Directory.Exists(path) || File.Exists(path) || new FileInfo(path).LinkTarget is not null;

    /// <summary>Whether a file or folder is a link (or another reparse point of Windows).</summary>
    public static bool IsLink(FileSystemInfo entry) =>
        entry.LinkTarget is not null || (entry.Exists && entry.Attributes.HasFlag(FileAttributes.ReparsePoint));

    /// <summary>Why a folder may not be replaced: it is no complete case. Null when it is one, or is empty: then nothing is lost.</summary>
    public static string? WhyNoCase(string folder)
    {
        string? foreign = WhyNotOnlyCase(folder, spool: false);
        if (foreign is not null)
        {
            return foreign;
        }

        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return null;
        }

        if (!File.Exists(Path.Combine(folder, CaseLayout.Sums)))
        {
            return $"it has no {CaseLayout.Sums}";
        }

        FileInfo manifest = new(Path.Combine(folder, CaseLayout.Manifest));
        return !manifest.Exists ? $"it has no {CaseLayout.Manifest}"
            : !HasSchema(manifest) ? $"its {CaseLayout.Manifest} has no schema"
            : null;
    }

    /// <summary>What a folder holds that a case does not have; null when there is nothing of the kind.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="spool">Whether it is an unfinished case, which may hold spooled pipes.</param>
    public static string? WhyNotOnlyCase(string folder, bool spool)
    {
        DirectoryInfo directory = new(folder);
        if (IsLink(directory))
        {
            return "it is a link";
        }

        if (!directory.Exists)
        {
            return "it is no folder";
        }

        foreach (FileSystemInfo entry in Sorted(directory))
        {
            bool isEvidence = entry is DirectoryInfo && entry.Name == CaseLayout.Evidence;
            bool belongs = isEvidence || (entry is FileInfo && (CaseLayout.IsFile(entry.Name) || (spool && CaseLayout.IsSpool(entry.Name))));
            string? why = WhyForeign(entry, entry.Name, belongs)
                ?? (isEvidence ? Sorted((DirectoryInfo)entry).Select(WhyForeignEvidence).FirstOrDefault(static why => why is not null) : null);
            if (why is not null)
            {
                return why;
            }
        }

        return null;
    }

    /// <summary>Deletes a case entry by entry, by the names that a case has, and then the empty folder. What came into it since it
    /// was checked stays, and the folder with it.</summary>
    /// <exception cref="IOException">Something could not be deleted, or the folder was not empty in the end.</exception>
    public static void Delete(string folder)
    {
        DirectoryInfo evidence = new(Path.Combine(folder, CaseLayout.Evidence));
        if (evidence.Exists && !IsLink(evidence))
        {
            DeleteFiles(evidence, static name => CaseLayout.IsEvidenceFile(name));
            evidence.Delete(recursive: false);
        }

        DeleteFiles(new DirectoryInfo(folder), static name => CaseLayout.IsFile(name) || CaseLayout.IsSpool(name));
        Directory.Delete(folder, recursive: false);
    }

    static string? WhyForeignEvidence(FileSystemInfo entry) =>
        WhyForeign(entry, $"{CaseLayout.Evidence}/{entry.Name}", entry is FileInfo && CaseLayout.IsEvidenceFile(entry.Name));

    static string? WhyForeign(FileSystemInfo entry, string name, bool belongs) =>
        IsLink(entry) ? $"\"{name}\" in it is a link"
        : belongs ? null
        : $"it holds \"{name}\"";

    static void DeleteFiles(DirectoryInfo folder, Func<string, bool> belongs)
    {
        foreach (FileInfo file in folder.GetFiles())
        {
            if (belongs(file.Name))
            {
                file.Delete();
            }
        }
    }

    static bool HasSchema(FileInfo manifest)
    {
        if (manifest.Length is 0 or > CaseLayout.LargestDocument)
        {
            return false;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(manifest.FullName));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("schema", out JsonElement schema)
                && schema.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Sorted, so that the same folder always gives the same message.
    static IEnumerable<FileSystemInfo> Sorted(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos().OrderBy(static entry => entry.Name, StringComparer.Ordinal);
}
