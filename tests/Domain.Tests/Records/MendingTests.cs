using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Records;

/// <summary>A refused row: its provider owes the mended form by the later of its collection day and three working days after the receipt.</summary>
public sealed class MendingTests
{
    private readonly RecordLife life = new();

    [Theory]
    // The collection day is later.
    [InlineData("2020-07-07 09:30:00", "2020-07-15")]
    [InlineData("2020-07-10 09:30:00", "2020-07-15")]
    // Three working days after the receipt are later.
    [InlineData("2020-07-13 09:30:00", "2020-07-16")]
    [InlineData("2020-07-15 23:59:59", "2020-07-20")]
    // The receipt's day is Shanghai's: 2020-07-14 16:00 UTC is the 15th there.
    [InlineData("2020-07-15 00:00:00", "2020-07-20")]
    [InlineData("2020-09-01 09:30:00", "2020-09-04")]
    public void Refuse_Row_IsDueAtTheLaterOfBoth(string moment, string due)
    {
        var refused = Assert.IsType<RecordEvent.Refused>(Assert.Single(life.When(Refuse(moment, Permit()))));

        Assert.Equal(["T1 housing 2020-07-15", $"T1-mend housing {due}"], Opened(refused));
        Assert.Null(refused.Closed);
        Assert.Equal(RecordPhase.AwaitingCorrection, life.Phase);
        Assert.Null(life.State.Subject);
        Assert.Null(life.State.Cohort);
    }

    [Theory]
    [InlineData(null)]
    // A day after the receipt is a slip (A5): nothing is counted from it.
    [InlineData("2020-07-08")]
    [InlineData("2062-07-06")]
    [InlineData("9999-01-01")]
    public void Refuse_RowWithoutALegibleDay_OwesItsMendingOnly(string? generatedOn) =>
        Assert.Equal(["T1-mend housing 2020-07-10"], Opened(life.When(Refuse("2020-07-07 09:30:00", Permit(generatedOn)))[0]));

    [Fact]
    public void Refuse_OfAKindThatIsNotBound_OwesItsMendingOnly() =>
        Assert.Equal(
            ["T1-mend housing 2020-07-10"],
            Opened(new RecordLife("hunan").When(Refuse("2020-07-07 09:30:00", Permit() with { Item = "commendation" }))[0]));

    [Fact]
    public void Refuse_AgainByAnotherUpload_ChangesNothing()
    {
        life.When(Refuse("2020-07-07 09:30:00", Permit()));

        Assert.Empty(life.When(Refuse("2020-07-14 09:30:00", Permit() with { DocumentNumber = "样许〔2020〕2号" })));
    }

    [Fact]
    public void Refuse_WhatWasCollected_ChangesNothing()
    {
        life.When(Take("2020-07-07 09:30:00", Permit()));

        Assert.Empty(life.When(Refuse("2020-07-08 09:30:00", Permit())));
        Assert.Equal(RecordPhase.Collected, life.Phase);
    }

    [Fact]
    public void Remind_BeforeTheLastDay_IsDoneOnce()
    {
        life.When(Refuse("2020-07-07 09:30:00", Permit()));

        var reminded = Assert.IsType<RecordEvent.Reminded>(Assert.Single(life.When(new RecordCommand.Remind(At("2020-07-14 00:00:00"), RecordDuties.Mending))));
        Assert.Equal((RecordDuties.Mending, Provider, Day("2020-07-15")), (reminded.Rule, reminded.Debtor, reminded.Due));
        Assert.Empty(life.When(new RecordCommand.Remind(At("2020-07-14 12:00:00"), RecordDuties.Mending)));
    }

    [Theory]
    [InlineData("2020-07-15 23:59:59.999", 1)]
    [InlineData("2020-07-16 00:00:00", 0)]
    public void Remind_AfterTheLastDay_IsNoReminderAnyMore(string moment, int reminders)
    {
        life.When(Refuse("2020-07-07 09:30:00", Permit()));

        Assert.Equal(reminders, life.When(new RecordCommand.Remind(At(moment), RecordDuties.Mending)).Count);
    }

