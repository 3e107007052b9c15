using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Tests.Answers;

public sealed class FiveAnswersTests
{
    [Fact]
    public void The_five_questions_are_those_of_the_contract_and_two_are_not_assessed()
    {
        AnalysisResult result = new ObservationBuilder().Analyze();
        Assert.Equal(
            ["What is on the crane?", "Who can command it, and who did?", "What of the cargo, and who is told?", "What is exposed or forbidden?", "Can this capture say so?"],
            result.Answers.Select(answer => answer.Question));
        Assert.Equal([Certainty.NotAssessed, Certainty.NotAssessed], result.Answers.Skip(2).Take(2).Select(answer => answer.Certainty));
        Assert.DoesNotContain(result.Answers.Skip(2).Take(2), answer => answer.Answer.Contains('0', StringComparison.Ordinal));
    }

    [Fact]
    public void Devices_and_commands_are_counted_in_words()
    {
        ObservationBuilder builder = new();
        Talk talk = builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered();
        for (int i = 0; i < 1_200; i++)
        {
            talk.Act(Operation.Write, "Write Var", "DB1", [1]);
        }

        talk.Act(Operation.Stop, "PLC Stop");
        builder.Udp("10.0.0.77", "10.0.0.78", 9_999).Answered();
        AnalysisResult result = builder.Analyze();
        Assert.Equal("4 devices: 1 controller, 1 engineering station; 2 not identified.", result.Answers[0].Answer);
        Assert.Equal("1 commander gave 1,201 commands to 1 device (1,200 write, 1 stop); whether they may is not assessed without a site file.", result.Answers[1].Answer);
        Assert.Equal((Certainty.Certain, Certainty.Certain), (result.Answers[0].Certainty, result.Answers[1].Certainty));
    }

    [Fact]
    public void A_plant_whose_protocols_are_not_decoded_does_not_look_empty()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.5", "10.0.0.7", 44818).Speaks("ethernet-ip", RecognisedBy.Port).Answered();
        AnalysisResult result = builder.Wait(100).Analyze();
        Assert.Contains("by port only, not decoded: ethernet-ip", result.Answers[0].Answer, StringComparison.Ordinal);
        Assert.Equal(Certainty.Likely, result.Answers[0].Certainty);
        Assert.Equal(("Not assessed: ethernet-ip is recognised by port only and not decoded.", Certainty.NotAssessed), (result.Answers[1].Answer, result.Answers[1].Certainty));
        Assert.Contains("by port only, not decoded: ethernet-ip", result.Answers[4].Answer, StringComparison.Ordinal);
        Assert.Contains(result.NotAssessed, item => item.What == "commands in ethernet-ip");
    }

    [Fact]
    public void Controllers_that_nobody_commanded_are_a_certain_no()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered().Act(Operation.Read, "Read Var", "DB1", [1]);
        AnswerRow answer = builder.Analyze().Answers[1];
        Assert.Equal(("No commands were given in 1 conversation with controllers.", Certainty.Certain), (answer.Answer, answer.Certainty));
    }
}
