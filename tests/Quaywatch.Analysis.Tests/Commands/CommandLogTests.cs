using CsCheck;
using Quaywatch.Analysis.Commands;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Tests.Commands;

public sealed class CommandLogTests
{
    static ObservationBuilder One(out Talk talk)
    {
        ObservationBuilder builder = new();
        talk = builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered();
        return builder;
    }

    [Fact]
    public void Writes_of_one_address_are_one_line_with_first_last_least_and_greatest()
    {
        ObservationBuilder builder = One(out Talk talk);
        talk.Holds("DB10", 0, [0, 7]);
        foreach (byte value in (byte[])[5, 9, 9, 2])
        {
            talk.Act(Operation.Write, "Write Var", "DB10", [0, value]);
            builder.Wait(1);
        }

        Command row = Assert.Single(builder.Analyze().Commands);
        Assert.Equal(("C1", 4L, "5", "2", "7"), (row.Id, row.Count, row.Value, row.LastValue, row.OldValue));
        Assert.Equal((5d, "0005", 3, 2d, 9d), (row.ValueNumber, row.ValueHex, row.DistinctValues, row.Least, row.Greatest));
        Assert.Equal(("10.0.0.5", "10.0.0.7", "DB10", "Write Var", Case.Rows.Operation.Write, Result.Ok), (row.Commander.Ip, row.Controller.Ip, row.Address, row.Function, row.Operation, row.Result));
        Assert.Equal((1, 3L, 1, 4L), (row.Input, row.Packet, row.AnswerInput, row.AnswerPacket));
        Assert.Equal([3, 4, 5, 6, 7, 8, 9, 10], row.SeenIn.Select(seen => seen.Packet));
        Assert.Equal(3 * ObservationBuilder.Second, row.LastSeen!.Value.Nanoseconds - row.FirstSeen!.Value.Nanoseconds);
        Assert.Equal((Verdict.Unknown, "no site file: nothing says who may command what"), (row.Verdict, row.VerdictBy));
    }

    [Theory]
    [InlineData(60.0, 1)]
    [InlineData(60.000001, 2)]
    public void A_pause_over_sixty_seconds_ends_a_run(double pause, int lines)
    {
        ObservationBuilder builder = One(out Talk talk);
        talk.Act(Operation.Write, "Write Var", "DB10", [1]);
        builder.Wait(pause);
        talk.Act(Operation.Write, "Write Var", "DB10", [1]);
        Assert.Equal(lines, builder.Analyze().Commands.Count());
    }

    [Fact]
    public void Another_address_result_or_controller_is_another_line()
    {
        ObservationBuilder builder = One(out Talk talk);
        Talk other = builder.Tcp("10.0.0.5", "10.0.0.8", 102).Speaks("s7comm").Answered();
        talk.Act(Operation.Write, "Write Var", "DB10", [1]);
        talk.Act(Operation.Write, "Write Var", "DB10", [1], first: 8);
        talk.Act(Operation.Write, "Write Var", "DB10", [1], result: ActResult.Refused, error: "Invalid address");
        talk.Act(Operation.Write, "Write Var", "DB10", [1], result: ActResult.NoAnswer);
        other.Act(Operation.Write, "Write Var", "DB10", [1]);
        AnalysisResult result = builder.Analyze();
        Assert.Equal(["DB10", "DB10.8", "DB10", "DB10", "DB10"], result.Commands.Select(row => row.Address));
        Assert.Equal("Invalid address", result.Commands.ElementAt(2).Error);
        Assert.Equal(Result.NoAnswer, result.Commands.ElementAt(3).Result);
        Assert.Null(result.Commands.ElementAt(3).AnswerPacket);
    }

    [Fact]
    public void A_new_connection_of_the_same_commander_goes_on_with_the_run()
    {
        ObservationBuilder builder = One(out Talk talk);
        talk.Act(Operation.Write, "Write Var", "DB10", [1]).Close();
        builder.Wait(5).Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered().Act(Operation.Write, "Write Var", "DB10", [1]);
        Assert.Equal(2, Assert.Single(builder.Analyze().Commands).Count);
    }

    [Theory]
    [InlineData(Operation.Write, 1)]
    [InlineData(Operation.Configure, 1)]
    [InlineData(Operation.SetTime, 1)]
    [InlineData(Operation.Start, 2)]
    [InlineData(Operation.Stop, 2)]
    [InlineData(Operation.Mode, 2)]
    [InlineData(Operation.Download, 2)]
    [InlineData(Operation.Upload, 2)]
    [InlineData(Operation.Reset, 2)]
    [InlineData(Operation.Force, 2)]
    [InlineData(Operation.Login, 2)]
    public void Only_some_operations_fold_over_different_values(Operation operation, int lines)
    {
        ObservationBuilder builder = One(out Talk talk);
        talk.Act(operation, "F", "X", [1]).Act(operation, "F", "X", [2]);
        Assert.Equal(lines, builder.Analyze().Commands.Count());
    }

    [Fact]
    public void Reads_are_listed_only_when_all_acts_are_asked_for_and_negotiations_never()
    {
        ObservationBuilder builder = One(out Talk talk);
        talk.Act(Operation.Read, "Read Var", "DB10", [1]).Act(Operation.Browse, "List blocks").Act(Operation.Negotiate, "Setup communication");
        Assert.Empty(builder.Analyze().Commands);
        Assert.Equal(["Read Var", "List blocks"], builder.Analyze(new AnalysisOptions { AllActs = true }).Commands.Select(row => row.Function));
    }

