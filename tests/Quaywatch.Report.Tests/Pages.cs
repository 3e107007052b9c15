using System.Text;
using Quaywatch.Case.Reading;

namespace Quaywatch.Report.Tests;

/// <summary>Makes reports for tests.</summary>
static class Pages
{
    /// <summary>The report of a case as text.</summary>
    public static string Of(CaseReader @case)
    {
        using MemoryStream stream = new();
        ReportWriter.Write(@case, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
