using Quaywatch.Case.Writing;
using Quaywatch.Testing;

namespace Quaywatch.Case.Tests.Writing;

public sealed class OutputErrorsTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_full_disk_is_said_to_be_full()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        IOException full = Assert.ThrowsAny<IOException>(static () =>
        {
            using FileStream stream = new("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            stream.Write("x"u8);
        });
        Assert.True(OutputErrors.IsOutput(full));
        Assert.Equal(
            "crane7.case cannot be written: the disk is full; free some space, or choose another disk with -o",
            OutputErrors.CannotWrite("crane7.case", full).Message);
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_said_to_be_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "needs a user whom permissions bind");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.Root, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        CaseOutputException refusal = Assert.Throws<CaseOutputException>(() => CaseWriter.Create(_folder["x.case"], force: false));
        Assert.EndsWith("x.case cannot be written: writing is not allowed there; choose another place with -o", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_way_of_the_folder_is_one_line()
    {
        _folder.Write("file", "");
        CaseOutputException refusal = Assert.Throws<CaseOutputException>(() => CaseWriter.Create(_folder["file/x.case"], force: false));
        Assert.Contains("x.case cannot be written: ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void A_name_that_is_too_long_is_said_to_be_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows allows longer ones");
        CaseOutputException refusal = Assert.Throws<CaseOutputException>(() => CaseWriter.Create(_folder[new string('x', 300)], force: false));
        Assert.EndsWith("the name is too long; choose a shorter one with -o", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, "the disk is read-only")]
    [InlineData(unchecked((int)0x80070070), "the disk is full")]
    [InlineData(122, "the disk quota is used up")]
    [InlineData(27, "a file would become larger than is allowed")]
    [InlineData(24, "too many files are open")]
    public void What_the_system_says_is_put_into_words(int code, string words) => Assert.StartsWith(
        $"x.case cannot be written: {words}; ", OutputErrors.CannotWrite("x.case", new IOException("?", code)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_hostile_name_harms_no_terminal() => Assert.Equal(
        "a\\x1b[2J cannot be written: odd \\x0a thing; choose another place with -o",
        OutputErrors.CannotWrite("a\u001b[2J", new IOException("odd \n thing.")).Message);
}