    [Fact]
    public void The_packets_of_a_long_run_are_the_first_hundred_and_the_last_twenty()
    {
        ObservationBuilder builder = One(out Talk talk);
        for (int i = 0; i < 500; i++)
        {
            talk.Act(Operation.Write, "Write Var", "DB10", [1]);
        }

        Command row = Assert.Single(builder.Analyze().Commands);
        Assert.Equal(500, row.Count);
        Assert.Equal(120, row.SeenIn.Count);
        Assert.Equal((2L, 101L, 982L, 1001L), (row.SeenIn[0].Packet, row.SeenIn[99].Packet, row.SeenIn[100].Packet, row.SeenIn[119].Packet));
    }

    [Fact]
    public void Distinct_values_are_counted_to_a_thousand()
    {
        ObservationBuilder builder = One(out Talk talk);
        for (int i = 0; i < 1_500; i++)
        {
            talk.Act(Operation.Write, "Write Var", "DB10", [(byte)(i >> 8), (byte)i]);
        }

        Command row = Assert.Single(builder.Analyze().Commands);
        Assert.Equal((1_000, 1_499d), (row.DistinctValues, row.Greatest));
    }

    [Fact]
    public void A_long_value_is_cut_in_text_and_hexadecimal()
    {
        ObservationBuilder builder = One(out Talk talk);
        talk.Act(Operation.Write, "Write Var", "DB10", System.Text.Encoding.ASCII.GetBytes(new string('a', 5_000)), ValueKind.Text);
        Command row = Assert.Single(builder.Analyze().Commands);
        Assert.Equal(CommandRun.MostTextCharacters + 4, row.Value!.Length);
        Assert.Equal(128, row.ValueHex!.Length);
    }

    [Fact]
    public void User_and_session_stand_with_the_commander()
    {
        ObservationBuilder builder = One(out Talk talk);
        talk.Session(SessionPhase.Began, user: "engineer").Act(Operation.Stop, "PLC Stop");
        Command row = Assert.Single(builder.Analyze().Commands);
        Assert.Equal(("engineer", "S1"), (row.Commander.UserName, row.Commander.Session));
    }

    [Fact]
    public void More_open_runs_than_the_limit_end_the_one_whose_last_act_is_oldest()
    {
        ObservationBuilder builder = One(out Talk talk);
        talk.Act(Operation.Write, "Write Var", "DB1", [1]);
        for (int i = 0; i < CommandLog.MostOpenRuns; i++)
        {
            talk.Act(Operation.Write, "Write Var", "DB2", [1], first: 8 * (i + 1), sample: false);
        }

        talk.Act(Operation.Write, "Write Var", "DB1", [1]);
        AnalysisResult result = builder.Analyze();
        Assert.Equal(2, result.Commands.Count(row => row.Address == "DB1"));
        Assert.Equal(2, result.Capture.LimitsReached.Single(limit => limit.Name == "open-commands").Count);
    }

    [Fact]
    public void Lines_are_numbered_by_the_time_of_their_first_act_though_a_missing_answer_is_said_late()
    {
        ObservationBuilder builder = One(out Talk talk);
        talk.Act(Operation.Write, "Write Var", "DB1", [1]);
        builder.Now -= 20 * ObservationBuilder.Second;   // asked before, said at the end of the block
        talk.Act(Operation.Stop, "PLC Stop", result: ActResult.NoAnswer);
        Assert.Equal([("C1", "PLC Stop"), ("C2", "Write Var")], builder.Analyze().Commands.Select(row => (row.Id, row.Function!)));
    }

    // Addresses, values, results and pauses at random, against the obvious way: split the list of equal acts at pauses.
    [Fact]
    public void Folding_equals_the_naive_model() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Bool, Gen.Int[0, 3].Select(i => ((double[])[0, 1, 59, 61])[i]), Gen.Bool).List[1, 60].Sample(acts =>
        {
            ObservationBuilder builder = One(out Talk talk);
            List<(string Key, double Time)> said = [];
            double now = 0;
            foreach ((int address, int value, bool refused, double pause, bool stop) in acts)
            {
                builder.Wait(pause);
                now += pause;
                Operation operation = stop ? Operation.Stop : Operation.Write;
                talk.Act(operation, "F", $"DB{address}", [(byte)value], result: refused ? ActResult.Refused : ActResult.Ok);
                said.Add(($"{operation} {address} {refused} {(stop ? value : 0)}", now));
            }

            List<long> expected = [];
            foreach (IGrouping<string, (string Key, double Time)> equal in said.GroupBy(act => act.Key))
            {
                double last = double.NegativeInfinity;
                foreach ((_, double time) in equal)
                {
                    if (time - last > 60)
                    {
                        expected.Add(0);
                    }

                    expected[^1]++;
                    last = time;
                }
            }

            AnalysisResult result = builder.Analyze();
            Assert.Equal(expected.Order(), result.Commands.Select(row => row.Count).Order());
            Assert.Equal(acts.Count, result.Commands.Sum(row => row.Count));
        }, iter: 200);
}
