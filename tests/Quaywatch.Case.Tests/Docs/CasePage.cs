using System.Reflection;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Quaywatch.Case.Json;
using Quaywatch.Case.Rows;

namespace Quaywatch.Case.Tests.Docs;

/// <summary>Makes docs/case.md from the row types and their doc comments.</summary>
sealed class CasePage
{
    static readonly (string Heading, Type Row)[] Files =
    [
        (CaseLayout.Manifest, typeof(Manifest)), (CaseLayout.Devices, typeof(Device)), (CaseLayout.Conversations, typeof(Conversation)),
        (CaseLayout.Commands, typeof(Command)), (CaseLayout.Sessions, typeof(Session)), (CaseLayout.Exposure, typeof(Exposure)),
        (CaseLayout.Contents, typeof(ContentRow)), (CaseLayout.Findings, typeof(Finding)), (CaseLayout.TreesOf("F0001"), typeof(EvidenceFile)),
        (CaseLayout.Run, typeof(Run)),
    ];

    readonly DocComments _comments = new(typeof(Device));
    readonly NullabilityInfoContext _nullability = new();
    readonly StringBuilder _page = new();
    readonly List<Type> _shared = [];
    readonly List<Type> _words = [];

    public static string Make()
    {
        CasePage page = new();
        page._page.Append(Introduction);
        foreach ((string heading, Type row) in Files)
        {
            page.File(heading, row);
        }

        page._page.Append("\n## Parts that several rows have\n");
        for (int i = 0; i < page._shared.Count; i++)   // grows while it is walked
        {
            page.Part(page._shared[i], "###");
        }

        page.WordLists();
        return page._page.ToString();
    }

    void File(string heading, Type row)
    {
        _page.Append($"\n## {heading}\n\n{Meaning(_comments.OfType(row), heading)}\n");
        Keys(row);
        foreach (Type part in PartsOf(row).Where(part => !IsShared(part)))
        {
            Part(part, "###");
        }
    }

    void Part(Type part, string level)
    {
        _page.Append($"\n{level} {Name(part)}\n\n{_comments.OfType(part)}\n");
        Keys(part);
        foreach (Type inner in PartsOf(part).Where(inner => !IsShared(inner)))
        {
            Part(inner, level);
        }
    }

    void Keys(Type row)
    {
        _page.Append("\n| key | type | meaning |\n|---|---|---|\n");
        foreach (JsonPropertyInfo key in CaseJson.TypeInfo(row).Properties)
        {
            PropertyInfo property = (PropertyInfo)key.AttributeProvider!;
            bool always = _nullability.Create(property).WriteState == NullabilityState.NotNull;
            _page.Append($"| `{key.Name}` | {TypeName(property.PropertyType)}{(always ? "" : ", where known")} | {Cell(_comments.OfProperty(row, property.Name))} |\n");
        }
    }

    void WordLists()
    {
        _page.Append("\n## Words\n");
        foreach (Type type in _words)
        {
            _page.Append($"\n### {Name(type)}\n\n{_comments.OfType(type)}\n\n| word | meaning |\n|---|---|\n");
            foreach (object member in Enum.GetValues(type))
            {
                string word = (string)typeof(Words).GetMethod(nameof(Words.Of))!.MakeGenericMethod(type).Invoke(null, [member])!;
                _page.Append($"| `{word}` | {Cell(_comments.OfMember(type, member.ToString()!))} |\n");
            }
        }
    }

