using Quaywatch.Case.Query;
using Quaywatch.Case.Reading;
using Quaywatch.Testing;

namespace Quaywatch.Case.Tests.Query;

/// <summary>SQL that wants more than to read the case, and cases that want more than to be read.</summary>
public sealed class HostileQueryTests(LoadedCase loaded) : IClassFixture<LoadedCase>, IDisposable
{
    readonly TempFolder _folder = new();

    string Case
    {
        get
        {
            if (!Directory.Exists(_folder["crane7.case"]))
            {
                SampleCase.Write(_folder["crane7.case"]);
            }

            return _folder["crane7.case"];
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("COPY devices TO 'HERE/out.csv'")]
    [InlineData("COPY devices TO 'CASE/devices.jsonl'")]
    [InlineData("COPY (SELECT 1) TO 'HERE/out.parquet' (FORMAT parquet)")]
    [InlineData("COPY devices TO '.tmp/out.csv'")]
    [InlineData("COPY devices TO '/dev/stdout'")]
    [InlineData("COPY devices FROM 'CASE/devices.jsonl'")]
    [InlineData("EXPORT DATABASE 'HERE/export'")]
    [InlineData("IMPORT DATABASE 'HERE'")]
    [InlineData("ATTACH 'HERE/x.db'")]
    [InlineData("ATTACH 'HERE/x.db' (TYPE sqlite)")]
    [InlineData("SELECT * FROM read_text('CASE/devices.jsonl')")]
    [InlineData("SELECT * FROM read_text('/etc/passwd')")]
    [InlineData("SELECT * FROM read_blob('CASE/*')")]
    [InlineData("SELECT * FROM read_csv('CASE/devices.jsonl')")]
    [InlineData("SELECT * FROM read_json('CASE/case.json')")]
    [InlineData("SELECT * FROM read_parquet('https://example.com/x.parquet')")]
    [InlineData("SELECT * FROM 'CASE/devices.jsonl'")]
    [InlineData("SELECT * FROM glob('/*')")]
    [InlineData("SELECT * FROM sniff_csv('CASE/devices.jsonl')")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD httpfs")]
    [InlineData("LOAD 'HERE/x.duckdb_extension'")]
    [InlineData("CREATE SECRET s (TYPE s3)")]
    [InlineData("CREATE PERSISTENT SECRET s (TYPE s3)")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET lock_configuration = false")]
    [InlineData("RESET lock_configuration")]
    [InlineData("SET memory_limit = '100GB'")]
    [InlineData("SET temp_directory = 'HERE'")]
    [InlineData("SET GLOBAL allowed_directories = ['/']")]
    [InlineData("PRAGMA enable_profiling = 'json'")]
    [InlineData("PRAGMA profiling_output = 'HERE/p'")]
    [InlineData("SET log_query_path = 'HERE/q'")]
    [InlineData("SELECT getenv('PATH')")]
    [InlineData("SELECT 1) TO 'HERE/x.csv'; COPY (SELECT 2")]
    public void The_SQL_reaches_nothing_but_the_case(string sql)
    {
        IReadOnlyList<string> before = SampleCase.Names(loaded.Root);
        string devices = File.ReadAllText(Path.Combine(loaded.Case, "devices.jsonl"));
        string real = sql.Replace("CASE", loaded.Case, StringComparison.Ordinal).Replace("HERE", loaded.Root, StringComparison.Ordinal);
        QueryException refusal = Assert.Throws<QueryException>(() =>
        {
            using QueryResult result = loaded.Query.Run(real, CancellationToken.None);
            _ = result.Rows().Count();
        });
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Equal(before, SampleCase.Names(loaded.Root));
        Assert.Equal(devices, File.ReadAllText(Path.Combine(loaded.Case, "devices.jsonl")));
        Assert.False(Directory.Exists(".tmp"));
    }

    [Theory]
    [InlineData("DROP TABLE devices")]
    [InlineData("DELETE FROM devices")]
    [InlineData("UPDATE devices SET id = 'x'")]
    [InlineData("CREATE TABLE more AS FROM devices")]
    public void What_the_SQL_changes_is_gone_with_the_query(string sql)
    {
        using (CaseQuery query = CaseQuery.Load(CaseReader.Open(Case)))
        {
            using QueryResult result = query.Run(sql, CancellationToken.None);
            _ = result.Rows().Count();
        }

        Assert.Empty(CaseReader.Open(Case).Verify());
        Assert.Equal(2, CaseReader.Open(Case).Devices().Count());
    }

    [Theory]
    [InlineData("CALL enable_logging(storage = 'file', storage_path = 'HERE/log')")]
    [InlineData("CALL enable_logging()")]
    [InlineData("PRAGMA enable_profiling")]
    [InlineData("PRAGMA enable_progress_bar")]
    [InlineData("CHECKPOINT")]
    public void Settings_that_the_lock_leaves_open_write_no_file(string sql)
    {
        string folder = Case;
        IReadOnlyList<string> before = SampleCase.Names(_folder.Root);
        using (CaseQuery query = CaseQuery.Load(CaseReader.Open(folder)))
        {
            foreach (string statement in (string[])[sql.Replace("HERE", _folder.Root, StringComparison.Ordinal), "SELECT 1"])
            {
                try
                {
                    using QueryResult result = query.Run(statement, CancellationToken.None);
                    _ = result.Rows().Count();
                }
                catch (QueryException refusal)
                {
                    Assert.DoesNotContain('\n', refusal.Message);
                }
            }
        }

        Assert.Equal(before, SampleCase.Names(_folder.Root));
    }

    [Fact]
    public void What_does_not_fit_into_memory_is_not_written_anywhere()
    {
        using CaseQuery query = CaseQuery.Load(CaseReader.Open(Case), memoryMebibytes: 256);
        Assert.Throws<QueryException>(() =>
        {
            using QueryResult result = query.Run("SELECT random() AS r, range FROM range(50000000) ORDER BY r", CancellationToken.None);
            _ = result.Rows().Count();
        });
        Assert.False(Directory.Exists(".tmp"));
    }

    [Theory]
    [InlineData("devices.jsonl", "{\"id\":\"a\"}\nx\n", "is damaged: devices.jsonl, line 2: it is no valid device")]
    [InlineData("devices.jsonl", "{\"id\":\"a\",\"bytes_sent\":\"x\"}\n", "is damaged: devices.jsonl, line 1: it is no valid device, at bytes_sent")]
    [InlineData("devices.jsonl", "[1,2]\n", "is damaged: devices.jsonl, line 1: it is no valid device")]
    public void A_damaged_case_is_said_to_be_damaged(string file, string text, string message)
    {
        File.WriteAllText(Path.Combine(Case, file), text);
        CaseFormatException refusal = Assert.Throws<CaseFormatException>(() => CaseQuery.Load(CaseReader.Open(Case)));
        Assert.EndsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"later\":")]
    [InlineData("\"vendor\":")]
    [InlineData("\"services\":")]
    public void Depth_without_end_does_not_end_the_program(string key)
    {
        string deep = new string('[', 500_000) + new string(']', 500_000);
        File.WriteAllText(Path.Combine(Case, "devices.jsonl"), $"{{\"id\":\"a\",{key}{deep}}}\n");
        try
        {
            using CaseQuery query = CaseQuery.Load(CaseReader.Open(Case));
            using QueryResult result = query.Run("SELECT * FROM devices", CancellationToken.None);
            _ = result.Rows().Count();
        }
        catch (Exception refusal) when (refusal is CaseFormatException or QueryException)
        {
            Assert.DoesNotContain('\n', refusal.Message);
        }
    }

    [Fact]
    public void A_line_without_end_does_not_fill_the_memory()
    {
        using (FileStream giant = new(Path.Combine(Case, "devices.jsonl"), FileMode.Create))
        {
            giant.Write("{\"id\":\"a\",\"vendor\":\""u8);
            giant.SetLength(1L << 34);
        }

        CaseFormatException refusal = Assert.Throws<CaseFormatException>(() => CaseQuery.Load(CaseReader.Open(Case)));
        Assert.EndsWith("devices.jsonl, line 1: it is longer than 16 MiB", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_in_the_case_is_not_followed()
    {
        string path = Path.Combine(Case, "findings.jsonl");
        File.Delete(path);
        File.CreateSymbolicLink(path, "/etc/hostname");
        CaseFormatException refusal = Assert.Throws<CaseFormatException>(() => CaseQuery.Load(CaseReader.Open(Case)));
        Assert.EndsWith("findings.jsonl: it is a link, and links are not followed", refusal.Message, StringComparison.Ordinal);
    }
}
