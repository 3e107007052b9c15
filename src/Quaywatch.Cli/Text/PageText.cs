namespace Quaywatch.Cli.Text;

/// <summary>Writes a page (the small part of Markdown that our pages use) for a terminal: headings in a line of their own,
/// paragraphs and lists broken at the width, tables and code as they are.</summary>
static class PageText
{
    /// <summary>Wider lines are hard to read.</summary>
    public const int Widest = 100;

    /// <summary>Writes it.</summary>
    public static void Write(string page, TextWriter to, int width)
    {
        bool isCode = false;
        List<string> paragraph = [];
        foreach (string line in page.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                Break(paragraph, to, width);
                isCode = !isCode;
            }
            else if (isCode || line.StartsWith('|'))
            {
                Break(paragraph, to, width);
                to.WriteLine(isCode ? "    " + line : Plain(line));
            }
            else if (line.StartsWith('#'))
            {
                Break(paragraph, to, width);
                string heading = Plain(line.TrimStart('#').Trim());
                to.WriteLine(heading);
                to.WriteLine(new string(line.StartsWith("##", StringComparison.Ordinal) ? '-' : '=', Math.Min(heading.Length, width)));
            }
            else if (line.Length == 0)
            {
                Break(paragraph, to, width);
                to.WriteLine();
            }
            else
            {
                if (IsItem(line))
                {
                    Break(paragraph, to, width);
                }

                paragraph.Add(line.Trim());
            }
        }

        Break(paragraph, to, width);
    }

    static bool IsItem(string line) =>
        line.TrimStart() is ['-' or '*', ' ', ..] || (char.IsAsciiDigit(line.TrimStart()[0]) && line.Contains(". ", StringComparison.Ordinal));

    static void Break(List<string> paragraph, TextWriter to, int width)
    {
        if (paragraph.Count == 0)
        {
            return;
        }

        string hang = IsItem(paragraph[0]) ? "  " : "";
        string line = "";
        foreach (string word in Plain(string.Join(' ', paragraph)).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                to.WriteLine(line);
                line = hang + word;
            }
            else
            {
                line = line.Length > 0 ? $"{line} {word}" : word;
            }
        }

        to.WriteLine(line);
        paragraph.Clear();
    }

    /// <summary>A line without its marks: emphasis, code, links.</summary>
    static string Plain(string line)
    {
        string text = line.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);
        for (int middle = text.IndexOf("](", StringComparison.Ordinal); middle >= 0; middle = text.IndexOf("](", StringComparison.Ordinal))
        {
            int begin = text.LastIndexOf('[', middle);
            int end = text.IndexOf(')', middle);
            if (begin < 0 || end < 0)
            {
                break;
            }

            text = $"{text[..begin]}{text[(begin + 1)..middle]}{text[(end + 1)..]}";
        }

        return text;
    }
}
