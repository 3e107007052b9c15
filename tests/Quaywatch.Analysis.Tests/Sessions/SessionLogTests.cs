using Quaywatch.Observations;
using Authenticated = Quaywatch.Observations.Authenticated;
using Protection = Quaywatch.Observations.Protection;

namespace Quaywatch.Analysis.Tests.Sessions;

public sealed class SessionLogTests
{
    [Fact]
    public void What_is_learned_later_is_added_to_the_line()
    {
        ObservationBuilder builder = new();
        Talk talk = builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered().Session(SessionPhase.Began, detail: "PG, rack 0, slot 2");
        builder.Wait(3);
        talk.Session(SessionPhase.Continued, user: "maint", authenticated: Authenticated.Yes, protection: Protection.Weak);
        builder.Wait(4);
        talk.Session(SessionPhase.Ended);
        Case.Rows.Session row = Assert.Single(builder.Wait(50).Analyze().Sessions);
        Assert.Equal(("S1", "maint", "PG, rack 0, slot 2"), (row.Id, row.UserName, row.Detail));
        Assert.Equal((Case.Rows.Authenticated.Yes, Case.Rows.Protection.Weak, Case.Rows.SessionKind.Engineering), (row.Authenticated, row.Protection, row.Kind));
        Assert.Equal(7, (row.LastSeen!.Value.Nanoseconds - row.FirstSeen!.Value.Nanoseconds) / ObservationBuilder.Second);
        Assert.Equal([2, 3, 4], row.SeenIn.Select(seen => seen.Packet));
        Assert.Equal("10.0.0.7", row.Server.Ip);
    }

    [Fact]
    public void A_session_that_nobody_ended_lasts_as_long_as_its_conversation()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.5", "10.0.0.7", 102).Answered().Session(SessionPhase.Began);
        Case.Rows.Session row = Assert.Single(builder.Wait(50).Analyze().Sessions);
        Assert.Equal(50, (row.LastSeen!.Value.Nanoseconds - row.FirstSeen!.Value.Nanoseconds) / ObservationBuilder.Second);
    }

    [Fact]
    public void A_session_met_while_it_runs_has_a_line_and_a_second_beginning_another()
    {
        ObservationBuilder builder = new();
        Talk talk = builder.Tcp("10.0.0.5", "10.0.0.7", 102).Answered().Session(SessionPhase.Continued).Session(SessionPhase.Began);
        talk.Session(SessionPhase.Ended).Session(SessionPhase.Ended);
        Assert.Equal(["S1", "S2", "S3"], builder.Analyze().Sessions.Select(row => row.Id));
    }
}
