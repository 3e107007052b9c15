using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Tests.CaptureHealth;

public sealed class CaptureHealthTests
{
    static Finding? Of(AnalysisResult result) => result.Findings.Select(finding => finding.Row).SingleOrDefault(row => row.Rule == "QW-CAP-01");

    static ObservationBuilder Sound()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered().Act(Operation.Read, "Read Var", "DB1", [1]);
        builder.Wait(600);
        return builder;
    }

    [Fact]
    public void A_sound_capture_raises_nothing_and_answers_yes()
    {
        AnalysisResult result = Sound().Analyze();
        Assert.Null(Of(result));
        Assert.Equal(("Yes.", Certainty.Certain), (result.Answers[4].Answer, result.Answers[4].Certainty));
        Assert.Equal((0L, 0L), (result.Capture.StreamGaps, result.Capture.LostEstimate));
    }

    [Fact]
    public void An_unanswered_SYN_is_no_one_sided_conversation_but_a_monologue_with_data_is()
    {
        ObservationBuilder builder = Sound();
        builder.Tcp("10.0.0.5", "10.0.0.99", 80).Failed();
        Talk talk = builder.Tcp("10.0.0.5", "10.0.0.8", 102).Speaks("s7comm", RecognisedBy.Probe);
        talk.Flow.State = "OTH";
        talk.Flow.A.Payload = 500;
        AnalysisResult result = builder.Analyze();
        Assert.Equal(1, result.Capture.OneSidedConversations);
        Finding? row = Of(result);
        Assert.NotNull(row);
        Assert.Equal((Severity.Medium, 1L), (row.Severity, row.Count));   // one of two control conversations
        Assert.Contains("1 conversation was seen from one side only", row.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("In part: 1 conversation was seen from one side only", result.Answers[4].Answer, StringComparison.Ordinal);
        Assert.Equal([row.Id], result.Answers[4].Rows);
    }

    [Fact]
    public void Holes_are_counted_and_the_missing_packets_estimated_by_the_usual_size()
    {
        ObservationBuilder builder = Sound();
        Talk talk = builder.Tcp("10.0.0.5", "10.0.0.8", 102).Speaks("s7comm").Answered();
        talk.Flow.B.Packets = 10;
        talk.Flow.B.Payload = 1_000;
        talk.Flow.B.Gaps = 2;
        talk.Flow.B.GapBytes = 950;
        AnalysisResult result = builder.Analyze();
        Assert.Equal((2L, 10L), (result.Capture.StreamGaps, result.Capture.LostEstimate));
        Assert.Equal(Severity.Info, Of(result)!.Severity);
    }

    [Fact]
    public void A_short_filtered_cut_capture_without_controllers_says_all_of_that()
    {
        ObservationBuilder builder = new();
        builder.Udp("10.0.0.5", "10.0.0.1", 53).Answered();
        builder.Wait(2);
        AnalysisResult result = builder.Analyze(facts: new CaptureFacts { Packets = 10, Truncated = 3, Filtered = true, First = ObservationBuilder.Start, Last = builder.Now });
        Assert.Equal(
            "The capture supports conclusions in part only: 3 packets are cut short; packets were left out by a filter or time range; it lasts 2 s; no controller answered in a protocol that was decoded.",
            Of(result)!.Sentence);
        Assert.Equal(
            "In part: 3 packets are cut short; packets were left out by a filter or time range; it lasts 2 s; no controller answered in a protocol that was decoded.",
            result.Answers[4].Answer);
        Assert.Equal([new Seen(1, 1)], Of(result)!.SeenIn);   // nothing is wrong with what is there: the first conversation shows it
    }

    [Fact]
    public void An_empty_capture_is_not_a_quiet_one()
    {
        AnalysisResult result = new ObservationBuilder().Analyze(facts: new CaptureFacts());
        Assert.Equal("The capture supports conclusions in part only: it holds no packets.", Of(result)!.Sentence);
        Assert.All(result.Answers, answer => Assert.Equal(Certainty.NotAssessed, answer.Certainty));
        Assert.Null(result.Capture.LostEstimate);
    }

    [Fact]
    public void Protocols_are_listed_with_how_they_are_known()
    {
        ObservationBuilder builder = Sound();
        builder.Tcp("10.0.0.5", "10.0.0.9", 44818).Speaks("ethernet-ip", RecognisedBy.Port).Answered();
        builder.Tcp("10.0.0.5", "10.0.0.9", 5555).Answered();
        builder.Tcp("10.0.0.5", "10.0.0.99", 5555).Failed();
        AnalysisResult result = builder.Analyze(facts: new CaptureFacts { Packets = 100 });
        Assert.Equal([("ethernet-ip", KnownBy.Port, null), ("s7comm", KnownBy.Parsed, 2L)], result.Protocols.Select(row => (row.Name, row.By, row.Messages)));
        Assert.Equal(5, result.Capture.UnknownProtocolPackets);
    }
}
