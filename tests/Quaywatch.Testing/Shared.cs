namespace Quaywatch.Testing;

/// <summary>The folder of captures and labels made by others that stands beside the repository; tests that need it are
/// skipped, by name, where it is not there.</summary>
public static class Shared
{
    /// <summary>The repository's root folder.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The shared folder, or null.</summary>
    public static string? Folder { get; } = FindShared();

    /// <summary>The full path of a file or folder of the shared folder; the calling test is skipped where it is missing.</summary>
    public static string Need(string relative)
    {
        string? path = Folder is null ? null : Path.Combine(Folder, relative);
        Assert.SkipUnless(path is not null && (File.Exists(path) || Directory.Exists(path)), $"needs shared/{relative}");
        return path!;
    }

    static string FindRepository()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Quaywatch.slnx")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    static string? FindShared()
    {
        string? named = Environment.GetEnvironmentVariable("QUAYWATCH_SHARED");
        string beside = Path.GetFullPath(Path.Combine(FindRepository(), "..", "shared"));
        return Directory.Exists(named) ? named : Directory.Exists(beside) ? beside : null;
    }
}
