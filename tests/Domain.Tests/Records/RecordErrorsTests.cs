using EntCredit.Domain.Records;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Records;

public sealed class RecordErrorsTests
{
    public static TheoryData<RecordCommand> Later { get; } = new()
    {
        new RecordCommand.DeclareReviewed(At("2020-07-08 00:00:00"), Provider),
        new RecordCommand.Join(At("2020-07-08 00:00:00")),
        new RecordCommand.Publish(At("2020-07-08 00:00:00")),
        new RecordCommand.Withdraw(At("2020-07-08 00:00:00"), Provider, "x"),
        new RecordCommand.Remind(At("2020-07-08 00:00:00"), "T1"),
        new RecordCommand.NoteOverdue(At("2020-07-08 00:00:00")),
    };

    [Theory, MemberData(nameof(Later), DisableDiscoveryEnumeration = true)]
    public void Decide_OfAnUnknownRecord_IsAnError(RecordCommand command)
    {
        var life = new RecordLife();

        Assert.Equal(RecordErrors.Unknown, life.Impossible(command));
        Assert.Equal(RecordPhase.Unknown, life.Phase);
    }

    [Fact]
    public void All_NumbersAreDistinctAndSpokenInChinese()
    {
        Assert.Equal(["EC4001", "EC4002", "EC4003", "EC4004", "EC4005", "EC4006", "EC4007"], RecordErrors.All.Select(error => error.Code));
        Assert.All(RecordErrors.All, error => Assert.Contains(error.Describe(), letter => letter >= '\u4e00'));
    }
}
