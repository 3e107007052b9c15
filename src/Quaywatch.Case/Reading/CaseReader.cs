using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Quaywatch.Case.Json;
using Quaywatch.Case.Rows;
using Quaywatch.Case.Text;

namespace Quaywatch.Case.Reading;

/// <summary>Reads a case folder, which may come from an enemy: sizes are bounded, links are not followed, what is no file of its
/// own (a pipe, a device) is not opened, and no name that stands in the case is opened as a path. Nothing is changed.</summary>
public sealed class CaseReader
{
    const int LongestPlace = 100;

    CaseReader(string folder, string name, Manifest manifest)
    {
        Folder = folder;
        Name = name;
        Manifest = manifest;
    }

    /// <summary>Full path of the folder.</summary>
    public string Folder { get; }

    /// <summary>`case.json`.</summary>
    public Manifest Manifest { get; }

    /// <summary>The case as the user called it, for messages.</summary>
    internal string Name { get; }

    /// <summary>Opens a finished case.</summary>
    /// <exception cref="CaseFormatException">The folder is no case, an unfinished one, one of a newer schema, or damaged.</exception>
    public static CaseReader Open(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string name = Path.TrimEndingDirectorySeparator(folder);
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string shown = Escape.ForTerminal(name);
        if (!Directory.Exists(full))
        {
            throw new CaseFormatException(File.Exists(full)
                ? $"{shown} is no case but a file; give the folder that analyze made"
                : $"{shown} is not there; give the folder that analyze made");
        }

        if (full.EndsWith(CaseLayout.PartialSuffix, StringComparison.OrdinalIgnoreCase))
        {
            throw new CaseFormatException($"{shown} is unfinished: the run that wrote it was broken off; run analyze again with --force");
        }

        foreach (string needed in (string[])[CaseLayout.Manifest, CaseLayout.Sums])
        {
            if (!new FileInfo(Path.Combine(full, needed)).Exists)
            {
                throw new CaseFormatException($"{shown} is no case: it has no {needed}");
            }
        }

        return OpenUnfinished(full, name);
    }

    /// <summary>Opens a case that is still being written, for its report.</summary>
    internal static CaseReader OpenUnfinished(string folder, string name)
    {
        CaseFile file = new(folder, name, CaseLayout.Manifest);
        byte[] bytes = file.ReadAll();
        RequireSchema(file, bytes);
        return new CaseReader(folder, name, Parse(file, bytes, 0, CaseJson.Line<Manifest>()));
    }

    /// <summary>Rows of `devices.jsonl`, in its order.</summary>
    /// <exception cref="CaseFormatException">While reading: the file is damaged.</exception>
    public IEnumerable<Device> Devices() => Rows<Device>(CaseLayout.Devices);

    /// <summary>Rows of `conversations.jsonl`, in its order.</summary>
    /// <exception cref="CaseFormatException">While reading: the file is damaged.</exception>
    public IEnumerable<Conversation> Conversations() => Rows<Conversation>(CaseLayout.Conversations);

    /// <summary>Rows of `commands.jsonl`, in its order.</summary>
    /// <exception cref="CaseFormatException">While reading: the file is damaged.</exception>
    public IEnumerable<Command> Commands() => Rows<Command>(CaseLayout.Commands);

    /// <summary>Rows of `sessions.jsonl`, in its order.</summary>
    /// <exception cref="CaseFormatException">While reading: the file is damaged.</exception>
    public IEnumerable<Session> Sessions() => Rows<Session>(CaseLayout.Sessions);

    /// <summary>Rows of `exposure.jsonl`, in its order.</summary>
    /// <exception cref="CaseFormatException">While reading: the file is damaged.</exception>
    public IEnumerable<Exposure> Exposure() => Rows<Exposure>(CaseLayout.Exposure);

    /// <summary>Rows of `contents.jsonl`, in its order.</summary>
    /// <exception cref="CaseFormatException">While reading: the file is damaged.</exception>
    public IEnumerable<ContentRow> Contents() => Rows<ContentRow>(CaseLayout.Contents);

    /// <summary>Rows of `findings.jsonl`, in its order.</summary>
    /// <exception cref="CaseFormatException">While reading: the file is damaged.</exception>
    public IEnumerable<Finding> Findings() => Rows<Finding>(CaseLayout.Findings);

    /// <summary>`run.json`, as the case says it; null when there is none.</summary>
    /// <exception cref="CaseFormatException">It is damaged.</exception>
    public Run? Run()
    {
        CaseFile file = new(Folder, Name, CaseLayout.Run);
        return file.Exists ? Parse(file, file.ReadAll(), 0, CaseJson.Line<Run>()) : null;
    }

    /// <summary>The packets of a finding, `evidence/F0001.pcapng`; null when there are none, or the id is no finding's.</summary>
    public Stream? OpenEvidencePackets(string findingId) =>
        CaseLayout.IsFindingId(findingId) ? new CaseFile(Folder, Name, CaseLayout.PacketsOf(findingId)).TryOpen() : null;

    /// <summary>The decoded trees of a finding's packets, `evidence/F0001.json`; null when there are none, or the id is no
    /// finding's. Its size is not bounded here.</summary>
    public Stream? OpenEvidenceTrees(string findingId) =>
        CaseLayout.IsFindingId(findingId) ? new CaseFile(Folder, Name, CaseLayout.TreesOf(findingId)).TryOpen() : null;

