using Quaywatch.Case.Rows;
using Quaywatch.Report.Model;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Drawing;

/// <summary>Lays the map out: those who command above, the controllers in the middle, all others by group below.</summary>
static class MapLayout
{
    const double Side = 6;
    const double OneLine = 32;
    const double LineHeight = 16;
    const double Gap = 18;
    const double RowGap = 12;
    const double Spread = 3;
    const double TierGap = 84;
    const double TitleHeight = 22;
    const int MostLines = 120;
    const int MostLabels = 6;

    /// <summary>Lays it out; null when there are no devices.</summary>
    /// <param name="model">The case.</param>
    /// <param name="width">Units across.</param>
    /// <param name="boxWidth">Units of a box.</param>
    public static MapPicture? Of(ReportModel model, double width, double boxWidth)
    {
        int across = (int)((width - (2 * Side) + Gap) / (boxWidth + Gap));
        MapBoxes boxes = MapBoxes.Of(model, (2 * across) - 1);
        List<MapTier> tiers = [];
        double y = 4;
        y = Place(boxes.Commanders, "Give commands", tiers, width, boxWidth, across, y);
        y = Place(boxes.Controllers, "Controllers", tiers, width, boxWidth, across, y);
        y = Place(boxes.Others, tiers.Count == 0 ? "Devices" : "Others", tiers, width, boxWidth, across, y);
        if (tiers.Count == 0)
        {
            return null;
        }

        List<MapLine> lines = Lines(model, boxes);
        bool hasArcsBelow = lines.Exists(line => boxes.Others.Contains(line.From) && boxes.Others.Contains(line.To));
        Draw(lines);
        Label(lines);
        double height = y - TierGap + (hasArcsBelow ? 44 : 8);
        return new MapPicture(width, height, tiers, [.. boxes.Commanders, .. boxes.Controllers, .. boxes.Others], lines);
    }

    static double Place(List<MapBox> boxes, string title, List<MapTier> tiers, double width, double boxWidth, int across, double y)
    {
        if (boxes.Count == 0)
        {
            return y;
        }

        double height = OneLine + (LineHeight * boxes.Max(static box => box.Under.Count));
        tiers.Add(new MapTier(title, y + 13));
        y += TitleHeight;
        double slot = boxWidth + Gap;
        int inFirstRow = Math.Min(across, boxes.Count);
        int inSecondRow = boxes.Count - inFirstRow;
        double top = y;
        double bottom = y + height + (inSecondRow > 0 ? height + RowGap : 0);
        for (int i = 0; i < boxes.Count; i++)
        {
            // The second row stands like bricks below the first, so that lines pass between its boxes.
            bool isFirst = i < inFirstRow;
            int count = isFirst ? inFirstRow : inSecondRow;
            double shift = !isFirst && (inFirstRow - inSecondRow) % 2 == 0 ? slot / 2 : 0;
            double left = ((width - (count * slot) + Gap) / 2) + shift;
            MapBox box = boxes[i];
            (box.X, box.Y) = (left + ((isFirst ? i : i - inFirstRow) * slot), isFirst ? top : top + height + RowGap);
            (box.Width, box.Height, box.TierTop, box.TierBottom) = (boxWidth, height, top, bottom);
        }

        return bottom + TierGap;
    }

    static List<MapLine> Lines(ReportModel model, MapBoxes boxes)
    {
        Dictionary<(MapBox From, MapBox To), MapLine> lines = [];
        List<MapLine> ordered = [];
        MapLine? LineOf(Party from, Party to, bool gaveCommands)
        {
            if (boxes.Of(from) is not { } start || boxes.Of(to) is not { } end || start == end)
            {
                return null;
            }

            // One line for both directions, unless both gave commands.
            if (!lines.TryGetValue((start, end), out MapLine? line) && (gaveCommands || !lines.TryGetValue((end, start), out line)))
            {
                lines[(start, end)] = line = new MapLine(start, end);
                ordered.Add(line);
            }

            return line;
        }

        foreach (Commander commander in model.Commands.Commanders)
        {
            foreach (CommandLink link in commander.Links.Where(static link => link.Acts > 0))
            {
                if (LineOf(commander.Party, link.Controller, gaveCommands: true) is { } line)
                {
                    line.Acts += link.Acts;
                    Mark(line, link);
                }
            }
        }

        foreach (Pair pair in model.Conversations.Pairs)
        {
            if (LineOf(pair.Originator, pair.Responder, gaveCommands: false) is { } line)
            {
                line.Bytes += pair.Bytes;
            }
        }

        return
        [
            .. ordered.OrderBy(static line => line.Severity ?? (Severity)int.MaxValue).ThenByDescending(static line => line.Acts > 0)
                .ThenByDescending(static line => line.Acts).ThenByDescending(static line => line.Bytes)
                .Take(MostLines).Reverse(),
        ];
    }

