using System.Text;
using CsCheck;
using Quaywatch.Case.Json;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Tests.Frame;

public sealed class AnalysisRunTests
{
    static readonly Operation[] Operations = Enum.GetValues<Operation>();

    // The same conversations in one shard and dealt to sixteen: merging by packet must give the same case.
    [Fact]
    public void How_conversations_are_dealt_to_shards_does_not_change_the_case() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 40], Gen.Int[0, 30], Gen.Int[0, 90]).List[1, 80].Sample(
            steps => Assert.Equal(Text(Play(steps, spread: false).Analyze()), Text(Play(steps, spread: true).Analyze())), iter: 100);

    [Fact]
    public void A_block_cut_in_two_gives_the_same_case() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 40], Gen.Int[0, 30], Gen.Int[0, 90]).List[2, 60].Sample(
            steps =>
            {
                ObservationBuilder whole = Play(steps, spread: true);
                whole.CloseAll();
                using AnalysisRun run = new(new AnalysisOptions());
                foreach (Batch[] block in Blocks(whole.Shards, whole.LastPacket / 2))
                {
                    run.Take(block);
                }

                AnalysisResult cut = ObservationBuilder.Kept(run.Finish(whole.Facts()));
                Assert.Equal(Text(Play(steps, spread: true).Analyze()), Text(cut));
            }, iter: 50);

    [Fact]
    public void An_observation_of_a_conversation_that_never_opened_is_counted_and_dropped()
    {
        Batch batch = new() { Order = 1 };
        batch.Add(new Identity { Evidence = -1, Flow = FlowId.Of(0, 99), Field = IdentityField.Name, Value = batch.Store("x"u8), Protocol = "dns" });
        using AnalysisRun run = new(new AnalysisOptions());
        run.Take([batch]);
        AnalysisResult result = run.Finish(new CaptureFacts());
        Assert.Equal(1, result.Capture.LimitsReached.Single(limit => limit.Name == "observations-of-unknown-conversations").Count);
    }

    [Fact]
    public void Limits_of_the_floors_below_stand_beside_our_own()
    {
        AnalysisResult result = new ObservationBuilder().Analyze(facts: new CaptureFacts { LimitsReached = [new NamedCount { Name = "flows", Count = 3 }, new NamedCount { Name = "none", Count = 0 }] });
        Assert.Equal([("flows", 3L)], result.Capture.LimitsReached.Select(limit => (limit.Name, limit.Count)));
    }

    [Fact]
    public void There_are_no_more_than_sixteen_shards()
    {
        using AnalysisRun run = new(new AnalysisOptions());
        Batch[] batches = [.. Enumerable.Range(0, 17).Select(_ => new Batch())];
        Assert.Throws<ArgumentException>(() => run.Take(batches));
    }

    [Fact]
    public void Findings_are_numbered_by_severity_then_time()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered().Act(Operation.Upload, "Upload", "OB 1");
        builder.Wait(10).Tcp("10.0.0.6", "10.0.0.7", 102).Speaks("s7comm").Answered().Act(Operation.Stop, "PLC Stop");
        builder.Wait(-5).Tcp("10.0.0.9", "10.0.0.7", 102).Speaks("s7comm").Answered().Act(Operation.Stop, "PLC Stop");
        AnalysisResult result = builder.Analyze();
        Assert.Equal(
            [("F0001", Severity.Critical, "10.0.0.9"), ("F0002", Severity.Critical, "10.0.0.6"), ("F0003", Severity.High, "10.0.0.5"), ("F0004", Severity.Info, null)],
            result.Findings.Select(finding => (finding.Row.Id, finding.Row.Severity, finding.Row.Source?.Ip)));
        Assert.Equal((2, 1, 0, 0, 1), (result.Counts.FindingsBySeverity.Critical, result.Counts.FindingsBySeverity.High, result.Counts.FindingsBySeverity.Medium, result.Counts.FindingsBySeverity.Low, result.Counts.FindingsBySeverity.Info));
    }

    static ObservationBuilder Play(List<(int Step, int Talk, int What, int Pause)> steps, bool spread)
    {
        ObservationBuilder builder = new(spread);
        List<Talk> talks = [];
        foreach ((int step, int which, int what, int pause) in steps)
        {
            builder.Wait(pause / 10.0);
            if (step == 0 || talks.Count == 0)
            {
                talks.Add(builder.Tcp($"10.0.0.{what}", $"10.0.1.{which}", 102, $"00:0c:29:00:00:{what:x2}", $"00:1b:1b:00:01:{which:x2}").Speaks("s7comm").Answered());
                continue;
            }

            Talk talk = talks[which % talks.Count];
            _ = step switch
            {
                1 => talk.Act(Operations[what % Operations.Length], "F", $"DB{what}", [(byte)what], result: (ActResult)(what % 4)),
                2 => talk.Says((IdentityField)(what % 10), $"v{what % 3}"),
                3 => talk.Claims($"10.0.1.{what}", $"00:1b:1b:00:01:{which:x2}"),
                4 => talk.Session((SessionPhase)(what % 3)),
                _ => talk.Names($"10.0.1.{what}", $"host{what}"),
            };
        }

        return builder;
    }

    // Every block has its own batches; a conversation may open in one and close in the next.
    static IEnumerable<Batch[]> Blocks(Batch[] shards, long cut)
    {
        foreach (bool second in (bool[])[false, true])
        {
            yield return [.. shards.Select(shard =>
            {
                Batch part = new();
                foreach (BatchEntry entry in shard.Entries)
                {
                    if ((entry.Order > cut) == second)
                    {
                        Copier.Copy(shard, entry, part);
                    }
                }

                return part;
            })];
        }
    }

    static string Text(AnalysisResult result) => string.Join('\n',
        result.Devices.Select(row => Json(row))
            .Concat(result.Conversations.Select(row => Json(row)))
            .Concat(result.Commands.Select(row => Json(row)))
            .Concat(result.Sessions.Select(row => Json(row)))
            .Concat(result.Findings.Select(finding => Json(finding.Row)))
            .Concat(result.Answers.Select(answer => answer.Answer)));

    static string Json<T>(T row) => Encoding.UTF8.GetString(CaseJson.ToUtf8(row));
}