    /// <summary>The decoded messages of a finding, `evidence/F0001.json`; null when there are none, or the id is no finding's.</summary>
    /// <exception cref="CaseFormatException">It is damaged, or larger than 16 MiB.</exception>
    public EvidenceFile? Evidence(string findingId)
    {
        if (!CaseLayout.IsFindingId(findingId))
        {
            return null;
        }

        CaseFile file = new(Folder, Name, CaseLayout.TreesOf(findingId));
        return file.Exists ? Parse(file, file.ReadAll(), 0, CaseJson.Line<EvidenceFile>()) : null;
    }

    /// <summary>Compares the files with `SHA256SUMS`, and that with the seal in `run.json`.</summary>
    /// <returns>What differs, a line each, in ordinal order of the files; empty when the case is as it was written.</returns>
    /// <exception cref="CaseFormatException">`SHA256SUMS` or `run.json` is damaged.</exception>
    public IReadOnlyList<string> Verify()
    {
        byte[] bytes = ReadSums(out SortedDictionary<string, string> expected);
        SortedDictionary<string, string> found;
        try
        {
            found = Sums.OfFolder(Folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CaseFormatException($"{Escape.ForTerminal(Name)} cannot be read whole: {Escape.ForTerminal(exception.Message)}", exception);
        }

        List<string> differences = [];
        foreach (string name in expected.Keys.Union(found.Keys).Order(StringComparer.Ordinal))
        {
            if (!found.TryGetValue(name, out string? digest))
            {
                differences.Add($"{name} is missing");
            }
            else if (!expected.TryGetValue(name, out string? should))
            {
                differences.Add($"{name} is not in {CaseLayout.Sums}");
            }
            else if (digest != should)
            {
                differences.Add($"{name} was changed");
            }
        }

        if (Run()?.Sha256 is { } seal && seal != Sums.Of(bytes))
        {
            differences.Add($"{CaseLayout.Sums} was changed: {CaseLayout.Run} has another hash of it");
        }

        return differences;
    }

    /// <summary>Reads `SHA256SUMS`.</summary>
    /// <param name="sums">What it says.</param>
    /// <returns>Its bytes.</returns>
    internal byte[] ReadSums(out SortedDictionary<string, string> sums)
    {
        CaseFile file = new(Folder, Name, CaseLayout.Sums);
        byte[] bytes = file.ReadAll();
        sums = Sums.Parse(bytes) ?? throw file.Damaged("a line is not of its format");
        return bytes;
    }

    /// <summary>Reads the rows of any of the row files.</summary>
    internal IEnumerable<T> Rows<T>(string fileName)
    {
        CaseFile file = new(Folder, Name, fileName);
        if (!file.Exists)
        {
            throw file.Damaged("it is missing");
        }

        JsonTypeInfo<T> type = CaseJson.Line<T>();
        using Stream stream = file.TryOpen() ?? Stream.Null;
        using LineReader lines = new(stream, CaseLayout.LargestDocument);
        while (true)
        {
            T row;
            if (lines.TryRead(out ReadOnlySpan<byte> line))
            {
                row = Parse(file, line, lines.Number, type);
            }
            else if (lines.IsTooLong)
            {
                throw file.Damaged("it is longer than 16 MiB", lines.Number);
            }
            else
            {
                yield break;
            }

            yield return row;
        }
    }

    static T Parse<T>(CaseFile file, ReadOnlySpan<byte> json, long line, JsonTypeInfo<T> type)
    {
        try
        {
            if (json.IndexOf("null"u8) >= 0 && HasNull(json))
            {
                throw file.Damaged("it has a null, where a case leaves the key out", line);
            }

            return JsonSerializer.Deserialize(json, type) ?? throw file.Damaged("it is null", line);
        }
        catch (JsonException exception)
        {
            throw file.Damaged($"it is no valid {NameOf<T>()}{Place(exception.Path)}", line, exception);
        }
    }

    static string NameOf<T>()
    {
        string name = typeof(T).Name.ToLowerInvariant();
        return name.EndsWith("row", StringComparison.Ordinal) ? name[..^3] : name;
    }

    // The path may hold a key of any length that the file chose.
    static string Place(string? path) => path?.TrimStart('$', '.') is { Length: > 0 } keys
        ? $", at {Escape.ForTerminal(keys.Length > LongestPlace ? keys[..LongestPlace] + "..." : keys)}"
        : "";

    static bool HasNull(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = CaseJson.Line<Manifest>().Options.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                return true;
            }
        }

        return false;
    }

    static void RequireSchema(CaseFile file, ReadOnlySpan<byte> json)
    {
        try
        {
            Utf8JsonReader reader = new(json);
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    bool isSchema = reader.ValueTextEquals("schema"u8);
                    reader.Read();
                    if (isSchema && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long schema) && schema > 0)
                    {
                        if (schema > Manifest.CurrentSchema)
                        {
                            throw file.Newer(schema);
                        }

                        return;
                    }

                    reader.Skip();
                }
            }
        }
        catch (JsonException exception)
        {
            throw file.Damaged("it is no valid JSON", 0, exception);
        }

        throw file.Damaged("it has no schema");
    }
}
