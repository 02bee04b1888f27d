using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Records;

/// <summary>P9: 发现本部门提供的信息存在变更、失效、错误的,应及时予以更正并将更正结果归集至监管平台,其中依法应公示的信息,通过公示系统向社会公示 (五(七)).</summary>
public sealed class CorrectionTests
{
    private static readonly RecordContent Other = Permit() with { Fields = new Dictionary<string, string> { ["XK_NR"] = "建筑工程施工总承包二级" } };

    private readonly RecordLife life = new();

    [Fact]
    public void Take_PublishedAgainWithOtherContent_IsCorrectedAndStaysPublic()
    {
        Published();

        var corrected = Assert.IsType<RecordEvent.Corrected>(Assert.Single(life.When(Take("2020-07-20 09:30:00", Other, LaterBatch))));

        Assert.Equal((Provider, LaterBatch, ContentDigest.Of(Other)), (corrected.By, corrected.Batch, corrected.Digest));
        Assert.Null(corrected.Publicity);
        Assert.Equal(RecordPhase.Published, life.Phase);
        Assert.Equal((Other.Fields["XK_NR"], At("2020-07-20 09:30:00")), (life.State.Content!.Fields["XK_NR"], life.State.CorrectedAt));
        Assert.Equal(At("2020-07-07 09:31:00"), life.State.PublishedAt);
        Assert.Equal(Origin(), life.State.Origin);
    }

    [Fact]
    public void Take_PublishedAgainWithTheSameContent_GivesNothing()
    {
        Published();

        Assert.Empty(life.When(Take("2020-07-20 09:30:00", Permit(), LaterBatch)));
    }

    [Fact]
    public void Take_BackToTheFirstContent_IsAnotherCorrection()
    {
        Published();
        life.When(Take("2020-07-20 09:30:00", Other, LaterBatch));

        Assert.IsType<RecordEvent.Corrected>(Assert.Single(life.When(Take("2020-07-21 09:30:00", Permit(), LaterBatch))));
    }

    [Fact]
    public void Take_NotYetPublishedAgainWithAnotherDay_LeavesThePublicationsDay()
    {
        life.When(Take("2020-07-07 09:30:00", Permit()));

        life.When(Take("2020-07-08 09:30:00", Permit("2020-07-07"), LaterBatch));

        Assert.Equal("2020-08-03", life.Due("T2"));
    }

    [Fact]
    public void Take_PersonalDataOfACorrection_LiesApartFromTheContent()
    {
        Published();
        var content = Permit() with { Personal = new Dictionary<string, string> { ["XK_FRDBZH"] = "110101199003070000" } };

        var corrected = Assert.IsType<RecordEvent.Corrected>(Assert.Single(life.When(Take("2020-07-20 09:30:00", content, LaterBatch))));

        Assert.Empty(corrected.Content.Personal);
        Assert.Equal(content.Personal, corrected.Personal);
    }

    [Fact]
    public void Take_AnotherDepartmentsRecord_IsNotTheirs()
    {
        Published();

        Assert.Equal(RecordErrors.NotProvider, life.Impossible(Take("2020-07-20 09:30:00", Other, provider: "tax")));
        Assert.Equal(
            RecordErrors.NotProvider,
            life.Impossible(Take("2020-07-20 09:30:00", Other with { Status = ContentStatus.Revoked }, provider: "tax")));
    }

    [Fact]
    public void Take_CorrectedWithoutADay_IsAnErrorAndNoException()
    {
        Published();

        Assert.Equal(RecordErrors.Undated, life.Impossible(Take("2020-07-20 09:30:00", Permit(null), LaterBatch)));
    }

