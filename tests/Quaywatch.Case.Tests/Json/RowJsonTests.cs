using System.Reflection;
using System.Text;
using System.Text.Json;
using CsCheck;
using Quaywatch.Case.Json;
using Quaywatch.Case.Rows;
using Quaywatch.Testing;

namespace Quaywatch.Case.Tests.Json;

public sealed class RowJsonTests
{
    static readonly Type[] RowTypes =
    [
        typeof(Manifest), typeof(Device), typeof(Conversation), typeof(Command), typeof(Session), typeof(Exposure), typeof(ContentRow),
        typeof(Finding), typeof(Run),
    ];

    [Fact]
    public void Every_key_of_the_contract_is_there_in_its_order()
    {
        foreach ((string name, string keys) in Contract.Keys)
        {
            Type type = typeof(Device).Assembly.GetType($"Quaywatch.Case.Rows.{name}", throwOnError: true)!;
            Assert.Equal(keys, string.Join(' ', CaseJson.TypeInfo(type).Properties.Select(static property => property.Name)));
        }
    }

    [Fact]
    public void Every_word_of_the_contract_is_there()
    {
        MethodInfo all = typeof(Words).GetMethod(nameof(Words.All))!;
        foreach (Type type in typeof(Device).Assembly.GetExportedTypes().Where(static type => type.IsEnum && type.Namespace == typeof(Device).Namespace))
        {
            Assert.True(Contract.Words.TryGetValue(type.Name, out string? words), $"{type.Name} is in no list of the contract");
            Assert.Equal(words, string.Join(' ', (IReadOnlyList<string>)all.MakeGenericMethod(type).Invoke(null, null)!));
        }
    }

    [Fact]
    public void Rows_with_every_key_look_as_the_page_says() => Golden.Equal(
        "tests/Quaywatch.Case.Tests/Json/rows.jsonl",
        string.Concat(RowTypes.Select(static type => All(type) + "\n")));

    [Fact]
    public void What_is_read_is_what_was_written()
    {
        RoundTrip<Manifest>();
        RoundTrip<Device>();
        RoundTrip<Conversation>();
        RoundTrip<Command>();
        RoundTrip<Session>();
        RoundTrip<Exposure>();
        RoundTrip<ContentRow>();
        RoundTrip<Finding>();
        RoundTrip<Run>();
    }

    [Fact]
    public void What_is_not_known_is_absent()
    {
        Assert.Equal(
            """{"id":"B1","size":0,"complete":false,"source":{},"destination":{"ip":"10.0.0.1","port":102},"input":0,"packet":0}""",
            Text(new ContentRow { Id = "B1", Source = new Endpoint(), Destination = new Endpoint { Ip = "10.0.0.1", Port = 102 } }));
        Gen.Int.Sample(static seed =>
            !HasNull(CaseJson.ToUtf8(Filled.Random<Finding>(seed))) && !HasNull(CaseJson.ToUtf8(Filled.Random<Conversation>(seed))));
    }

    [Fact]
    public void Whatever_is_in_a_row_its_line_is_one_line_of_valid_UTF8_that_harms_no_terminal() => Gen.Int.Sample(static seed =>
    {
        byte[] line = CaseJson.ToUtf8(Filled.Random<Command>(seed));
        string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(line);
        using JsonDocument document = JsonDocument.Parse(line);
        return Quaywatch.Case.Text.Escape.ForTerminal(text) == text && document.RootElement.ValueKind == JsonValueKind.Object;
    });

    [Fact]
    public void Only_what_must_be_escaped_is_escaped()
    {
        Assert.Contains(
            "\"name\":\"Führerhaus <起重机> 🏗 & 'Co' + \\\"x\\\" \\\\x41\"",
            Text(Body("Führerhaus <起重机> 🏗 & 'Co' + \"x\" \\x41")).Replace("\\uD83C\\uDFD7", "🏗", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Contains("\"name\":\"\\u001b[2J \\u202etxt \\ufeff \\ufffd\\u2028\"", Text(Body("\u001b[2J \u202etxt \ufeff \udc00\u2028")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Numbers_that_JSON_does_not_have_are_absent()
    {
        Command command = Filled.All<Command>();
        command.ValueNumber = double.NaN;
        command.Least = double.NegativeInfinity;
        command.Greatest = 1e300;
        string text = Text(command);
        Assert.DoesNotContain("value_number", text, StringComparison.Ordinal);
        Assert.DoesNotContain("least", text, StringComparison.Ordinal);
        Assert.Contains("\"greatest\":1E+300", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Maps_are_in_order_whatever_order_they_were_made_in()
    {
        Conversation one = Filled.All<Conversation>();
        one.Acts = new Dictionary<string, long> { ["write"] = 1, ["read"] = 2, ["Z"] = 3 };
        Assert.Contains("\"acts\":{\"Z\":3,\"read\":2,\"write\":1}", Text(one), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_keys_are_ignored()
    {
        Finding? read = Read<Finding>(All(typeof(Finding)).Insert(1, "\"added_later\":{\"deep\":[1,{\"x\":2}]},"));
        Assert.Equal(All(typeof(Finding)), Text(read!));
    }

    [Theory]
    [InlineData("\"severity\":\"high\"", "\"severity\":\"Critical\"")]
    [InlineData("\"severity\":\"high\"", "\"severity\":0")]
    [InlineData("\"severity\":\"high\"", "\"severity\":\"worse\"")]
    [InlineData("\"rule\":\"", "\"rule\":17,\"x\":\"")]
    [InlineData("\"rule\":\"", "\"rule_\":\"")]
    [InlineData("\"rule\":\"", "\"rule\":\"twice\",\"rule\":\"")]
    [InlineData("\"seen_in\":[[", "\"seen_in\":[[0,1],[")]
    [InlineData("\"seen_in\":[[", "\"seen_in\":[[1],[")]
    [InlineData("\"seen_in\":[[", "\"seen_in\":[[1,2,3],[")]
    [InlineData("\"seen_in\":[[", "\"seen_in\":[{},[")]
    [InlineData("\"first_seen\":\"", "\"first_seen\":\"x")]
    public void What_the_contract_does_not_allow_is_refused(string good, string bad)
    {
        string text = All(typeof(Finding));
        Assert.Contains(good, text, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => Read<Finding>(text.Replace(good, bad, StringComparison.Ordinal)));
    }

    static ContentRow Body(string name) => new() { Id = "B1", Name = name, Source = new Endpoint(), Destination = new Endpoint() };

    static void RoundTrip<T>() => Gen.Int.Sample(static seed =>
    {
        // Half a surrogate pair is written as an escaped replacement character, and the next time as the character itself.
        string text = Text(Filled.Random<T>(seed));
        return Text(Read<T>(text)!) == text.Replace("\\uFFFD", "\ufffd", StringComparison.Ordinal);
    });

    static T? Read<T>(string text) => JsonSerializer.Deserialize(text, CaseJson.Line<T>());

    static string Text<T>(T row) => Encoding.UTF8.GetString(CaseJson.ToUtf8(row));

    static string All(Type type) => (string)typeof(RowJsonTests)
        .GetMethod(nameof(AllOf), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(null, null)!;

    static string AllOf<T>() => Text(Filled.All<T>());

    static bool HasNull(byte[] json)
    {
        Utf8JsonReader reader = new(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                return true;
            }
        }

        return false;
    }
}
