using EntCredit.Domain.Records;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Records;

/// <summary>T2: 应当自信息产生之日起20个工作日内通过公示系统向社会公示 (界政办〔2020〕5号 五(二)).</summary>
public sealed class PublicationTests
{
    private readonly RecordLife life = new();

    [Theory]
    [InlineData("2020-07-07 10:00:00", "T2 Met")]
    [InlineData("2020-08-03 23:59:59.999", "T2 Met")]
    [InlineData("2020-08-04 00:00:00", "T2 Late")]
    public void Publish_CollectedInTime_IsMetUpTo24OClockOfTheTwentiethWorkingDay(string moment, string closed)
    {
        life.When(Take("2020-07-07 09:30:00", Permit()));

        var published = Assert.IsType<RecordEvent.Published>(Assert.Single(life.When(new RecordCommand.Publish(At(moment)))));

        Assert.Equal([closed], Closed(published));
        Assert.Equal((RecordPhase.Published, At(moment)), (life.Phase, life.State.PublishedAt));
        Assert.Empty(life.State.OpenDuties);
    }

    [Theory]
    [InlineData("2020-07-07 09:30:00")]
    [InlineData("2020-07-15 23:59:59")]
    [InlineData("2020-07-29 09:30:00")]
    public void Take_HoweverLate_Leaves20DaysFromTheEventAndNever7And20(string moment)
    {
        life.When(Take(moment, Permit()));

        Assert.Equal("2020-08-03", life.Due("T2"));
        Assert.Equal(Day("2020-07-06"), life.State.OpenDuties["T2"].From);
    }

    [Fact]
    public void Publish_LateAfterALateCollection_NamesTheCause()
    {
        // A2: market supervision has no extension, but the breach says whose delay it was.
        life.When(Take("2020-07-16 00:00:00", Permit()));

        Assert.Equal(["T2 Late upstream-late"], Closed(life.When(new RecordCommand.Publish(At("2020-08-04 00:00:00")))[0]));
    }

    [Fact]
    public void Publish_InTimeAfterALateCollection_IsMetWithoutAReason()
    {
        life.When(Take("2020-07-16 00:00:00", Permit()));

        Assert.Equal(["T2 Met"], Closed(life.When(new RecordCommand.Publish(At("2020-08-03 23:59:59")))[0]));
    }

    [Fact]
    public void Publish_ArrivedAfterTheTwentiethDay_IsTwoBreachesEachOnItsOwn()
    {
        var collected = life.When(Take("2020-08-20 09:00:00", Permit()))[0];
        var published = life.When(new RecordCommand.Publish(At("2020-08-20 09:00:01")))[0];

        Assert.Equal(["T1 Late"], Closed(collected));
        Assert.Equal(["T2 Late upstream-late"], Closed(published));
        Assert.Equal(["T1 housing 2020-07-15", "T2 scjg 2020-08-03"], Opened(collected));
    }

    [Fact]
    public void NoteOverdue_AfterTheLastDay_IsNotedOnceForThePublisher()
    {
        life.When(Take("2020-07-07 09:30:00", Permit(reviewed: null)));

        Assert.Empty(life.When(new RecordCommand.NoteOverdue(At("2020-08-03 23:59:59.999"))));
        var overdue = Assert.IsType<RecordEvent.FellOverdue>(Assert.Single(life.When(new RecordCommand.NoteOverdue(At("2020-08-04 00:00:00")))));
        Assert.Equal(("T2", MarketSupervision, Day("2020-08-03")), (overdue.Rule, overdue.Debtor, overdue.Due));
        Assert.Empty(life.When(new RecordCommand.NoteOverdue(At("2020-09-01 00:00:00"))));
        Assert.Equal(["T2"], life.State.OpenDuties.Keys);
    }

    [Fact]
    public void NoteOverdue_AfterPublication_HasNothingToNote()
    {
        life.When(Take("2020-07-07 09:30:00", Permit()));
        life.When(new RecordCommand.Publish(At("2020-07-07 09:31:00")));

        Assert.Empty(life.When(new RecordCommand.NoteOverdue(At("2021-01-01 00:00:00"))));
    }
}
