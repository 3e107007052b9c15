using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Quaywatch.Case.Json;
using Quaywatch.Case.Query;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;
using Quaywatch.Testing;

namespace Quaywatch.Case.Tests.Query;

public sealed class CaseQueryTests(LoadedCase loaded) : IClassFixture<LoadedCase>
{

    [Fact]
    public void Every_top_level_key_works_without_quotes()
    {
        CaseQuery query = loaded.Query;
        foreach ((string table, Type row) in (IEnumerable<(string, Type)>)
            [
                ("devices", typeof(Device)), ("conversations", typeof(Conversation)), ("commands", typeof(Command)), ("sessions", typeof(Session)),
                ("exposure", typeof(Exposure)), ("contents", typeof(ContentRow)), ("findings", typeof(Finding)), ("manifest", typeof(Manifest)),
            ])
        {
            string[] keys = Contract.Keys[row.Name].Split(' ');
            using QueryResult result = query.Run($"SELECT {string.Join(", ", keys)} FROM {table}", CancellationToken.None);
            Assert.Equal(keys, result.Columns);
            foreach (string key in keys)
            {
                Json(query, $"SELECT {key}, count(*) FROM {table} WHERE {key} IS NOT NULL GROUP BY {key} ORDER BY {key}");
            }
        }
    }

    [Fact]
    public void What_comes_out_is_what_is_in_the_case()
    {
        CaseQuery query = loaded.Query;
        Same(Filled.All<Conversation>(), Json(query, "SELECT * FROM conversations"));
        Same(Filled.All<Command>(), Json(query, "SELECT * FROM commands"));
        Same(Filled.All<Finding>(), Json(query, "SELECT * FROM findings"));
    }

    [Fact]
    public void A_key_that_no_line_has_is_a_column_of_nulls()
    {
        CaseQuery query = loaded.Query;
        Assert.Equal("""[{"zone":null},{"zone":null}]""", Json(query, "SELECT zone FROM devices"));
        Assert.Equal("[]", Json(query, "SELECT id, kind FROM sessions"));
    }

    [Fact]
    public void The_manifest_is_a_table_too()
    {
        CaseQuery query = loaded.Query;
        Assert.Equal(
            """[{"schema":1,"name":"quaywatch","answer":"2 devices","rows":["devices"]}]""",
            Json(query, "SELECT schema, tool.name, answers[1].answer AS answer, answers[1].rows AS rows FROM manifest"));
    }

    [Fact]
    public void Times_keep_all_nine_decimals_and_can_be_reckoned_with()
    {
        using TempFolder folder = new();
        SampleCase.Write(folder["x.case"]);
        folder.Write("x.case/sessions.jsonl", """
            {"id":"S1","first_seen":"2026-03-02T22:14:03.000000001Z","last_seen":"2026-03-02T23:14:03.500000001Z"}
            {"id":"S2","first_seen":"2261-12-31T23:59:59.999999999Z"}

            """);
        using CaseQuery query = CaseQuery.Load(CaseReader.Open(folder["x.case"]));
        Assert.Equal(
            """[{"id":"S1","first_seen":"2026-03-02T22:14:03.000000001Z"},{"id":"S2","first_seen":"2261-12-31T23:59:59.999999999Z"}]""",
            Json(query, "SELECT id, first_seen FROM sessions"));
        Assert.Equal(
            """[{"seconds":3600.5,"latest":"2261-12-31T23:59:59.999999999Z","hour":22}]""",
            Json(query, "SELECT epoch(min(last_seen - first_seen)) AS seconds, max(first_seen) AS latest, min(hour(first_seen)) AS hour FROM sessions"));
        Assert.Equal("""[{"id":"S1"}]""", Json(query, "SELECT id FROM sessions WHERE first_seen < '2026-03-02 22:14:03.000000002'"));
        Assert.Equal("""[{"id":"S1"}]""", Json(query, "SELECT id FROM sessions WHERE first_seen < '2026-03-02T22:14:03.000000002Z'"));
    }

