using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Tests.Jurisdictions;

/// <summary>What arose before a profile's first day (T4, T5, A15, A35).</summary>
public sealed class BacklogTests
{
    private static readonly DateOnly Ancient = new(2009, 5, 4);
    private static readonly DateOnly FirstDay = new(2014, 10, 1);
    private static readonly DateOnly DayBefore = new(2014, 9, 30);

    [Theory]
    [InlineData("national", 2014, 10, 1, false)]
    [InlineData("xinhui", 2016, 11, 28, true)]
    [InlineData("jieshou", 2020, 6, 28, true)]
    [InlineData("chongqing", 2016, 8, 26, true)]
    [InlineData("fujian", 2016, 12, 23, true)]
    [InlineData("hunan", 2016, 11, 11, false)]
    public void HoldsFrom_IsTheDocumentsDay(string id, int year, int month, int day, bool inferred)
    {
        JurisdictionProfile profile = JurisdictionProfiles.Default.Get(id);
        DateOnly first = new(year, month, day);

        Assert.Equal((first, inferred), (profile.HoldsFrom, profile.HoldsFromSource.Inferred));
        Assert.False(profile.IsBacklog(first));
        Assert.True(profile.IsBacklog(first.AddDays(-1)));
    }

    [Fact]
    public void BacklogFor_JieshouPermitStillInForce_IsOwedWhateverItsAge()
    {
        Assert.Equal("in-force", Jieshou("permit", null, Ancient, null));
        Assert.Equal("in-force", Jieshou("permit", null, Ancient, new DateOnly(2020, 6, 28)));
        Assert.Null(Jieshou("permit", null, Ancient, new DateOnly(2020, 6, 27)));
        Assert.Null(Jieshou("permit", null, FirstDay, new DateOnly(2020, 6, 27)));
    }

    [Fact]
    public void BacklogFor_JieshouPenalty_IsOwedFromTheCutOffDayItself()
    {
        Assert.Equal("penalties-and-enforcement", Jieshou("penalty", null, FirstDay, new DateOnly(2015, 1, 1)));
        Assert.Equal("penalties-and-enforcement", Jieshou("other", "enforcement", FirstDay, null));
        Assert.Null(Jieshou("penalty", null, DayBefore, null));
    }

    [Fact]
    public void BacklogFor_JieshouOtherInformation_IsOwedWhereValid()
    {
        Assert.Equal("other-valid", Jieshou("commendation", null, FirstDay, null));
        Assert.Null(Jieshou("commendation", null, FirstDay, new DateOnly(2019, 12, 31)));
    }

    [Fact]
    public void BacklogFor_WhatAroseOnTheFirstDay_IsNoBacklog() => Assert.Null(Jieshou("permit", null, new DateOnly(2020, 6, 28), null));

    [Fact]
    public void BacklogFor_Chongqing_IsLoadingOfWhatWasProvided()
    {
        JurisdictionProfile chongqing = JurisdictionProfiles.Default.Get("chongqing");

        BacklogRule rule = chongqing.BacklogFor("penalty", null, FirstDay, null)!;

        Assert.Equal((new DateOnly(2016, 8, 31), true), (rule.DueOn, rule.AlreadyProvided));
        Assert.Null(chongqing.BacklogFor("penalty", null, DayBefore, null));
        Assert.Null(chongqing.BacklogFor("register", null, FirstDay, null));
    }

    [Theory]
    [InlineData("xinhui")]
    [InlineData("fujian")]
    [InlineData("hunan")]
    [InlineData("national")]
    public void BacklogFor_DocumentsWithoutBacklogRules_IsNothing(string id) =>
        Assert.Null(JurisdictionProfiles.Default.Get(id).BacklogFor("permit", null, Ancient, null));

    private static string? Jieshou(string item, string? category, DateOnly generatedOn, DateOnly? validUntil) =>
        JurisdictionProfiles.Default.Get("jieshou").BacklogFor(item, category, generatedOn, validUntil)?.Id;
}
