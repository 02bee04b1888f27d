using EntCredit.Domain.Departments;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Records;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Records;

/// <summary>C9: one fact by two doors is one fact. The channel that the document names first counts, the other copy is kept as evidence.</summary>
public sealed class ChannelTests
{
    private const string Post = "api-0f6c2a6a3f2d0e2b5a1c7d9e", LaterPost = "api-aaaaaaaaaaaaaaaaaaaaaaaa";
    private static readonly RecordContent Other = Permit() with { Fields = new Dictionary<string, string> { ["XK_NR"] = "建筑工程施工总承包二级" } };

    private readonly RecordLife life = new();

    [Fact]
    public void Take_SameContentByAnotherDoor_IsADuplicateKeptOnce()
    {
        life.When(Take("2020-07-07 09:30:00", Permit(), Post));

        var kept = Assert.IsType<RecordEvent.EvidenceKept>(Assert.Single(life.When(Take("2020-07-08 09:30:00", Permit(), LaterBatch))));

        Assert.Equal((Provider, LaterBatch, 7, "direct-entry", ContentDigest.Of(Permit())), (kept.By, kept.Batch, kept.Line, kept.Channel, kept.Digest));
        Assert.Null(kept.Content);
        Assert.Empty(life.When(Take("2020-07-09 09:30:00", Permit(), "20200709013000-0000000000")));
        Assert.Empty(life.When(Take("2020-07-09 09:30:00", Permit(), LaterPost)));
        Assert.Equal((RecordPhase.Collected, Post), (life.Phase, life.State.Origin!.Batch));
    }

    [Fact]
    public void Take_JieshouPermitOtherContentByALesserChannel_IsKeptAndCorrectsNothing()
    {
        life.When(Take("2020-07-07 09:30:00", Permit(), Post));
        var take = Take("2020-07-08 09:30:00", Other, LaterBatch);

        Assert.Equal("市信用平台数据接口", ChannelAuthority.Outranking(take, life.State, life.Rules)?.Name);
        var kept = Assert.IsType<RecordEvent.EvidenceKept>(Assert.Single(life.When(take)));

        Assert.Equal("建筑工程施工总承包二级", kept.Content!.Fields["XK_NR"]);
        Assert.Equal(("建筑工程施工总承包三级", null), (life.State.Content!.Fields["XK_NR"], life.State.CorrectedAt));
        Assert.NotNull(ChannelAuthority.Outranking(take, life.State, life.Rules));
    }

    [Fact]
    public void Take_WithdrawalByALesserChannel_IsKeptAndWithdrawsNothing()
    {
        life.When(Take("2020-07-07 09:30:00", Permit(), Post));

        Assert.IsType<RecordEvent.EvidenceKept>(Assert.Single(life.When(Take("2020-07-08 09:30:00", Permit() with { Status = ContentStatus.Revoked }, LaterBatch))));

        Assert.Equal(RecordPhase.Collected, life.Phase);
    }

    [Fact]
    public void Take_OtherContentByAMoreAuthoritativeChannel_Corrects()
    {
        life.When(Take("2020-07-07 09:30:00", Permit()));

        Assert.IsType<RecordEvent.Corrected>(Assert.Single(life.When(Take("2020-07-08 09:30:00", Other, Post))));
        Assert.IsType<RecordEvent.EvidenceKept>(Assert.Single(life.When(Take("2020-07-09 09:30:00", Permit(), LaterBatch))));
    }

    [Fact]
    public void Take_OtherContentByTheSameChannelDeclaredForAFile_Corrects()
    {
        life.When(Take("2020-07-07 09:30:00", Permit(), Post));

        var corrected = Assert.IsType<RecordEvent.Corrected>(
            Assert.Single(life.When(Take("2020-07-08 09:30:00", Other, LaterBatch) with { Channel = "credit-platform" })));

        Assert.Equal(("credit-platform", "credit-platform"), (corrected.Channel, life.State.Channel));
        Assert.IsType<RecordEvent.Corrected>(Assert.Single(life.When(Take("2020-07-09 09:30:00", Permit(), LaterPost))));
    }

    [Fact]
    public void Take_ContentThatTheFirstChannelConfirmed_IsItsContentFromThenOn()
    {
        life.When(Take("2020-07-07 09:30:00", Permit()));
        life.When(Take("2020-07-08 09:30:00", Permit(), Post));

        Assert.IsType<RecordEvent.EvidenceKept>(Assert.Single(life.When(Take("2020-07-09 09:30:00", Other, LaterBatch))));
    }

    [Fact]
    public void Take_WhatACaseCorrected_IsOfNoChannel()
    {
        life.When(Take("2020-07-07 09:30:00", Permit(), Post));
        life.When(new RecordCommand.Amend(At("2020-07-08 09:30:00"), MarketSupervision, "correction-1", Other, ContentDigest.Of(Other)));

        Assert.IsType<RecordEvent.Corrected>(Assert.Single(life.When(Take("2020-07-09 09:30:00", Permit(), LaterBatch))));
    }

    [Fact]
    public void Take_WithAPersonsNumber_KeepsItApartFromTheContent()
    {
        life.When(Take("2020-07-07 09:30:00", Permit(), Post));
        var personal = new Dictionary<string, string> { ["XK_ZJHM"] = "1" };

        var kept = (RecordEvent.EvidenceKept)Assert.Single(life.When(Take("2020-07-08 09:30:00", Other with { Personal = personal }, LaterBatch)));

        Assert.Equal(personal, kept.Personal);
        Assert.Empty(kept.Content!.Personal);
    }

    // Which of a file and a post goes first is the document's to say: Chongqing collects permits by its own system first, Fujian knows no file at all.
    [Theory]
    [InlineData("jieshou", DepartmentLevel.County, "direct-entry", "credit-platform", true, false)]
    [InlineData("xinhui", DepartmentLevel.County, "direct-report", "provincial-sharing-platform", true, false)]
    [InlineData("hunan", DepartmentLevel.County, "subsystem-entry", "system-docking", true, false)]
    [InlineData("chongqing", DepartmentLevel.Province, "enterprise-credit-system", "online-approval-platform", false, true)]
    [InlineData("fujian", DepartmentLevel.City, null, "sharing-platform", false, false)]
    public void Take_OtherContent_IsKeptWhereTheDocumentPutsTheOtherChannelFirst(
        string profile, DepartmentLevel level, string? file, string post, bool postFirst, bool fileFirst)
    {
        Assert.Equal((file, post), (DefaultOf(ChannelMode.BatchFile), DefaultOf(ChannelMode.Interface)));
        Assert.Equal(postFirst, IsKept(Post, Batch));
        Assert.Equal(fileFirst, IsKept(Batch, Post));

        string? DefaultOf(ChannelMode door) => JurisdictionProfiles.Default.Get(profile).ChannelOf(door, "permit", level)?.Id;

        bool IsKept(string first, string then)
        {
            var lived = new RecordLife(profile);
            lived.When(Take("2020-07-07 09:30:00", Permit(), first, level: level));
            return lived.When(Take("2020-07-08 09:30:00", Other, then, level: level)).Single() is RecordEvent.EvidenceKept;
        }
    }
}
