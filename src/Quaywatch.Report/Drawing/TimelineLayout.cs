using System.Globalization;
using System.Text;
using Quaywatch.Case.Rows;
using Quaywatch.Report.Model;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Drawing;

/// <summary>Lays the timeline out.</summary>
static class TimelineLayout
{
    /// <summary>Most controllers in it.</summary>
    public const int MostLanes = 6;

    const double Side = 14;
    const double LaneHeight = 58;
    const double BarHeight = 26;
    const double LabelHeight = 18;
    const int MostLabelRows = 5;
    const double AxisHeight = 26;
    const long Second = 1_000_000_000;

    static readonly double[] Steps =
    [
        0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600,
        43200, 86400, 172800, 604800, 2592000, 31536000,
    ];

    /// <summary>Lays it out; null when there is nothing to draw.</summary>
    /// <param name="bins">What was gathered.</param>
    /// <param name="width">Units across.</param>
    public static TimelinePicture? Of(TimelineBins bins, double width)
    {
        IReadOnlyList<TimelineLane> lanes = bins.Best(MostLanes);
        if (lanes.Count == 0)
        {
            return null;
        }

        List<TimelineLabel> labels = [];
        Dictionary<TimelineEvent, double> labelled = [];
        double top = PlaceLabels(bins, lanes, width, labels, labelled);
        List<TimelineRow> rows = [];
        List<TimelineMark> marks = [];
        double most = lanes.Max(static lane => lane.Acts.Max());
        for (int i = 0; i < lanes.Count; i++)
        {
            TimelineLane lane = lanes[i];
            double y = top + (LaneHeight * (i + 1)) - 8;
            rows.Add(new TimelineRow(
                TextFit.Fit(lane.Controller.Label, width - (2 * Side)), lane.Controller.Anchor, y, Bars(lane, y, most, width)));
            foreach (TimelineEvent one in lane.Events)
            {
                marks.Add(new TimelineMark(
                    X(bins, one.Time.Nanoseconds, width), y, labelled.TryGetValue(one, out double from) ? from : null, one.Finding?.Severity,
                    one.Refused, Words(one, full: true), one.Finding?.Anchor));
            }
        }

        double height = top + (LaneHeight * lanes.Count) + AxisHeight;
        return new TimelinePicture(width, height, rows, [.. marks.OrderBy(static mark => mark.Severity is null ? 0 : 1)], labels, Ticks(bins, width));
    }

    static double X(TimelineBins bins, long time, double width) =>
        Side + (Math.Clamp((time - bins.Start) / (double)(bins.End - bins.Start), 0, 1) * (width - (2 * Side)));

    static string Words(TimelineEvent one, bool full)
    {
        string refused = one.Refused ? " (refused)" : "";
        string by = full ? one.By.Label : one.By.Short;
        return $"{Say.Clock(one.Time)} {one.What}{refused}, by {by}";
    }

    // Words go into the lowest row in which they touch no others; the worst and earliest are placed first.
    static double PlaceLabels(
        TimelineBins bins, IReadOnlyList<TimelineLane> lanes, double width, List<TimelineLabel> labels, Dictionary<TimelineEvent, double> labelled)
    {
        IEnumerable<TimelineEvent> wanted = lanes.SelectMany(static lane => lane.Events);
        if (wanted.Any(static one => one.Finding is not null))
        {
            wanted = wanted.Where(static one => one.Finding is not null);
        }

        List<(TimelineEvent Event, int Row, double Left, double Right)> placed = [];
        foreach (TimelineEvent one in wanted.OrderBy(static one => one.Finding?.Severity ?? Severity.Info).ThenBy(static one => one.Time))
        {
            double x = X(bins, one.Time.Nanoseconds, width);
            double half = TextFit.WidthOf(TextFit.Fit(Words(one, full: false), width - (2 * Side))) / 2;
            double left = Math.Clamp(x - half, Side, Math.Max(Side, width - Side - (2 * half)));
            double right = left + (2 * half);
            int row = 0;
            while (row < MostLabelRows && placed.Exists(other => other.Row == row && left < other.Right + 8 && right > other.Left - 8))
            {
                row++;
            }

            if (row < MostLabelRows)
            {
                placed.Add((one, row, left, right));
            }
        }

        int rows = placed.Count == 0 ? 0 : placed.Max(static label => label.Row) + 1;
        double top = (rows * LabelHeight) + 8;
        foreach ((TimelineEvent one, int row, double left, double right) in placed)
        {
            double y = top - 10 - (row * LabelHeight);
            labels.Add(new TimelineLabel(
                (left + right) / 2, y, "middle", TextFit.Fit(Words(one, full: false), width - (2 * Side)), one.Finding?.Severity, one.Finding?.Anchor));
            labelled[one] = y + 4;
        }

        return top;
    }

    static string Bars(TimelineLane lane, double y, double most, double width)
    {
        StringBuilder path = new();
        double step = (width - (2 * Side)) / TimelineBins.Bins;
        for (int i = 0; i < lane.Acts.Count; i++)
        {
            if (lane.Acts[i] > 0)
            {
                double height = 3 + ((BarHeight - 3) * Math.Log(1 + lane.Acts[i]) / Math.Log(1 + Math.Max(most, 1)));
                path.Append(CultureInfo.InvariantCulture, $"M{Num.Of(Side + ((i + 0.5) * step))} {Num.Of(y)}v-{Num.Of(Math.Min(height, BarHeight))}");
            }
        }

        return path.ToString();
    }

    static List<TimelineTick> Ticks(TimelineBins bins, double width)
    {
        double seconds = (bins.End - bins.Start) / (double)Second;
        double most = Math.Max(2, Math.Floor(width / 110));
        double step = Array.Find(Steps, step => seconds / step <= most);
        if (step == 0)
        {
            step = seconds / most;
        }

        long units = Math.Max(1, (long)(step * Second));
        List<TimelineTick> ticks = [];
        for (long time = ((bins.Start + units - 1) / units) * units; time <= bins.End; time += units)
        {
            double x = X(bins, time, width);
            if (x > Side + 16 && x < width - Side - 16 && Timestamp.FromNanoseconds(time) is { } at)
            {
                ticks.Add(new TimelineTick(x, step switch
                {
                    >= 86400 => Say.Day(at),
                    >= 60 => Say.Clock(at)[..5],
                    >= 1 => Say.Clock(at),
                    _ => Say.Exact(at)[6..12],
                }));
            }
        }

        return ticks;
    }
}
