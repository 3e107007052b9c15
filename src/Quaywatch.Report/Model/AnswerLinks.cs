using Quaywatch.Case;
using Quaywatch.Case.Rows;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Model;

/// <summary>The rows that an answer stands on, as links.</summary>
static class AnswerLinks
{
    const int Most = 8;

    /// <summary>The links, and how many rows are beyond them.</summary>
    public static (IReadOnlyList<TextPart> Links, long More) Of(AnswerRow answer, ReportModel model)
    {
        List<TextPart> links = [];
        long more = 0;
        foreach (string row in answer.Rows)
        {
            if (links.Count == Most)
            {
                more++;
            }
            else
            {
                links.Add(Link(row, model));
            }
        }

        return (links, more);
    }

    static TextPart Link(string row, ReportModel model)
    {
        string file = row.EndsWith(".jsonl", StringComparison.Ordinal) ? row[..^6] : row;
        if (CaseLayout.RowFiles.Contains(file + ".jsonl"))
        {
            return new TextPart(file, model.Anchors.Has(file) ? file : null);
        }

        if (model.Parties.Find(row) is { } device)
        {
            return new TextPart(device.Short, device.Anchor);
        }

        return new TextPart(Shown.Cut(row, 60), model.Anchors.Has(row) ? row : null);
    }
}
