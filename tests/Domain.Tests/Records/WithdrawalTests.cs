using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Records;

/// <summary>A28: what is withdrawn owes nothing more, and that is no breach.</summary>
public sealed class WithdrawalTests
{
    private static readonly RecordContent Revoked = Permit() with { Status = ContentStatus.Revoked };

    private readonly RecordLife life = new();

    [Fact]
    public void Take_RevokedRowOfACollectedRecord_WithdrawsItAndCancelsItsDuty()
    {
        life.When(Take("2020-07-07 09:30:00", Permit(reviewed: null)));

        var withdrawn = Assert.IsType<RecordEvent.Withdrawn>(Assert.Single(life.When(Take("2020-07-08 09:30:00", Revoked, LaterBatch))));

        Assert.Equal((Provider, "provider-revoked"), (withdrawn.By, withdrawn.Reason));
        Assert.Equal(["T2 Cancelled withdrawn"], Closed(withdrawn));
        Assert.Equal(RecordPhase.Withdrawn, life.Phase);
        Assert.Empty(life.When(new RecordCommand.NoteOverdue(At("2021-01-01 00:00:00"))));
    }

    [Fact]
    public void Take_RevokedRowOfAPublishedRecord_HasNoDutyLeftToCancel()
    {
        life.When(Take("2020-07-07 09:30:00", Permit()));
        life.When(new RecordCommand.Publish(At("2020-07-07 09:31:00")));

        Assert.Empty(Closed(life.When(Take("2020-07-08 09:30:00", Revoked, LaterBatch))[0]));
        Assert.Equal(RecordPhase.Withdrawn, life.Phase);
    }

    [Theory]
    [InlineData("2020-07-08 09:30:00", "T1 Met")]
    [InlineData("2020-07-16 00:00:00", "T1 Late")]
    public void Take_FirstRowAlreadyRevoked_IsCollectedAndWithdrawnAtOnce(string moment, string collection)
    {
        var events = life.When(Take(moment, Revoked));

        Assert.Equal([typeof(RecordEvent.Collected), typeof(RecordEvent.Withdrawn)], events.Select(happened => happened.GetType()));
        Assert.Equal([collection], Closed(events[0]));
        Assert.Equal(["T2 Cancelled withdrawn"], Closed(events[1]));
        Assert.Equal(RecordPhase.Withdrawn, life.Phase);
    }

    [Fact]
    public void Withdraw_ByItsProvider_EndsIt()
    {
        life.When(Take("2020-07-07 09:30:00", Permit()));

        var withdrawn = Assert.IsType<RecordEvent.Withdrawn>(
            Assert.Single(life.When(new RecordCommand.Withdraw(At("2020-07-08 09:00:00"), Provider, "发布错误"))));

        Assert.Equal((Provider, "发布错误"), (withdrawn.By, withdrawn.Reason));
        Assert.Empty(life.When(new RecordCommand.Withdraw(At("2020-07-09 09:00:00"), Provider, "再次")));
    }

    [Fact]
    public void Withdraw_ByDeclaration_MayComeAgainWhatARowRevokedMayNot()
    {
        life.When(Take("2020-07-07 09:30:00", Permit()));
        life.When(new RecordCommand.Withdraw(At("2020-07-08 09:00:00"), Provider, "选错文件"));
        Assert.True(life.State.MayComeAgain);

        var revoked = new RecordLife();
        revoked.When(Take("2020-07-07 09:30:00", Revoked));
        Assert.False(revoked.State.MayComeAgain);
    }

    [Fact]
    public void Withdraw_ByAnother_IsNotTheirs()
    {
        life.When(Take("2020-07-07 09:30:00", Permit()));

        Assert.Equal(RecordErrors.NotProvider, life.Impossible(new RecordCommand.Withdraw(At("2020-07-08 09:00:00"), MarketSupervision, "x")));
    }

    [Fact]
    public void Withdraw_RefusedRow_CancelsBothDutiesInTheOrderOfTheRules()
    {
        life.When(Refuse("2020-07-07 09:30:00", Permit()));

        Assert.Equal(
            ["T1 Cancelled withdrawn", "T1-mend Cancelled withdrawn"],
            Closed(life.When(new RecordCommand.Withdraw(At("2020-07-08 09:00:00"), Provider, "误报"))[0]));
    }

    [Fact]
    public void Take_WithdrawnAgainWithTheSameContent_GivesNothing()
    {
        Withdrawn();

        Assert.Empty(life.When(Take("2020-07-20 09:30:00", Permit(), LaterBatch)));
        Assert.Empty(life.When(Take("2020-07-20 09:30:00", Revoked, LaterBatch)));
    }

    [Fact]
    public void Take_WithdrawnAgainWithOtherContent_IsAnError()
    {
        Withdrawn();

        var error = life.Impossible(Take("2020-07-20 09:30:00", Permit("2020-07-07"), LaterBatch));

        Assert.Equal((RecordErrors.AlreadyWithdrawn, "EC4003"), (error, error.Code));
    }

    [Fact]
    public void WithdrawnRecord_WhateverElseIsAsked_StaysWithdrawn()
    {
        Withdrawn();
        var at = At("2020-07-20 09:30:00");

        Assert.Empty(life.When(Refuse("2020-07-20 09:30:00", Permit())));
        Assert.Empty(life.When(new RecordCommand.DeclareReviewed(at, Provider)));
        Assert.Empty(life.When(new RecordCommand.Join(at)));
        Assert.Empty(life.When(new RecordCommand.Remind(at, "T2")));
        Assert.Empty(life.When(new RecordCommand.NoteOverdue(at)));
        Assert.Equal(RecordErrors.NotPublishable, life.Impossible(new RecordCommand.Publish(at)));
        Assert.Equal(RecordPhase.Withdrawn, life.Phase);
    }

    private void Withdrawn()
    {
        life.When(Take("2020-07-07 09:30:00", Permit()));
        life.When(Take("2020-07-08 09:30:00", Revoked, LaterBatch));
    }
}
