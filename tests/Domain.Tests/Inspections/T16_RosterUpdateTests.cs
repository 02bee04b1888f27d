using EntCredit.Domain.Inspections;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Inspections;

/// <summary>
/// T16, 湘商改〔2016〕7号 第八条: “各部门执法检查人员有变动的,应当每7个工作日内更新一次本部门执法检查人员名录库。”
/// </summary>
public sealed class T16_RosterUpdateTests
{
    private const string Department = "hunan-housing";

    [Fact]
    public void Change_First_StartsSevenWorkingDaysOnItsDay()
    {
        var play = New();
        play.Do(Change("2016-12-02 10:00", "c-1", new(2016, 12, 1)));

        Assert.Equal(["T16 hunan-housing 2016-12-01→2016-12-12"], play.Opened);
    }

    // A29: from the first change that the roster lacks, not from each.
    [Fact]
    public void Change_Further_DoesNotStartItAnew()
    {
        var play = New();
        play.Do(Change("2016-12-01 10:00", "c-1", new(2016, 12, 1)), Change("2016-12-08 10:00", "c-2", new(2016, 12, 8)));

        Assert.Equal(new DateOnly(2016, 12, 12), play.State.Duties.Open["T16"].Due);
        Assert.Equal(new DateOnly(2016, 12, 1), play.State.StaleSince);
    }

    [Fact]
    public void Change_SaidLaterButEarlier_MovesTheStartBack()
    {
        var play = New();
        play.Do(Change("2016-12-08 10:00", "c-2", new(2016, 12, 8)), Change("2016-12-09 10:00", "c-1", new(2016, 12, 1)));

        Assert.Equal(new DateOnly(2016, 12, 12), play.State.Duties.Open["T16"].Due);
    }

    [Theory]
    [InlineData("2016-12-12 23:59", "T16 Met")]
    [InlineData("2016-12-13 00:00", "T16 Late")]
    public void Update_AroundTheEndOfTheLastDay_IsMetOrLate(string at, string expected)
    {
        var play = New();
        play.Do(Change("2016-12-01 10:00", "c-1", new(2016, 12, 1)), new RosterCommand.Update(Law.At(at), Department, "d-1"));

        Assert.Equal([expected], play.Closed);
        Assert.Null(play.State.StaleSince);
    }

    [Fact]
    public void Change_AfterTheUpdate_StartsItAnew()
    {
        var play = New();
        play.Do(
            Change("2016-12-01 10:00", "c-1", new(2016, 12, 1)),
            new RosterCommand.Update(Law.At("2016-12-05 10:00"), Department, "d-1"),
            Change("2016-12-06 10:00", "c-2", new(2016, 12, 6)));

        Assert.Equal(["T16 hunan-housing 2016-12-01→2016-12-12", "T16 hunan-housing 2016-12-06→2016-12-15"], play.Opened);
    }

    [Fact]
    public void Update_WithoutChange_IsNoDuty()
    {
        var play = New();
        play.Do(new RosterCommand.Update(Law.At("2016-12-05 10:00"), Department, "d-1"));

        Assert.Empty(play.Closed);
    }

    [Fact]
    public void NoteOverdue_Unsynchronised_TellsTheStaleness()
    {
        var play = New();
        play.Do(Change("2016-12-01 10:00", "c-1", new(2016, 12, 1)));

        Assert.IsType<RosterEvent.FellOverdue>(Assert.Single(play.Do(new RosterCommand.NoteOverdue(Law.At("2016-12-13 00:00")))));
    }

    // 界政办〔2020〕5号 五(四): “并实施动态管理” sets no number.
    [Fact]
    public void Change_InJieshou_StartsNoClock()
    {
        var play = New("jieshou");
        play.Do(new RosterCommand.Change(Law.At("2020-07-01 10:00"), "jieshou-housing", "jieshou", "c-1", new(2020, 7, 1), "示例某"));

        Assert.Empty(play.Opened);
        Assert.Equal(new DateOnly(2020, 7, 1), play.State.StaleSince);
    }

    [Fact]
    public void Change_OfAnotherDepartmentsRoster_IsRefused()
    {
        var play = New();
        play.Do(Change("2016-12-01 10:00", "c-1", new(2016, 12, 1)));

        Assert.Equal("EC4502", play.Refused(Change("2016-12-02 10:00", "c-2", new(2016, 12, 2)) with { By = "hunan-aic" }));
    }

    [Fact]
    public void Change_ToCome_IsRefused() => Assert.Equal("EC4503", New().Refused(Change("2016-12-01 10:00", "c-1", new(2016, 12, 2))));

    private static Play<RosterCommand, RosterEvent, Roster> New(string jurisdiction = "hunan") =>
        new(Roster.Initial, (command, state) => RosterDecider.Decide(command, state, Law.Of(jurisdiction)), Roster.Evolve);

    private static RosterCommand.Change Change(string at, string id, DateOnly on) => new(Law.At(at), Department, "hunan", id, on, "示例某");
}
