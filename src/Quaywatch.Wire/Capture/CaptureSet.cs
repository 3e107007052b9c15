namespace Quaywatch.Wire.Capture;

/// <summary>The inputs of one run, found from what was named: files, folders, patterns, <c>-</c>.</summary>
public sealed class CaptureSet
{
    const string StandardInput = "-";

    readonly List<CaptureInput> _inputs = [];
    readonly List<CaptureProblem> _problems = [];
    readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    CaptureSet()
    {
    }

    /// <summary>The captures, in the order in which they were named; those of a folder or pattern in ordinal order of names.</summary>
    public IReadOnlyList<CaptureInput> Inputs => _inputs;

    /// <summary>What was named and cannot be read.</summary>
    public IReadOnlyList<CaptureProblem> Problems => _problems;

    /// <summary>Files of folders and patterns that are no captures.</summary>
    public int Skipped { get; private set; }

    /// <summary>Files that were named, or found, a second time; each is read once.</summary>
    public int Repeated { get; private set; }

    /// <summary>Finds the inputs; looks at the first bytes of each file.</summary>
    /// <param name="named">Files, folders, patterns with * and ?, or "-".</param>
    /// <param name="standardInput">What "-" stands for.</param>
    /// <param name="copyPath">Where the caller keeps a copy of standard input; or null.</param>
    public static CaptureSet Find(IEnumerable<string> named, Stream? standardInput = null, string? copyPath = null)
    {
        ArgumentNullException.ThrowIfNull(named);
        CaptureSet set = new();
        foreach (string name in named)
        {
            if (name == StandardInput && standardInput is not null)
            {
                set.Add("stdin", number => CaptureInput.FromStream(number, standardInput, "stdin", copyPath));
            }
            else
            {
                set.AddPath(name);
            }
        }

        return set;
    }

    void AddPath(string path)
    {
        if (Directory.Exists(path))
        {
            int before = _inputs.Count + _problems.Count + Repeated;
            AddFound(CaptureFolder.Files(path));
            if (_inputs.Count + _problems.Count + Repeated == before)
            {
                _problems.Add(new CaptureProblem(path, $"{path} holds no captures."));
            }
        }
        else if (File.Exists(path))
        {
            if (IsNew(path))
            {
                AddFile(path, Path.GetFileName(path));
            }
        }
        else if (CaptureFolder.IsPattern(path))
        {
            IReadOnlyList<FoundFile> found = CaptureFolder.Matches(path);
            AddFound(found);
            if (found.Count == 0)
            {
                _problems.Add(new CaptureProblem(path, $"{path} matches no file."));
            }
        }
        else
        {
            _problems.Add(new CaptureProblem(path, $"{path} does not exist."));
        }
    }

    void AddFound(IReadOnlyList<FoundFile> files)
    {
        foreach (FoundFile file in files)
        {
            if (!IsNew(file.Path))
            {
                continue;
            }

            try
            {
                AddFile(file.Path, file.Name, mustBeCapture: false);
            }
            catch (CaptureFormatException)
            {
                Skipped++;
            }
        }
    }

    bool IsNew(string path)
    {
        bool isNew = _seen.Add(Path.GetFullPath(path));
        Repeated += isNew ? 0 : 1;
        return isNew;
    }

    void AddFile(string path, string name, bool mustBeCapture = true)
    {
        if (mustBeCapture)
        {
            Add(name, number => CaptureInput.FromFile(number, path, name));
            return;
        }

        try
        {
            _inputs.Add(CaptureInput.FromFile(_inputs.Count + 1, path, name));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _problems.Add(new CaptureProblem(name, CannotRead(name, problem)));
        }
    }

    void Add(string name, Func<int, CaptureInput> open)
    {
        try
        {
            _inputs.Add(open(_inputs.Count + 1));
        }
        catch (CaptureFormatException problem)
        {
            _problems.Add(new CaptureProblem(name, problem.Message));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _problems.Add(new CaptureProblem(name, CannotRead(name, problem)));
        }
    }

    static string CannotRead(string name, Exception problem) => problem is UnauthorizedAccessException
        ? $"{name} may not be read by this user."
        : $"{name} cannot be read: {problem.Message}";
}
