using EntCredit.Domain.Inspections;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Inspections;

public sealed class InspectionEdgeTests
{
    private const string Department = "hunan-housing";

    [Fact]
    public void Commit_OfNobody_IsRefused() => Assert.Equal("EC4506", Draw().Refused(DrawDeciderTests.Commit with { Departments = [] }));

    [Fact]
    public void RecordResult_OfADayToCome_IsRefused()
    {
        var play = Draw();
        play.Do(DrawDeciderTests.Commit, DrawDeciderTests.Drawing);

        Assert.Equal("EC4503", play.Refused(
            new DrawCommand.RecordResult(Law.At("2020-07-10 10:00"), "jieshou-scjg", "s-1", new(2020, 7, 11), "未发现问题")));
    }

    [Fact]
    public void Change_TwoOnOneDay_StartOneDuty()
    {
        var play = Roster();
        play.Do(Change("2016-12-01 10:00", "c-1"), Change("2016-12-01 11:00", "c-2"));

        Assert.Single(play.Opened);
    }

    [Fact]
    public void Update_WithoutChangeButWithAnotherRoster_IsKept()
    {
        var play = Roster();
        play.Do(Update("2016-12-05 10:00", "d-1"));

        Assert.Single(play.Do(Update("2016-12-06 10:00", "d-2")));
        Assert.Equal("d-2", play.State.Digest);
        Assert.Empty(play.Do(Update("2016-12-07 10:00", "d-2")));
    }

    // Who left and came back makes the same roster: the change is brought in all the same.
    [Fact]
    public void Update_WithTheSameRosterAfterAChange_MeetsTheDuty()
    {
        var play = Roster();
        play.Do(Update("2016-11-30 10:00", "d-1"), Change("2016-12-01 10:00", "c-1"), Update("2016-12-02 10:00", "d-1"));

        Assert.Equal(["T16 Met"], play.Closed);
    }

    private static Play<DrawCommand, DrawEvent, InspectionDraw> Draw() =>
        new(InspectionDraw.Initial, (command, state) => DrawDecider.Decide(command, state, Law.Of("jieshou")), InspectionDraw.Evolve);

    private static Play<RosterCommand, RosterEvent, Roster> Roster() =>
        new(Domain.Inspections.Roster.Initial, (command, state) => RosterDecider.Decide(command, state, Law.Of("hunan")), Domain.Inspections.Roster.Evolve);

    private static RosterCommand.Change Change(string at, string id) => new(Law.At(at), Department, "hunan", id, new(2016, 12, 1), "示例某");

    private static RosterCommand.Update Update(string at, string digest) => new(Law.At(at), Department, digest);
}
