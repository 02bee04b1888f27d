using EntCredit.Domain.Departments;
using EntCredit.Domain.Records;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Records;

/// <summary>What holds a publishable record back: the secrecy review (P3: 要建立健全保密及安全审查机制), and a subject that the register does not know.</summary>
public sealed class ReleaseTests
{
    private readonly RecordLife life = new();

    [Theory]
    [InlineData("jieshou", DepartmentLevel.County, null, null, RecordPhase.HeldForReview)]
    [InlineData("jieshou", DepartmentLevel.County, true, null, RecordPhase.Collected)]
    [InlineData("jieshou", DepartmentLevel.County, null, true, RecordPhase.Collected)]
    [InlineData("jieshou", DepartmentLevel.County, null, false, RecordPhase.HeldForReview)]
    // What the row says goes before what its upload says.
    [InlineData("jieshou", DepartmentLevel.County, false, true, RecordPhase.HeldForReview)]
    [InlineData("jieshou", DepartmentLevel.County, true, false, RecordPhase.Collected)]
    // 中直、省直驻区有关单位……严格区分涉密信息和非涉密信息: the county's own departments need not declare it.
    [InlineData("xinhui", DepartmentLevel.County, null, null, RecordPhase.Collected)]
    [InlineData("xinhui", DepartmentLevel.Township, null, null, RecordPhase.Collected)]
    [InlineData("xinhui", DepartmentLevel.Province, null, null, RecordPhase.HeldForReview)]
    [InlineData("xinhui", DepartmentLevel.Central, null, null, RecordPhase.HeldForReview)]
    [InlineData("xinhui", DepartmentLevel.Central, null, true, RecordPhase.Collected)]
    [InlineData("xinhui", DepartmentLevel.County, false, null, RecordPhase.HeldForReview)]
    [InlineData("hunan", DepartmentLevel.Province, null, null, RecordPhase.Collected)]
    [InlineData("national", DepartmentLevel.County, null, null, RecordPhase.HeldForReview)]
    public void Take_Declaration_ByColumnThenUploadThenProfile(
        string profile, DepartmentLevel level, bool? column, bool? upload, RecordPhase phase)
    {
        var there = new RecordLife(profile);

        there.When(Take("2020-07-07 09:30:00", Permit(reviewed: column), declared: upload, level: level));

        Assert.Equal(phase, there.Phase);
        // The period runs all the same.
        Assert.Equal("2020-08-03", there.Due("T2"));
    }

    [Fact]
    public void DeclareReviewed_HeldRecord_IsReleasedAndPublished()
    {
        life.When(Take("2020-07-07 09:30:00", Permit(reviewed: null)));
        Assert.Equal(RecordErrors.NotPublishable, life.Impossible(new RecordCommand.Publish(At("2020-07-08 09:00:00"))));

        var reviewed = Assert.IsType<RecordEvent.SecrecyReviewed>(Assert.Single(life.When(new RecordCommand.DeclareReviewed(At("2020-07-09 09:00:00"), Provider))));
        Assert.Equal((Provider, RecordPhase.Collected), (reviewed.By, life.Phase));

        life.When(new RecordCommand.Publish(At("2020-07-09 09:00:01")));
        Assert.Equal(RecordPhase.Published, life.Phase);
    }

    [Fact]
    public void DeclareReviewed_ByAnother_IsNotTheirs()
    {
        life.When(Take("2020-07-07 09:30:00", Permit(reviewed: null)));

        Assert.Equal(RecordErrors.NotProvider, life.Impossible(new RecordCommand.DeclareReviewed(At("2020-07-09 09:00:00"), MarketSupervision)));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(null, true)]
    public void Take_HeldRecordAgainWithTheDeclaration_IsReleased(bool? column, bool? upload)
    {
        life.When(Take("2020-07-07 09:30:00", Permit(reviewed: null)));

        var events = life.When(Take("2020-07-09 09:30:00", Permit(reviewed: column), LaterBatch, declared: upload));

        Assert.IsType<RecordEvent.SecrecyReviewed>(events[^1]);
        Assert.Equal(RecordPhase.Collected, life.Phase);
    }

    [Fact]
    public void Take_NotYetPublicAgainWithReviewNotDone_IsHeld()
    {
        life.When(Take("2020-07-07 09:30:00", Permit(), registered: false));

        life.When(Take("2020-07-08 09:30:00", Permit(reviewed: false), LaterBatch));
        Assert.Equal(RecordPhase.HeldForReview, life.Phase);

        life.When(new RecordCommand.Join(At("2020-07-09 09:00:00")));
        Assert.Equal(RecordErrors.NotPublishable, life.Impossible(new RecordCommand.Publish(At("2020-07-09 09:00:01"))));
    }

    [Fact]
    public void Join_ParkedRecord_IsCollectedThenPublished()
    {
        life.When(Take("2020-07-07 09:30:00", Permit(), registered: false));
        Assert.Equal((RecordPhase.Parked, true), (life.Phase, life.State.AwaitsSubject));
        Assert.Equal(RecordErrors.NotPublishable, life.Impossible(new RecordCommand.Publish(At("2020-07-08 09:00:00"))));

        Assert.IsType<RecordEvent.Joined>(Assert.Single(life.When(new RecordCommand.Join(At("2020-07-10 09:00:00")))));
        Assert.Equal((RecordPhase.Collected, false), (life.Phase, life.State.AwaitsSubject));

        Assert.Equal(["T2 Met"], Closed(life.When(new RecordCommand.Publish(At("2020-07-10 09:00:01")))[0]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void HeldAndUnregistered_WhicheverComesFirst_BothAreNeeded(bool joinFirst)
    {
        life.When(Take("2020-07-07 09:30:00", Permit(reviewed: null), registered: false));
        Assert.Equal(RecordPhase.HeldForReview, life.Phase);
        RecordCommand join = new RecordCommand.Join(At("2020-07-08 09:00:00"));
        RecordCommand review = new RecordCommand.DeclareReviewed(At("2020-07-08 09:00:00"), Provider);

        life.When(joinFirst ? join : review);
        Assert.Equal(joinFirst ? RecordPhase.HeldForReview : RecordPhase.Parked, life.Phase);

        life.When(joinFirst ? review : join);
        Assert.Equal(RecordPhase.Collected, life.Phase);
    }
}
