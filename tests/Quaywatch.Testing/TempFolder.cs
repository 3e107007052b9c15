namespace Quaywatch.Testing;

/// <summary>An empty folder that is gone after the test.</summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TempFolder() => Root = Directory.CreateTempSubdirectory("quaywatch-").FullName;

    /// <summary>Its full path.</summary>
    public string Root { get; }

    /// <summary>The full path of something in it.</summary>
    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Writes a text file into it.</summary>
    public string Write(string name, string text)
    {
        string path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Deletes it with all that is in it.</summary>
    public void Dispose() => Directory.Delete(Root, recursive: true);
}
