using System.Text;

namespace Quaywatch.Testing;

/// <summary>Compares a text with a file of the repository that says what it should be. With the environment variable
/// QUAYWATCH_UPDATE=1 the file is written anew instead, to be looked at in the difference before it is committed.</summary>
public static class Golden
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Fails where <paramref name="actual"/> differs from the file.</summary>
    /// <param name="file">The file's path in the repository, with `/`.</param>
    /// <param name="actual">The text; its lines end with LF.</param>
    public static void Equal(string file, string actual)
    {
        string path = Path.Combine(Shared.Repository, file);
        if (Environment.GetEnvironmentVariable("QUAYWATCH_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, Utf8);
            return;
        }

        Assert.True(File.Exists(path), $"{file} is missing; run the test with QUAYWATCH_UPDATE=1 to make it");
        string expected = Utf8.GetString(File.ReadAllBytes(path));
        if (expected != actual)
        {
            Assert.Fail($"{file} is out of date (QUAYWATCH_UPDATE=1 writes it anew): {FirstDifference(expected, actual)}");
        }
    }

    static string FirstDifference(string expected, string actual)
    {
        string[] should = expected.Split('\n');
        string[] has = actual.Split('\n');
        int line = 0;
        while (line < should.Length && line < has.Length && should[line] == has[line])
        {
            line++;
        }

        return $"line {line + 1} should be \"{At(should, line)}\" and is \"{At(has, line)}\"";
    }

    static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "(no more lines)";
}