    [Fact]
    public void Values_of_every_kind_come_out()
    {
        CaseQuery query = loaded.Query;
        Assert.Equal(
            """[{"a":1,"b":170141183460469231731687303715884105727,"c":1.50,"d":0.1,"e":"NaN","f":true,"g":null,"h":"x"}]""",
            Json(query, "SELECT 1::UTINYINT a, 170141183460469231731687303715884105727 b, 1.50::DECIMAL(5,2) c, 0.1::DOUBLE d, 'nan'::DOUBLE e, true f, NULL g, 'x' h"));
        Assert.Equal(
            """[{"a":"2026-01-02","b":"10:11:12.5","c":"3 days","d":"\\xAA","e":"u","f":"2026-01-02 03:04:05","g":"101"}]""",
            Json(query, "SELECT DATE '2026-01-02' a, TIME '10:11:12.5' b, INTERVAL 3 DAYS c, '\\xAA'::BLOB d, 'u'::ENUM('u','v') e, TIMESTAMP '2026-01-02 03:04:05' f, '101'::BIT g"));
        Assert.Equal(
            """[{"a":[1,null],"b":{"x":1,"y":"z"},"c":{"k":2},"d":{"j":[]},"e":"[NaN]","f":"3"}]""",
            Json(query, "SELECT [1,NULL] a, {'x':1,'y':'z'} b, MAP{'k':2} c, '{\"j\":[]}'::JSON d, ['nan'::DOUBLE] e, union_value(u := 3) f"));
    }

    [Fact]
    public void Columns_of_the_same_name_are_told_apart()
    {
        CaseQuery query = loaded.Query;
        Assert.Equal("""[{"a":1,"a_1":2,"a_2":3}]""", Json(query, "SELECT 1 a, 2 a, 3 a"));
        Assert.Equal("""[{"A":1,"end":2,"a\"b":3}]""", Json(query, "SELECT 1 \"A\", 2 \"end\", 3 \"a\"\"b\"").Replace("\\u0022", "\\\"", StringComparison.Ordinal));
    }

    [Fact]
    public void The_order_that_the_query_asks_for_is_kept()
    {
        CaseQuery query = loaded.Query;
        using QueryResult result = query.Run("SELECT range FROM range(300000) ORDER BY range % 7 DESC, range DESC", CancellationToken.None);
        (long, long) last = (long.MaxValue, long.MaxValue);
        foreach (IReadOnlyList<Cell> row in result.Rows())
        {
            long value = long.Parse(row[0].Text, System.Globalization.CultureInfo.InvariantCulture);
            Assert.True((value % 7, value).CompareTo(last) < 0);
            last = (value % 7, value);
        }

        Assert.Equal((0, 0), last);
    }

    [Theory]
    [InlineData("SHOW TABLES", 8)]
    [InlineData("DESCRIBE devices", 27)]
    [InlineData("SUMMARIZE devices", 27)]
    [InlineData("FROM devices -- a comment", 2)]
    [InlineData("  SELECT 1 ; ", 1)]
    [InlineData("WITH d AS (FROM devices) SELECT id FROM d", 2)]
    [InlineData("VALUES (1), (2)", 2)]
    [InlineData("EXPLAIN SELECT 1", 1)]
    [InlineData("PRAGMA table_info('devices')", 27)]
    [InlineData("/* c */ SELECT ';' -- ; \n", 1)]
    public void Statements_of_every_form_are_answered(string sql, int rows)
    {
        CaseQuery query = loaded.Query;
        using QueryResult result = query.Run(sql, CancellationToken.None);
        Assert.NotEmpty(result.Columns);
        Assert.Equal(rows, result.Rows().Count());
    }

