using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Records;

/// <summary>What arose before a profile's first day (T4: 应在本实施办法实施之日起3个月内归集完成; A15, A16, A35), and the monthly regime (T6).</summary>
public sealed class BacklogLifeTests
{
    [Theory]
    [InlineData("2020-09-28 23:59:59.999", "T4 Met")]
    [InlineData("2020-09-29 00:00:00", "T4 Late")]
    public void Take_OldPermitInJieshou_IsDueThreeMonthsAfterTheFirstDay(string moment, string closed)
    {
        var life = new RecordLife();

        var collected = life.When(Take(moment, Permit("2017-03-01")))[0];

        Assert.Equal(["T4 housing 2020-09-28"], Opened(collected));
        Assert.Equal(Day("2020-06-28"), collected.Opened![0].From);
        Assert.Equal([closed], Closed(collected));
        // Published as soon as collected, without a clock.
        Assert.Equal(RecordPhase.Collected, life.Phase);
        Assert.Empty(Closed(life.When(new RecordCommand.Publish(At("2021-01-01 00:00:00")))[0]));
    }

    [Theory]
    [InlineData("2020-06-27", "T4 housing 2020-09-28")]
    [InlineData("2020-06-28", "T1 housing 2020-07-07")]
    public void Take_AroundTheFirstDay_BelongsToOneRegime(string generatedOn, string duty) =>
        Assert.Equal(duty, Opened(new RecordLife().When(Take("2020-06-28 10:00:00", Permit(generatedOn)))[0])[0]);

    [Theory]
    // A15: 2014年10月1日以后 includes that day.
    [InlineData("2014-10-01", true)]
    [InlineData("2014-09-30", false)]
    public void Take_OldPenaltyInJieshou_IsOwedFromTheCutOffDay(string generatedOn, bool owed)
    {
        var collected = new RecordLife().When(Take("2020-07-07 09:30:00", Penalty() with { GeneratedOn = Day(generatedOn) }))[0];

        Assert.Equal(owed ? ["T4 housing 2020-09-28"] : [], Opened(collected));
    }

    [Theory]
    // 在有效期内的登记备案、行政许可信息: what had expired before the first day is not owed.
    [InlineData("2020-06-27", false)]
    [InlineData("2020-06-28", true)]
    [InlineData("2099-12-31", true)]
    [InlineData("长期", true)]
    [InlineData(null, true)]
    public void Take_OldPermitInJieshou_IsOwedOnlyWhileValid(string? validUntil, bool owed)
    {
        var content = Permit("2012-05-01");
        if (validUntil is not null) content = content with { Fields = new Dictionary<string, string>(content.Fields) { ["XK_YXQZI"] = validUntil } };

        var collected = new RecordLife().When(Take("2021-07-07 09:30:00", content))[0];

        Assert.Equal(owed ? ["T4 Late"] : [], Closed(collected));
    }

    [Fact]
    public void Take_OldPenaltyThatIsNoLongerInForce_IsOwedAllTheSame()
    {
        var content = Penalty() with { GeneratedOn = Day("2016-05-01"), Fields = new Dictionary<string, string> { ["CF_YXQ"] = "2017-05-01" } };

        Assert.Equal(["T4 housing 2020-09-28"], Opened(new RecordLife().When(Take("2020-07-07 09:30:00", content))[0]));
    }

    [Theory]
    [InlineData("xinhui", "2016-11-25")]
    [InlineData("fujian", "2016-12-22")]
    [InlineData("hunan", "2016-11-10")]
    [InlineData("national", "2014-09-30")]
    // T5 in Chongqing is market supervision's loading of what had been provided, not a collection.
    [InlineData("chongqing", "2016-08-25")]
    public void Take_OldInformationWhereNoRuleOwesIt_OwesNothing(string profile, string generatedOn)
    {
        var life = new RecordLife(profile);

        Assert.Empty(Opened(life.When(Take("2020-07-07 09:30:00", Permit(generatedOn)))[0]));
        Assert.Equal(RecordPhase.Collected, life.Phase);
        Assert.Empty(life.State.OpenDuties);
    }

    [Theory]
    [InlineData("2020-07-06", "2020-08-05")]
    [InlineData("2020-07-31", "2020-08-05")]
    // 2020-09-05 is a Saturday: the next working day (A17).
    [InlineData("2020-08-03", "2020-09-07")]
    public void Take_InChongqing_IsDueByTheFifthOfTheNextMonthWithoutAPublicationClock(string generatedOn, string due)
    {
        var life = new RecordLife("chongqing");

        var collected = life.When(Take("2020-08-04 09:30:00", Permit(generatedOn)))[0];

        Assert.Equal([$"T6 housing {due}"], Opened(collected));
        Assert.Equal(["T6 Met"], Closed(collected));
        Assert.Equal(RecordPhase.Collected, life.Phase);
    }

    [Fact]
    public void Take_InChongqingAfterTheFifth_IsLate() =>
        Assert.Equal(["T6 Late"], Closed(new RecordLife("chongqing").When(Take("2020-08-06 00:00:00", Permit()))[0]));

    [Fact]
    public void Refuse_OldPermitInJieshou_IsMendedByTheBacklogsDay()
    {
        var life = new RecordLife();

        life.When(Refuse("2020-07-07 09:30:00", Permit("2017-03-01")));

        Assert.Equal(("2020-09-28", "2020-09-28"), (life.Due("T4"), life.Due("T1-mend")));
    }

    [Fact]
    public void Take_RevokedOldRow_OwesNothingAfterwards()
    {
        var life = new RecordLife();

        life.When(Take("2020-07-07 09:30:00", Permit("2017-03-01") with { Status = ContentStatus.Revoked }));

        Assert.Equal(RecordPhase.Withdrawn, life.Phase);
        Assert.Empty(life.State.OpenDuties);
    }
}