    string TypeName(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => "text",
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(int) || type == typeof(long) => "integer",
            _ when type == typeof(double) => "number",
            _ when type == typeof(Timestamp) => "time",
            _ when type == typeof(Seen) => "packet",
            { IsEnum: true } => Link(Remember(_words, type)),
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => $"list: {TypeName(type.GenericTypeArguments[0])}",
            { IsGenericType: true } => $"object: {TypeName(type.GenericTypeArguments[1])} by name",
            _ => Link(IsShared(type) ? Remember(_shared, type) : type),
        };
    }

    static Type Remember(List<Type> types, Type type)
    {
        if (!types.Contains(type))
        {
            types.Add(type);
        }

        return type;
    }

    // The types of objects in a row, in the order of its keys.
    static IEnumerable<Type> PartsOf(Type row) =>
        CaseJson.TypeInfo(row).Properties.Select(static key => Element(key.PropertyType))
            .Where(static type => type.Namespace == typeof(Device).Namespace && type.IsClass).Distinct();

    static bool IsShared(Type part) => part == typeof(Endpoint) || part == typeof(NamedCount) || part == typeof(FieldRow);

    static Type Element(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GenericTypeArguments[0] : type;

    static string Link(Type type) => $"[{Name(type)}](#{Name(type).Replace(' ', '-')})";

    // "ProtocolRow" is called "protocol", "AnalyzeOptions" "analyze options".
    static string Name(Type type)
    {
        string name = System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name).Replace('-', ' ');
        return name.EndsWith(" row", StringComparison.Ordinal) ? name[..^4] : name;
    }

    // A row's comment begins with the name of its file, which is the heading here.
    static string Meaning(string comment, string heading)
    {
        string rest = comment.Replace($"`{heading}`: ", "", StringComparison.Ordinal);
        return char.ToUpperInvariant(rest[0]) + rest[1..];
    }

    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    const string Introduction = """
        # The case folder

        What `quaywatch analyze` writes, file by file and key by key. This page is made from the doc comments of the row types in
        `src/Quaywatch.Case/Rows`; a test fails when it is out of date (`QUAYWATCH_UPDATE=1` writes it anew).

        | file | holds |
        |---|---|
        | `report.html` | the report: one file, works offline |
        | `case.json` | what was read, with what, what was counted, the five answers |
        | `devices.jsonl`, `conversations.jsonl`, `commands.jsonl`, `sessions.jsonl`, `exposure.jsonl`, `contents.jsonl`, `findings.jsonl` | one JSON object a line, in a stable order; all exist, empty if there is nothing |
        | `evidence/F0001.pcapng`, `evidence/F0001.json` ... | the packets of each finding, with comments, and their decoded trees |
        | `SHA256SUMS` | of every file above: equal for two runs on the same input; check it with `sha256sum -c SHA256SUMS` |
        | `run.json` | what differs from run to run, and the hash of `SHA256SUMS`: the seal |

        It is written to `CASE.partial` and renamed when it is complete: a folder whose name ends with `.partial` is no case.

        ## Shapes

        - UTF-8. Keys that are not known are **absent**, never null. A list that every row has may be empty. Readers ignore keys that
          they do not know; keys are added under the same `schema`, never repurposed.
        - A **time** is RFC 3339 in UTC with nine decimals, `2026-03-02T22:14:03.000000001Z`. A time outside 1970-2261 is absent.
          Durations are in seconds, sizes in bytes.
        - A **packet** is a pair of integers, `[1, 88120]`: the number of the input (1, 2, ...) and the packet's number in it as
          Wireshark counts.
        - MAC addresses are lower-case with colons. Hashes are lower-case hexadecimal. Words of closed lists are lower-case with hyphens.
        - Text from the network that is no UTF-8 is written byte by byte as `\xNN`, with backslashes doubled. Control characters,
          marks that turn the reading direction and other invisible characters are JSON escapes, so a file may be shown on a terminal.

        ## Asking with SQL

        `quaywatch query CASE "SQL"` has a table a file (`devices` ... `findings`) and `manifest` for `case.json`; each key of a file
        is a column, whether a line has it or not. Times are `TIMESTAMP_NS`: they compare with texts, and can be subtracted. A packet
        is `BIGINT[]`, an object a struct (`commander.ip`), a map a map (`acts['write']`). Top-level times come out as they stand in
        the case; times inside of lists and structs come out in DuckDB's form. The SQL reaches no file, no network and no setting.

        ```sql
        SELECT commander.ip, operation, sum(count) AS acts, min(first_seen) AS since FROM commands GROUP BY ALL ORDER BY acts DESC
        ```

        """;
}