    [Fact]
    public void Remind_OfADutyThatIsNotOpen_GivesNothing()
    {
        life.When(Refuse("2020-07-07 09:30:00", Permit()));

        Assert.Empty(life.When(new RecordCommand.Remind(At("2020-07-08 00:00:00"), RecordDuties.Publication)));
    }

    [Fact]
    public void NoteOverdue_EachDutyInItsTime_IsNotedOnce()
    {
        life.When(Refuse("2020-07-13 09:30:00", Permit()));

        Assert.Empty(life.When(new RecordCommand.NoteOverdue(At("2020-07-15 23:59:59"))));
        Assert.Equal(["T1"], Noted("2020-07-16 00:00:00"));
        Assert.Empty(Noted("2020-07-16 23:59:59"));
        Assert.Equal(["T1-mend"], Noted("2020-07-17 00:00:00"));
        Assert.Empty(Noted("2020-12-31 00:00:00"));
    }

    [Fact]
    public void NoteOverdue_BothAtOnce_InTheOrderOfTheRules()
    {
        life.When(Refuse("2020-07-07 09:30:00", Permit()));

        Assert.Equal(["T1", "T1-mend"], Noted("2020-08-01 00:00:00"));
    }

    [Theory]
    [InlineData("2020-07-14 09:30:00", "T1 Met", "T1-mend Met")]
    [InlineData("2020-07-15 23:59:59.999", "T1 Met", "T1-mend Met")]
    [InlineData("2020-07-16 00:00:00", "T1 Late", "T1-mend Late")]
    public void Take_MendedRow_KeepsItsFirstIdentityAndDuties(string moment, string collection, string mending)
    {
        life.When(Refuse("2020-07-07 09:30:00", Permit()));

        var collected = Assert.IsType<RecordEvent.Collected>(Assert.Single(life.When(Take(moment, Permit(), LaterBatch))));

        Assert.Equal((Origin(), LaterBatch), (collected.Origin, collected.MendedBy));
        Assert.Equal(LaterBatch + "-20200706", life.State.Cohort);
        Assert.Equal(["T2 scjg 2020-08-03"], Opened(collected));
        Assert.Equal([collection, mending], Closed(collected));
        Assert.Equal((RecordPhase.Collected, At(moment)), (life.Phase, life.State.CollectedAt));
    }

    [Fact]
    public void Take_MendedInTimeButAfterItsCollectionDay_IsCollectedLate()
    {
        life.When(Refuse("2020-07-15 09:30:00", Permit()));

        Assert.Equal(["T1 Late", "T1-mend Met"], Closed(life.When(Take("2020-07-20 23:59:59", Permit(), LaterBatch))[0]));
        Assert.Equal(["T2 Late upstream-late"], Closed(life.When(new RecordCommand.Publish(At("2020-08-04 00:00:00")))[0]));
    }

    [Fact]
    public void Take_MendedLateButCollectedInTime_IsNoUpstreamDelay()
    {
        // The refused row had no legible day, so its mending was due before the collection.
        life.When(Refuse("2020-07-07 09:30:00", Permit(null)));

        Assert.Equal(["T1 Met", "T1-mend Late"], Closed(life.When(Take("2020-07-14 09:30:00", Permit(), LaterBatch))[0]));
        Assert.False(life.State.CollectedLate);
        Assert.Equal(["T2 Late"], Closed(life.When(new RecordCommand.Publish(At("2020-08-04 00:00:00")))[0]));
    }

    [Fact]
    public void Take_MendedRow_WasOwedFromItsOwnDay()
    {
        life.When(Refuse("2020-07-07 09:30:00", Permit(null)));

        Assert.Equal(["T1 housing 2020-07-15", "T2 scjg 2020-08-03"], Opened(life.When(Take("2020-07-08 09:30:00", Permit(), LaterBatch))[0]));
    }

