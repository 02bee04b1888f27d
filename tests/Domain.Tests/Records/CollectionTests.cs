using EntCredit.Domain.Records;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Records;

/// <summary>T1: 各行政机关应在涉企信息产生之日起7个工作日内,通过以下路径交换至监管平台 (界政办〔2020〕5号 四).</summary>
public sealed class CollectionTests
{
    private readonly RecordLife life = new();

    [Theory]
    [InlineData("2020-07-06 09:00:00", "Met")]
    [InlineData("2020-07-15 23:59:59.999", "Met")]
    [InlineData("2020-07-15 23:59:59.9999999", "Met")]
    [InlineData("2020-07-16 00:00:00", "Late")]
    [InlineData("2020-07-16 00:00:00.0000001", "Late")]
    public void Take_AroundTheLastInstant_IsMetUpTo24OClockInShanghai(string moment, string outcome)
    {
        var collected = Assert.IsType<RecordEvent.Collected>(Assert.Single(life.When(Take(moment, Permit()))));

        Assert.Equal(["T1 housing 2020-07-15", "T2 scjg 2020-08-03"], Opened(collected));
        Assert.Equal([$"T1 {outcome}"], Closed(collected));
        Assert.Equal((RecordPhase.Collected, At(moment), outcome == "Late"), (life.Phase, life.State.CollectedAt, life.State.CollectedLate));
        Assert.Equal(["T2"], life.State.OpenDuties.Keys);
    }

    [Theory]
    // The day of the event is not counted (民法典 201条): day 1 is the next working day.
    [InlineData("2020-07-06", "2020-07-15")]
    [InlineData("2020-07-03", "2020-07-14")]
    // A Saturday and the Sunday after it begin on the same Monday.
    [InlineData("2020-07-04", "2020-07-14")]
    [InlineData("2020-07-05", "2020-07-14")]
    // The make-up days 2020-09-27 and 2020-10-10, and National Day between them.
    [InlineData("2020-09-25", "2020-10-12")]
    public void Take_EventDay_IsNotCounted(string generatedOn, string due)
    {
        var collected = life.When(Take("2020-10-20 09:00:00", Permit(generatedOn)))[0];

        Assert.Equal($"T1 housing {due}", Opened(collected)[0]);
        Assert.Equal(Day(generatedOn), collected.Opened![0].From);
    }

    [Fact]
    public void Take_OnTheDayOfTheEvent_IsCollectedInTime() =>
        Assert.Equal(["T1 Met"], Closed(life.When(Take("2020-07-06 00:00:00", Permit()))[0]));

    [Fact]
    public void Take_KeepsWhereItComesFromAndWhoKeepsItsTime()
    {
        life.When(Take("2020-07-07 09:30:00", Permit()));

        Assert.Equal(Origin(), life.State.Origin);
        Assert.Equal("subject-1", life.State.Subject);
        Assert.Equal(Batch + "-20200706", life.State.Cohort);
    }

    [Fact]
    public void Take_PersonalData_LiesApartFromTheContent()
    {
        var content = Permit() with { Personal = new Dictionary<string, string> { ["XK_FRDBZH"] = "110101199003070000" } };

        var collected = Assert.IsType<RecordEvent.Collected>(life.When(Take("2020-07-07 09:30:00", content))[0]);

        Assert.Empty(collected.Content.Personal);
        Assert.Equal(content.Personal, collected.Personal);
        Assert.Empty(life.State.Content!.Personal);
    }

    [Fact]
    public void Take_SameContentFromAnotherUpload_ChangesNothing()
    {
        life.When(Take("2020-07-07 09:30:00", Permit()));

        Assert.Empty(life.When(Take("2020-07-20 09:30:00", Permit(), LaterBatch)));
        Assert.Equal(Batch, life.State.Origin!.Batch);
    }

    [Theory]
    [InlineData(null, "2020-07-07 09:30:00")]
    [InlineData("2020-07-08", "2020-07-07 23:59:59")]
    public void Take_WithoutALegibleDay_IsAnErrorAndNoException(string? generatedOn, string moment) =>
        Assert.Equal(RecordErrors.Undated, life.Impossible(Take(moment, Permit(generatedOn))));

    [Fact]
    public void Take_JustAfterMidnightInShanghai_KnowsTheDayThere() =>
        // 2020-07-06 16:00 UTC is 2020-07-07 in Shanghai.
        Assert.Single(life.When(Take("2020-07-07 00:00:00", Permit("2020-07-07"))));

    [Fact]
    public void Take_WithTheNewestCalendar_SaysSoInTheDuty() =>
        Assert.All(life.When(Take("2020-07-07 09:30:00", Permit()))[0].Opened!, duty =>
            Assert.Equal((life.Rules.Calendar.Version, false), (duty.CalendarVersion, duty.Provisional)));
}