    [Theory]
    [InlineData(UseScope.GovernmentOnly)]
    [InlineData(UseScope.OnAuthorization)]
    public void Take_PublishedAgainWithANarrowerScope_LeavesThePublic(UseScope scope)
    {
        Published();

        var corrected = Assert.IsType<RecordEvent.Corrected>(Assert.Single(life.When(Take("2020-07-20 09:30:00", Permit() with { Scope = scope }, LaterBatch))));

        Assert.Equal(Publicity.CollectedOnly, corrected.Publicity);
        Assert.Equal((RecordPhase.CollectedOnly, null), (life.Phase, life.State.PublishedAt));
        Assert.Equal(RecordErrors.NotPublishable, life.Impossible(new RecordCommand.Publish(At("2020-07-20 09:31:00"))));
    }

    [Fact]
    public void Take_UnpublishedPenaltyCorrectedToTheSimpleProcedure_OwesNoPublication()
    {
        life.When(Take("2020-07-07 09:30:00", Penalty() with { SecrecyReviewed = null }));

        var corrected = life.When(Take("2020-07-20 09:30:00", Penalty("简易程序") with { SecrecyReviewed = null }, LaterBatch))[0];

        Assert.Equal(["T2 Cancelled not-public"], Closed(corrected));
        Assert.Equal(RecordPhase.CollectedOnly, life.Phase);
        Assert.Empty(life.State.OpenDuties);
    }

    [Theory]
    [InlineData("2020-07-20 09:30:00", "2020-08-04 00:00:00", "T2 Late")]
    [InlineData("2020-07-20 09:30:00", "2020-08-03 23:59:59", "T2 Met")]
    // A2: what was declared public only after the last day could not be published in time.
    [InlineData("2020-08-04 00:00:00", "2020-08-04 00:00:01", "T2 Late upstream-late")]
    public void Take_PenaltyCorrectedToTheGeneralProcedure_OwesPublicationFromItsDay(string moment, string published, string closed)
    {
        life.When(Take("2020-07-07 09:30:00", Penalty("简易程序")));

        var corrected = Assert.IsType<RecordEvent.Corrected>(life.When(Take(moment, Penalty(), LaterBatch))[0]);

        Assert.Equal(Publicity.Published, corrected.Publicity);
        Assert.Equal(["T2 scjg 2020-08-03"], Opened(corrected));
        Assert.Equal([closed], Closed(life.When(new RecordCommand.Publish(At(published)))[0]));
        Assert.Equal(RecordPhase.Published, life.Phase);
    }

    [Fact]
    public void Take_MadePublicWithTheReviewDone_IsReleasedAtOnce()
    {
        life.When(Take("2020-07-07 09:30:00", Penalty("简易程序") with { SecrecyReviewed = null }));

        var events = life.When(Take("2020-07-20 09:30:00", Penalty(), LaterBatch));

        Assert.Equal([typeof(RecordEvent.Corrected), typeof(RecordEvent.SecrecyReviewed)], events.Select(happened => happened.GetType()));
        Assert.Equal(RecordPhase.Collected, life.Phase);
    }

    [Fact]
    public void Take_NarrowedAndWidenedAgain_OwesPublicationAnewAndIsNotedAnew()
    {
        life.When(Take("2020-07-07 09:30:00", Permit(reviewed: null)));
        life.When(new RecordCommand.NoteOverdue(At("2020-08-04 00:00:00")));
        life.When(Take("2020-08-05 09:30:00", Permit(reviewed: null) with { Scope = UseScope.GovernmentOnly }, LaterBatch));
        Assert.Empty(life.When(new RecordCommand.NoteOverdue(At("2020-08-06 00:00:00"))));

        life.When(Take("2020-08-07 09:30:00", Permit(reviewed: null), LaterBatch));

        Assert.Equal(RecordPhase.HeldForReview, life.Phase);
        Assert.Single(life.When(new RecordCommand.NoteOverdue(At("2020-08-08 00:00:00"))));
    }

    private void Published()
    {
        life.When(Take("2020-07-07 09:30:00", Permit()));
        life.When(new RecordCommand.Publish(At("2020-07-07 09:31:00")));
    }
}