    static void Mark(MapLine line, CommandLink link)
    {
        if (link.Finding is { } finding && (line.Severity is null || finding.Severity < line.Severity))
        {
            line.Severity = finding.Severity;
            line.Label = link.Events.Count > 0 ? string.Join(", ", link.Events.Take(3)) : Say.Count(link.Acts, "command");
            line.Anchor = finding.Anchor;
        }
    }

    // Lines that meet at one edge of a box are spread along it, in the order in which they leave.
    static void Draw(List<MapLine> lines)
    {
        Dictionary<(MapBox Box, bool AtTop), List<(MapLine Line, double Other)>> edges = [];
        foreach (MapLine line in lines)
        {
            (bool fromTop, bool toTop) = Edges(line);
            Enter(edges, line.From, fromTop, line, line.To.X);
            Enter(edges, line.To, toTop, line, line.From.X);
        }

        foreach (List<(MapLine Line, double Other)> edge in edges.Values)
        {
            edge.Sort(static (left, right) => left.Other.CompareTo(right.Other));
        }

        foreach (MapLine line in lines)
        {
            (bool fromTop, bool toTop) = Edges(line);
            double x1 = Port(edges[(line.From, fromTop)], line, line.From, fromTop);
            double x2 = Port(edges[(line.To, toTop)], line, line.To, toTop);
            double y1 = fromTop ? line.From.Y : line.From.Y + line.From.Height;
            double y2 = toTop ? line.To.Y : line.To.Y + line.To.Height;
            double e1 = fromTop ? line.From.TierTop : line.From.TierBottom;
            double e2 = toTop ? line.To.TierTop : line.To.TierBottom;
            double bend = fromTop == toTop ? 34 : Math.Max(30, Math.Abs(e2 - e1) / 2);
            double c1 = e1 + (fromTop ? -bend : bend);
            double c2 = e2 + (toTop ? -bend : bend);
            line.Path = $"M{Num.Of(x1)} {Num.Of(y1)}V{Num.Of(e1)}C{Num.Of(x1)} {Num.Of(c1)} {Num.Of(x2)} {Num.Of(c2)} {Num.Of(x2)} {Num.Of(e2)}V{Num.Of(y2)}";
            line.LabelX = (x1 + x2) / 2;
            line.LabelY = (e1 + e2 + (3 * c1) + (3 * c2)) / 8;
            if (line.Acts > 0)
            {
                double size = 4 + line.Thickness;
                double tail = toTop ? -size : size;
                line.Arrow = $"M{Num.Of(x2)} {Num.Of(y2)}l{Num.Of(-size / 1.6)} {Num.Of(tail)}h{Num.Of(size * 1.25)}z";
            }
        }
    }

    // Whether a line leaves its first and reaches its second box at the top.
    static (bool FromTop, bool ToTop) Edges(MapLine line)
    {
        if (line.From.TierBottom < line.To.TierTop)
        {
            return (false, true);
        }

        if (line.To.TierBottom < line.From.TierTop)
        {
            return (true, false);
        }

        // In one tier: controllers are joined above, groups below.
        bool above = !line.From.IsGroup || !line.To.IsGroup;
        return (above, above);
    }

    static void Enter(
        Dictionary<(MapBox Box, bool AtTop), List<(MapLine Line, double Other)>> edges, MapBox box, bool atTop, MapLine line, double other)
    {
        if (!edges.TryGetValue((box, atTop), out List<(MapLine, double)>? edge))
        {
            edges[(box, atTop)] = edge = [];
        }

        edge.Add((line, other));
    }

    // Where boxes stand between a box and the edge of its tier, its lines keep to the gap between them.
    static double Port(List<(MapLine Line, double Other)> edge, MapLine line, MapBox box, bool atTop)
    {
        double index = edge.FindIndex(port => port.Line == line);
        bool isAtEdge = atTop ? box.Y <= box.TierTop : box.Y + box.Height >= box.TierBottom;
        double step = isAtEdge ? box.Width / (edge.Count + 1) : Math.Min(Spread, (Gap - 4) / edge.Count);
        return box.X + (box.Width / 2) + ((index - ((edge.Count - 1) / 2.0)) * step);
    }

    static void Label(List<MapLine> lines)
    {
        List<MapLine> labelled = [];
        foreach (MapLine line in lines.Where(static line => line.Label is not null).Reverse())
        {
            line.Label = TextFit.Fit(line.Label!, 180);
            double half = TextFit.WidthOf(line.Label) / 2;
            for (int turn = 0; turn < 3 && labelled.Exists(other => Touches(line, half, other)); turn++)
            {
                line.LabelY += turn % 2 == 0 ? 18 : -36;
            }

            if (labelled.Count >= MostLabels || labelled.Exists(other => Touches(line, half, other)))
            {
                line.Label = null;
                continue;
            }

            labelled.Add(line);
        }
    }

    static bool Touches(MapLine line, double half, MapLine other) =>
        Math.Abs(line.LabelX - other.LabelX) < half + (TextFit.WidthOf(other.Label!) / 2) + 6 && Math.Abs(line.LabelY - other.LabelY) < 15;
}
