using Quaywatch.Case.Text;

namespace Quaywatch.Case.Writing;

/// <summary>Turns what the system says when it cannot write into one line for a person.</summary>
static class OutputErrors
{
    /// <summary>Whether an exception is the file system's word about a file.</summary>
    public static bool IsOutput(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or System.Security.SecurityException or NotSupportedException;

    /// <summary>Says that <paramref name="path"/> could not be written, why, and what to do.</summary>
    public static CaseOutputException CannotWrite(string path, Exception exception)
    {
        string reason = Reason(exception, out string advice);
        return new CaseOutputException($"{Name(path)} cannot be written: {reason}; {advice}", exception);
    }

    /// <summary>How a path is named in messages: as it was given, on one line.</summary>
    public static string Name(string path) => Escape.ForTerminal(path);

    static string Reason(Exception exception, out string advice)
    {
        advice = "choose another place with -o";
        if (exception is UnauthorizedAccessException or System.Security.SecurityException)
        {
            return "writing is not allowed there";
        }

        // On Unix HResult is the error number of the system call (errno.h of Linux; macOS has the same but for the quota), on
        // Windows 0x8007 and the error code (winerror.h).
        switch (exception.HResult)
        {
            case 28 or unchecked((int)0x80070070) or unchecked((int)0x80070027):
                advice = "free some space, or choose another disk with -o";
                return "the disk is full";
            case 122 or 69 or unchecked((int)0x8007050F):
                advice = "free some space, or choose another disk with -o";
                return "the disk quota is used up";
            case 17 or unchecked((int)0x80070050):
                return "another run is writing it";
            case 27:
                advice = "choose another disk with -o, or raise the limit (ulimit -f)";
                return "a file would become larger than is allowed";
            case 30 or unchecked((int)0x80070013):
                return "the disk is read-only";
            case 36 or 63 or unchecked((int)0x800700CE):
                advice = "choose a shorter one with -o";
                return "the name is too long";
            case 24 or 23 or unchecked((int)0x80070004):
                advice = "close other programs, or raise the limit (ulimit -n)";
                return "too many files are open";
            default:
                return Escape.ForTerminal(exception.Message.TrimEnd('.'));
        }
    }
}
