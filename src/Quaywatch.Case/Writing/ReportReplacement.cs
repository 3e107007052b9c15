using Quaywatch.Case.Json;
using Quaywatch.Case.Reading;

namespace Quaywatch.Case.Writing;

/// <summary>Makes the report of a finished case anew, and the sums and the seal with it. Everything else keeps the hash that it
/// was written with, so what was changed in the case before still shows.</summary>
public static class ReportReplacement
{
    /// <summary>Writes `report.html` anew.</summary>
    /// <param name="reader">The case.</param>
    /// <param name="write">Writes the report to the stream that it gets.</param>
    /// <exception cref="CaseOutputException">It could not be written; the case has the report that it had.</exception>
    /// <exception cref="CaseFormatException">`SHA256SUMS` or `run.json` is damaged.</exception>
    public static void Write(CaseReader reader, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(write);
        CaseTarget target = CaseTarget.Aside(reader.Name, reader.Folder);
        try
        {
            using (OutputFile report = target.CreateFile(CaseLayout.Report))
            {
                write(report);
            }

            Seal(reader, target);
            foreach (string file in (string[])[CaseLayout.Report, CaseLayout.Sums, CaseLayout.Run])
            {
                string made = Path.Combine(target.Partial, file);
                if (File.Exists(made))
                {
                    File.Move(made, Path.Combine(target.Folder, file), overwrite: true);
                }
            }
        }
        catch (Exception exception) when (OutputErrors.IsOutput(exception))
        {
            throw OutputErrors.CannotWrite(target.Name, exception);
        }
        finally
        {
            target.TryDeletePartial();
        }
    }

    static void Seal(CaseReader reader, CaseTarget target)
    {
        byte[] before = reader.ReadSums(out SortedDictionary<string, string> sums);
        sums[CaseLayout.Report] = Sums.OfFolder(target.Partial)[CaseLayout.Report];
        byte[] after = Sums.ToBytes(sums);
        using (OutputFile file = target.CreateFile(CaseLayout.Sums))
        {
            file.Write(after);
        }

        // A seal that was broken stays broken.
        if (reader.Run() is { } run && run.Sha256 == Sums.Of(before))
        {
            using OutputFile file = target.CreateFile(CaseLayout.Run);
            file.Write(CaseJson.ToUtf8(run with { Sha256 = Sums.Of(after) }, indented: true));
            file.WriteByte((byte)'\n');
        }
    }
}
