using Quaywatch.Case.Rows;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Model;

/// <summary>Makes decoded trees into lines.</summary>
/// <param name="first">First byte of the dump beside them.</param>
/// <param name="end">End of the dump.</param>
sealed class TreeBuilder(int first, int end)
{
    const int NameLength = 60;
    const int TextLength = 240;
    const int LineOverhead = 90;

    readonly List<TreeLayer> _layers = [];
    int _lines;

    /// <summary>The outermost fields, in order.</summary>
    public IReadOnlyList<TreeLayer> Layers => _layers;

    /// <summary>Fields left out.</summary>
    public int More { get; private set; }

    /// <summary>Most bytes that they take in the page.</summary>
    public int Weight { get; private set; }

    /// <summary>Adds a tree.</summary>
    /// <param name="fields">Its outermost fields.</param>
    /// <param name="shift">Where its first byte is in the dump's numbering; null when it is not in the dump.</param>
    /// <param name="isMessage">Whether it is the message, not what carries it.</param>
    public void Add(IReadOnlyList<FieldRow> fields, int? shift, bool isMessage)
    {
        foreach (FieldRow field in fields)
        {
            if (_lines >= Limits.FieldsOfOneMessage)
            {
                More += CountOf(field);
                continue;
            }

            List<TreeLine> inner = [];
            TreeLine root = Line(field, 0, shift);
            AddChildren(field, 1, shift, inner);
            _layers.Add(new TreeLayer(root, inner, isMessage));
        }
    }

    void AddChildren(FieldRow field, int depth, int? shift, List<TreeLine> lines)
    {
        foreach (FieldRow child in field.Children ?? [])
        {
            if (_lines >= Limits.FieldsOfOneMessage)
            {
                More += CountOf(child);
                continue;
            }

            lines.Add(Line(child, depth, shift));
            AddChildren(child, depth + 1, shift, lines);
        }
    }

    TreeLine Line(FieldRow field, int depth, int? shift)
    {
        _lines++;
        string name = Shown.Cut(field.Name, NameLength);
        string text = Shown.Cut(field.Text, TextLength);
        string? filter = Shown.Of(field.Filter, NameLength);
        long start = (long)field.Offset + (shift ?? 0) - first;
        bool isThere = shift is not null && start >= 0 && field.Length > 0 && start + field.Length <= end - first;
        Weight += LineOverhead + Shown.Weight(name) + Shown.Weight(text) + Shown.Weight(filter);
        return new TreeLine(depth, name, text, filter, isThere ? (int)start : -1, isThere ? field.Length : 0);
    }

    static int CountOf(FieldRow field)
    {
        int count = 1;
        foreach (FieldRow child in field.Children ?? [])
        {
            count += CountOf(child);
        }

        return count;
    }
}
