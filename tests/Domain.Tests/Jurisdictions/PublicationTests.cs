using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Tests.Jurisdictions;

/// <summary>What is published, only collected, or not collected (P1, P2, C13).</summary>
public sealed class PublicationTests
{
    [Theory]
    [InlineData("xinhui")]
    [InlineData("chongqing")]
    [InlineData("fujian")]
    [InlineData("hunan")]
    [InlineData("national")]
    public void PublicationOf_SimpleProcedurePenalty_IsPublishedWhereTheDocumentDoesNotDistinguish(string id) =>
        Assert.Equal(Exposure.Published, Of(id, "penalty", null, "简易程序"));

    [Theory]
    [InlineData("xinhui")]
    [InlineData("jieshou")]
    [InlineData("chongqing")]
    [InlineData("fujian")]
    [InlineData("hunan")]
    [InlineData("national")]
    public void PublicationOf_CommonItems_IsPublishedEverywhere(string id) =>
        Assert.All(
            ["register", "permit", "penalty", "inspection", "abnormal", "serious"],
            item => Assert.Equal(Exposure.Published, Of(id, item)));

    [Theory]
    [InlineData("commendation", "xinhui", Exposure.CollectedOnly)]
    [InlineData("commendation", "jieshou", Exposure.CollectedOnly)]
    [InlineData("commendation", "chongqing", Exposure.Published)]
    [InlineData("small-enterprise", "xinhui", Exposure.Published)]
    [InlineData("small-enterprise", "chongqing", Exposure.Published)]
    [InlineData("small-enterprise", "jieshou", Exposure.CollectedOnly)]
    [InlineData("judicial", "jieshou", Exposure.Published)]
    [InlineData("judicial", "chongqing", Exposure.Published)]
    [InlineData("judicial", "national", Exposure.CollectedOnly)]
    public void PublicationOf_ItemsThatDiffer_FollowTheDocument(string item, string id, Exposure expected) =>
        Assert.Equal(expected, Of(id, item));

    [Theory]
    [InlineData("statistics-inspection")]
    [InlineData("statistics-annual-report")]
    public void PublicationOf_StatisticsInFujian_IsNotCollectedWhateverTheItem(string category)
    {
        PublicationRule rule = JurisdictionProfiles.Default.Get("fujian").PublicationOf("inspection", category, null);

        Assert.Equal((Exposure.NotCollected, "三"), (rule.Exposure, rule.Article));
        Assert.Contains("除外", rule.Source.Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("enforcement")]
    [InlineData("levy")]
    [InlineData("judgment")]
    [InlineData("arrears")]
    public void PublicationOf_ProvidedKindsOutsideChongqingsOpenList_IsCollectedOnly(string category)
    {
        PublicationRule rule = JurisdictionProfiles.Default.Get("chongqing").PublicationOf("other", category, null);

        Assert.Equal((Exposure.CollectedOnly, "三(二)", true), (rule.Exposure, rule.Article, rule.Source.Inferred));
    }

    [Theory]
    [InlineData("xinhui")]
    [InlineData("jieshou")]
    [InlineData("chongqing")]
    [InlineData("fujian")]
    [InlineData("hunan")]
    [InlineData("national")]
    public void PublicationOf_AnythingUnnamed_IsCollectedOnlyAndInferred(string id)
    {
        PublicationRule rule = JurisdictionProfiles.Default.Get(id).PublicationOf("something-new", null, null);

        Assert.Equal((Exposure.CollectedOnly, true), (rule.Exposure, rule.Source.Inferred));
        Assert.Equal(Exposure.Published, Of(id, "something-new", "statutory-public"));
    }

    [Theory]
    [InlineData("jieshou", true)]
    [InlineData("xinhui", false)]
    public void BindsCollection_OfCollectedOnly_DependsOnScope(string id, bool expected)
    {
        JurisdictionProfile profile = JurisdictionProfiles.Default.Get(id);

        Assert.Equal(expected, profile.BindsCollection(profile.PublicationOf("commendation", null, null)));
        Assert.True(profile.BindsCollection(profile.PublicationOf("permit", null, null)));
    }

    [Fact]
    public void BindsCollection_OfNotCollected_IsFalse()
    {
        JurisdictionProfile fujian = JurisdictionProfiles.Default.Get("fujian");

        Assert.False(fujian.BindsCollection(fujian.PublicationOf("x", "statistics-annual-report", null)));
    }

    private static Exposure Of(string id, string item, string? category = null, string? procedure = null) =>
        JurisdictionProfiles.Default.Get(id).PublicationOf(item, category, procedure).Exposure;
}
