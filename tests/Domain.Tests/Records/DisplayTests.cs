using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;

namespace EntCredit.Domain.Tests.Records;

/// <summary>What cases do to a record's display: hidden, shown again, corrected, ended.</summary>
public sealed class DisplayTests
{
    private const string First = "objection-1", Second = "objection-2", Supervision = RecordLife.MarketSupervision;

    [Fact]
    public void Suspend_APublishedRecord_HidesItUntilEachCaseHasResumed()
    {
        var life = Published();
        life.When(Suspend("2020-07-20 10:00", First));
        life.When(Suspend("2020-07-21 10:00", Second));
        Assert.Equal(RecordPhase.Suspended, life.Phase);

        life.When(Resume("2020-07-22 10:00", First));
        Assert.Equal(RecordPhase.Suspended, life.Phase);
        life.When(Resume("2020-07-23 10:00", Second));
        Assert.Equal(RecordPhase.Published, life.Phase);
        Assert.Equal(RecordLife.At("2020-07-07 10:00"), life.State.PublishedAt);
    }

    [Fact]
    public void Suspend_LateRepetitionAfterItWasShownAgain_HidesNothing()
    {
        var life = Published();
        life.When(Suspend("2020-07-20 10:00", First));
        life.When(Resume("2020-07-22 10:00", First));

        Assert.Empty(life.When(Suspend("2020-07-20 10:00", First)));
        Assert.Single(life.When(Suspend("2020-07-23 10:00", First)));
    }

    [Fact]
    public void Resume_ByACaseThatDoesNotHide_GivesNothing() => Assert.Empty(Published().When(Resume("2020-07-20 10:00", First)));

    [Fact]
    public void Suspend_ARefusedRow_IsImpossible()
    {
        var life = new RecordLife();
        life.When(RecordLife.Refuse("2020-07-07 10:00", RecordLife.Permit()));
        Assert.Equal(RecordErrors.StillRefused, life.Impossible(Suspend("2020-07-08 10:00", First)));
        Assert.Equal(RecordErrors.Unknown, new RecordLife().Impossible(Suspend("2020-07-08 10:00", First)));
    }

    // A7, A2: 20 is absolute where no article pauses it.
    [Fact]
    public void Suspend_NotYetPublishedInJieshou_TheClockGoesOn()
    {
        var life = new RecordLife();
        life.When(RecordLife.Take("2020-07-07 10:00", RecordLife.Permit()));
        var hidden = Assert.Single(life.When(Suspend("2020-07-08 10:00", First)));
        Assert.Null(hidden.Closed);
        Assert.Equal((RecordPhase.Suspended, "2020-08-03"), (life.Phase, life.Due("T2")));
        Assert.Equal(RecordErrors.NotPublishable, life.Impossible(new RecordCommand.Publish(RecordLife.At("2020-07-09 10:00"))));

        var shown = Assert.Single(life.When(Resume("2020-07-31 10:00", First)));
        Assert.Null(shown.Opened);
        Assert.Equal((RecordPhase.Collected, "2020-08-03"), (life.Phase, life.Due("T2")));
    }

    // Ten working days from 2020-07-06: 07-20. Hidden 07-08 to 07-15 (six working days): 07-28.
    [Fact]
    public void Suspend_NotYetPublishedWhereAnArticlePauses_WhatRemainsGoesOnAfterwards()
    {
        var life = new RecordLife(RecordLife.Pausing);
        life.When(RecordLife.Take("2020-07-07 10:00", RecordLife.Penalty()));
        Assert.Equal("2020-07-20", life.Due("T2"));
        Assert.Equal(["T2 Cancelled paused"], RecordLife.Closed(Assert.Single(life.When(Suspend("2020-07-08 10:00", First)))));
        life.When(Suspend("2020-07-09 10:00", Second));
        Assert.Empty(life.When(new RecordCommand.NoteOverdue(RecordLife.At("2020-07-25 10:00"))));

        Assert.Empty(RecordLife.Opened(Assert.Single(life.When(Resume("2020-07-10 10:00", First)))));
        Assert.Equal(["T2 scjg 2020-07-28"], RecordLife.Opened(Assert.Single(life.When(Resume("2020-07-15 10:00", Second)))));
        Assert.Equal(["T2 Met"], RecordLife.Closed(Assert.Single(life.When(new RecordCommand.Publish(RecordLife.At("2020-07-28 23:59"))))));
    }

    [Fact]
    public void Suspend_AfterTheLastDay_LeavesTheBreachStanding()
    {
        var life = new RecordLife(RecordLife.Pausing);
        life.When(RecordLife.Take("2020-07-07 10:00", RecordLife.Penalty()));
        Assert.Null(Assert.Single(life.When(Suspend("2020-07-21 00:00", First))).Closed);
        Assert.Single(life.When(new RecordCommand.NoteOverdue(RecordLife.At("2020-07-21 10:00"))));
    }

    [Fact]
    public void Withdraw_WhilePaused_OwesNothingMore()
    {
        var life = new RecordLife(RecordLife.Pausing);
        life.When(RecordLife.Take("2020-07-07 10:00", RecordLife.Penalty()));
        life.When(Suspend("2020-07-08 10:00", First));
        life.When(new RecordCommand.Withdraw(RecordLife.At("2020-07-09 10:00"), RecordLife.Provider, "误报"));
        Assert.Empty(life.When(Resume("2020-07-10 10:00", First)));
        Assert.Empty(life.State.OpenDuties);
    }