    [Theory]
    [InlineData("SELEC 1", "the SQL is wrong: Parser Error: syntax error at or near \"SELEC\"")]
    [InlineData("SELECT x FROM devices", "the SQL is wrong: Binder Error: Referenced column \"x\" not found in FROM clause!; Candidate bindings: ")]
    [InlineData("SELECT * FROM device", "Catalog Error: Table with name device does not exist; the tables are devices, conversations, commands, sessions, exposure, contents, findings, manifest")]
    [InlineData("SELECT vendor::INTEGER FROM (SELECT 'x' AS vendor)", "the SQL is wrong: Conversion Error: ")]
    [InlineData("SELECT 1; SELECT 2", "the SQL has 2 statements; give one at a time")]
    [InlineData("SELECT error(chr(27) || '[2J' || chr(10) || 'x')", "the SQL is wrong: Invalid Input Error: \\x1b[2J; x")]
    [InlineData("", "the SQL is empty; for example: SELECT id, vendor, role FROM devices")]
    [InlineData(" -- nothing", "the SQL is empty; for example: SELECT id, vendor, role FROM devices")]
    public void Wrong_SQL_is_one_line(string sql, string message)
    {
        CaseQuery query = loaded.Query;
        QueryException refusal = Assert.Throws<QueryException>(() => Json(query, sql));
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void A_value_that_fails_late_is_one_line_too()
    {
        CaseQuery query = loaded.Query;
        QueryException refusal = Assert.Throws<QueryException>(
            () => Json(query, "SELECT CASE WHEN range > 2000000 THEN error('late') ELSE 1 END FROM range(3000000)"));
        // Which thread's word comes through is the engine's chance; none may look like a person's Ctrl-C.
        Assert.Contains(
            refusal.Message,
            (string[])["the SQL is wrong: Invalid Input Error: late", "the SQL is wrong: it fails on one of the rows, and the engine did not say why"]);
    }

    /// <summary>On a connection of its own: the interruption may come late and would break off another test's query.</summary>
    [Fact]
    public void A_query_can_be_broken_off()
    {
        using LoadedCase own = new();
        CaseQuery query = own.Query;
        using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(200));
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            using QueryResult result = query.Run("SELECT count(*) FROM range(100000000000) a, range(1000) b WHERE a.range * b.range % 3 = 5", source.Token);
            _ = result.Rows().Count();
        });
    }

    [Fact]
    public void A_query_that_needs_too_much_memory_says_so()
    {
        using CaseQuery query = CaseQuery.Load(CaseReader.Open(loaded.Case), memoryMebibytes: 256);
        QueryException refusal = Assert.Throws<QueryException>(() => Json(query, "SELECT list(range) FROM range(300000000)"));
        Assert.Equal("the query needs more memory than it may have; ask for fewer rows or columns", refusal.Message);
    }

    [Theory]
    [InlineData("a [b] *?.case")]
    [InlineData("it's; DROP TABLE x --.case")]
    [InlineData("{x,y} \"q\" \\n.case")]
    [InlineData("s3:__x.case")]
    public void The_name_of_the_folder_is_only_a_name(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not allow such names");
        using TempFolder folder = new();
        SampleCase.Write(folder[name]);
        using CaseQuery query = CaseQuery.Load(CaseReader.Open(folder[name]));
        Assert.Equal("""[{"n":2}]""", Json(query, "SELECT count(*) n FROM devices"));
    }

    [Fact]
    public void Csv_is_quoted_and_runs_nothing()
    {
        CaseQuery query = loaded.Query;
        using QueryResult result = query.Run("SELECT '=1+1' AS \"=a\", -5 AS n, 'a,b' AS s, NULL AS m, [1,2] AS l, 'x' || chr(10) || 'y' AS t", CancellationToken.None);
        using StringWriter output = new();
        QueryOutput.WriteCsv(result, output);
        Assert.Equal("\"'=a\",n,s,m,l,t\n\"'=1+1\",-5,\"a,b\",,\"[1,2]\",x\\x0ay\n", output.ToString());
    }

    [Fact]
    public void Json_harms_no_terminal_and_is_valid()
    {
        CaseQuery query = loaded.Query;
        string json = Json(query, "SELECT chr(27) || '[2J' || chr(8238) AS \"k\u202e\"");
        Assert.Equal("""[{"k\u202e":"\u001b[2J\u202e"}]""", json, ignoreCase: true);
    }

    static void Same<T>(T row, string json)
    {
        JsonNode expected = JsonNode.Parse(CaseJson.ToUtf8(row))!;
        JsonNode actual = Assert.Single(JsonNode.Parse(json)!.AsArray())!;
        Assert.True(JsonNode.DeepEquals(expected, actual), $"{expected.ToJsonString()}\n{actual.ToJsonString()}");
    }

    // The document without its line breaks, so that a test can say it in one line.
    static string Json(CaseQuery query, string sql)
    {
        using QueryResult result = query.Run(sql, CancellationToken.None);
        using MemoryStream output = new();
        QueryOutput.WriteJson(result, output);
        using (JsonDocument.Parse(output.ToArray()))
        {
            return Encoding.UTF8.GetString(output.ToArray()).Replace("\n", "", StringComparison.Ordinal);
        }
    }
}