    [Fact]
    public void Take_MendedWithAnotherDay_KeepsTheFirstCollectionDay()
    {
        life.When(Refuse("2020-07-07 09:30:00", Permit("2020-06-29")));
        Assert.Equal("2020-07-08", life.Due("T1"));

        Assert.Equal(["T1 Late", "T1-mend Met"], Closed(life.When(Take("2020-07-10 09:30:00", Permit(), LaterBatch))[0]));
    }

    [Fact]
    public void Take_MendedWithADayOfAnotherRegime_NeverOwedTheFirst()
    {
        // The refused row's year was a slip: as backlog it would have been due on 2020-09-28, long before it arose.
        life.When(Refuse("2021-01-06 09:30:00", Permit("2020-01-05")));
        Assert.Equal("2020-09-28", life.Due("T4"));

        var collected = life.When(Take("2021-01-07 09:30:00", Permit("2021-01-05"), LaterBatch))[0];

        Assert.Equal(["T1 Met", "T1-mend Met", "T4 Cancelled not-owed"], Closed(collected));
        Assert.False(life.State.CollectedLate);
    }

    [Fact]
    public void Take_MendedAfterBeingNotedOverdue_EndsTheDutyLate()
    {
        life.When(Refuse("2020-07-07 09:30:00", Permit()));
        life.When(new RecordCommand.NoteOverdue(At("2020-07-16 00:00:00")));

        Assert.Equal(["T1 Late", "T1-mend Late"], Closed(life.When(Take("2020-07-20 09:30:00", Permit(), LaterBatch))[0]));
    }

    [Fact]
    public void Take_ReachedStorageBeforeTheLastInstantButWasReadAfter_IsMet()
    {
        life.When(Refuse("2020-07-07 09:30:00", Permit()));
        life.When(new RecordCommand.NoteOverdue(At("2020-07-16 00:00:00")));

        Assert.Equal(["T1 Met", "T1-mend Met"], Closed(life.When(Take("2020-07-15 23:59:00", Permit(), LaterBatch))[0]));
    }

    [Fact]
    public void Take_MendedRowByAnotherDepartment_IsNotTheirs()
    {
        life.When(Refuse("2020-07-07 09:30:00", Permit()));

        Assert.Equal(RecordErrors.NotProvider, life.Impossible(Take("2020-07-08 09:30:00", Permit(), provider: "tax")));
    }

    [Fact]
    public void Take_MendedIntoARevokedRow_EndsEveryDuty()
    {
        life.When(Refuse("2020-07-07 09:30:00", Permit()));

        var events = life.When(Take("2020-07-08 09:30:00", Permit() with { Status = ContentStatus.Revoked }, LaterBatch));

        Assert.Equal(["T1 Met", "T1-mend Met"], Closed(events[0]));
        Assert.Equal(["T2 Cancelled withdrawn"], Closed(events[1]));
        Assert.Equal(RecordPhase.Withdrawn, life.Phase);
    }

    [Fact]
    public void RefusedRow_UntilMended_CanBeNeitherReviewedNorPublishedNorJoined()
    {
        life.When(Refuse("2020-07-07 09:30:00", Permit()));

        Assert.Equal(RecordErrors.StillRefused, life.Impossible(new RecordCommand.DeclareReviewed(At("2020-07-08 00:00:00"), Provider)));
        Assert.Equal(RecordErrors.StillRefused, life.Impossible(new RecordCommand.Publish(At("2020-07-08 00:00:00"))));
        Assert.Empty(life.When(new RecordCommand.Join(At("2020-07-08 00:00:00"))));
    }

    private string[] Noted(string moment) =>
        [.. life.When(new RecordCommand.NoteOverdue(At(moment))).Select(happened => Assert.IsType<RecordEvent.FellOverdue>(happened).Rule)];
}