    [Fact]
    public void Amend_ByACase_CorrectsOnceAndSaysByWhom()
    {
        var life = Published();
        life.When(Suspend("2020-07-20 10:00", First));
        var amend = Amend("2020-07-21 10:00", "改后");
        var corrected = Assert.IsType<RecordEvent.Corrected>(Assert.Single(life.When(amend)));
        Assert.Equal((Supervision, First), (corrected.By, corrected.Batch));
        Assert.Equal((RecordPhase.Suspended, "改后"), (life.Phase, life.State.Content!.Fields["XK_NR"]));

        // A later upload corrects again; the case does not come back.
        life.When(RecordLife.Take("2020-07-22 10:00", RecordLife.Permit(), RecordLife.LaterBatch));
        Assert.Empty(life.When(Amend("2020-07-23 10:00", "改后")));
        life.When(Resume("2020-07-24 10:00", First));
        Assert.Equal(RecordPhase.Published, life.Phase);
    }

    [Fact]
    public void Amend_PersonalData_StaysOutOfTheOpen()
    {
        var life = Published();
        var content = RecordLife.Permit() with { Personal = new Dictionary<string, string> { ["id"] = "110101199003070000" } };
        var corrected = (RecordEvent.Corrected)Assert.Single(life.When(
            new RecordCommand.Amend(RecordLife.At("2020-07-21 10:00"), Supervision, First, content, "d")));
        Assert.Empty(corrected.Content.Personal);
        Assert.Equal("110101199003070000", corrected.Personal!["id"]);
    }

    // A27: counted from the day on which the public first saw it (which this profile counts); the last day belongs to it.
    [Fact]
    public void Expire_OnlyAfterTheDisplayPeriod()
    {
        var life = new RecordLife(RecordLife.Pausing);
        life.When(RecordLife.Take("2020-07-07 10:00", RecordLife.Penalty()));
        life.When(new RecordCommand.Publish(RecordLife.At("2020-07-07 12:00")));
        Assert.Empty(life.When(new RecordCommand.Expire(RecordLife.At("2020-07-26 23:59:59"))));

        var expired = Assert.IsType<RecordEvent.Expired>(Assert.Single(life.When(new RecordCommand.Expire(RecordLife.At("2020-07-27 00:00")))));
        Assert.Equal(RecordLife.Day("2020-07-26"), expired.LastDay);
        Assert.Equal(RecordPhase.Expired, life.Phase);
        Assert.Equal(
            RecordErrors.AlreadyExpired,
            life.Impossible(RecordLife.Take("2020-08-01 10:00", RecordLife.Penalty() with { DocumentNumber = "2" }, RecordLife.LaterBatch)));
    }

    [Fact]
    public void Expire_WhereNothingLimitsTheDisplay_GivesNothing() =>
        Assert.Empty(Published().When(new RecordCommand.Expire(RecordLife.At("2040-01-01 10:00"))));

    [Fact]
    public void MendElsewhere_ARefusedRow_KeepsItsMendingAndOwesNoSecondCollection()
    {
        var life = new RecordLife();
        life.When(RecordLife.Refuse("2020-07-07 10:00", RecordLife.Permit()));
        var done = Assert.Single(life.When(new RecordCommand.MendElsewhere(RecordLife.At("2020-07-08 10:00"), RecordLife.Provider, "r-1")));
        Assert.Equal(["T1 Cancelled not-owed", "T1-mend Met"], RecordLife.Closed(done));
        Assert.Equal(RecordPhase.Withdrawn, life.Phase);
    }

    [Fact]
    public void MendElsewhere_AfterItsLastDay_IsLate()
    {
        var life = new RecordLife();
        life.When(RecordLife.Refuse("2020-07-07 10:00", RecordLife.Permit()));
        var done = Assert.Single(life.When(new RecordCommand.MendElsewhere(RecordLife.At("2020-09-08 10:00"), RecordLife.Provider, "r-1")));
        Assert.Contains(new ClosedDuty("T1-mend", DutyOutcome.Late), done.Closed!);
    }

    private static RecordLife Published()
    {
        var life = new RecordLife();
        life.When(RecordLife.Take("2020-07-07 09:00", RecordLife.Permit()));
        life.When(new RecordCommand.Publish(RecordLife.At("2020-07-07 10:00")));
        return life;
    }

    private static RecordCommand.Suspend Suspend(string at, string by) => new(RecordLife.At(at), Supervision, by);

    private static RecordCommand.Resume Resume(string at, string by) => new(RecordLife.At(at), Supervision, by);

    private static RecordCommand.Amend Amend(string at, string text)
    {
        var content = RecordLife.Permit() with { Fields = new Dictionary<string, string> { ["XK_NR"] = text } };
        return new(RecordLife.At(at), Supervision, First, content, Intake(content));
    }

    private static string Intake(Domain.Intake.RecordContent content) => Domain.Intake.ContentDigest.Of(content);
}
