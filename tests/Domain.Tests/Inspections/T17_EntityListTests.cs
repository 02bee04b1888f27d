using EntCredit.Domain.Inspections;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Inspections;

/// <summary>T17, 湘商改〔2016〕7号 第八条: “省工商行政管理部门每日更新市场主体名录库。”</summary>
public sealed class T17_EntityListTests
{
    [Fact]
    public void Refresh_StartsTheNextDaysDuty()
    {
        var play = New();
        play.Do(Refresh("2016-12-01 10:00"));

        Assert.Equal(["T17 hunan-aic 2016-12-02→2016-12-02"], play.Opened);
        Assert.Equal((new DateOnly(2016, 12, 1), 100), (play.State.Last!.Day, play.State.Last.Entities));
    }

    // 每日: a Saturday is a day.
    [Theory]
    [InlineData("2016-12-02 23:59", "2016-12-03 12:00", "T17 Met", "T17 Met")]
    [InlineData("2016-12-02 08:00", "2016-12-04 00:00", "T17 Met", "T17 Late")]
    public void Refresh_DayByDay_IsMetOrLate(string second, string third, params string[] expected)
    {
        var play = New();
        play.Do(Refresh("2016-12-01 10:00"), Refresh(second), Refresh(third));

        Assert.Equal(expected, play.Closed);
        Assert.Single(play.State.Duties.Open);
    }

    // An unchanged list that was brought up to date is not out of date.
    [Fact]
    public void Refresh_SameListOnAnotherDay_IsAFactOfItsOwn()
    {
        var play = New();
        play.Do(Refresh("2016-12-01 10:00"));

        Assert.Empty(play.Do(Refresh("2016-12-01 22:00")));
        Assert.NotEmpty(play.Do(Refresh("2016-12-02 10:00")));
    }

    [Fact]
    public void NoteOverdue_AfterASilentDay_IsNotedOnce()
    {
        var play = New();
        play.Do(Refresh("2016-12-01 10:00"));

        Assert.Single(play.Do(new EntityListCommand.NoteOverdue(Law.At("2016-12-03 00:00"))));
        Assert.Empty(play.Do(new EntityListCommand.NoteOverdue(Law.At("2016-12-05 00:00"))));
    }

    [Fact]
    public void Refresh_ByAnotherDepartment_IsRefused() =>
        Assert.Equal("EC4504", New().Refused(Refresh("2016-12-01 10:00") with { By = "hunan-housing" }));

    [Fact]
    public void Refresh_WhereTheDocumentHasNoPeriod_IsAFactWithoutDuty()
    {
        var play = New("jieshou");
        play.Do(Refresh("2020-07-01 10:00") with { By = "jieshou-scjg", Jurisdiction = "jieshou" });

        Assert.Empty(play.Opened);
        Assert.Single(play.History);
    }

    private static Play<EntityListCommand, EntityListEvent, EntityList> New(string jurisdiction = "hunan") =>
        new(EntityList.Initial, (command, state) => EntityListDecider.Decide(command, state, Law.Of(jurisdiction)), EntityList.Evolve);

    private static EntityListCommand.Refresh Refresh(string at) => new(Law.At(at), "hunan-aic", "hunan", 100, "d-1");
}
