using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Sharing;

namespace EntCredit.Domain.Tests.Sharing;

/// <summary>P4, P5: what of a record is there for whom.</summary>
public sealed class RecordSharingTests
{
    private static readonly RecordReader Neighbour = new("jieshou-fgw", "jieshou", false, false, false, []);
    private static readonly RecordReader Provider = Neighbour with { Department = "jieshou-housing" };
    private static readonly RecordReader Market = Neighbour with { Department = "jieshou-scjg", Publishes = true };
    private static readonly RecordReader Auditor = Neighbour with { Department = "jieshou-audit", Supervises = true };
    private static readonly RecordReader Stranger = Neighbour with { Department = "hunan-fgw", Jurisdiction = "hunan" };
    private static readonly RecordReader MarketAbroad = Market with { Department = "hunan-aic", Jurisdiction = "hunan", Supervises = true, Everywhere = true };

    [Theory]
    [InlineData(RecordPhase.Published, UseScope.Public, RecordSight.Content, RecordSight.Content, RecordSight.Whole)]
    [InlineData(RecordPhase.Collected, UseScope.Public, RecordSight.Content, RecordSight.Nothing, RecordSight.Whole)]
    [InlineData(RecordPhase.Parked, UseScope.GovernmentOnly, RecordSight.Content, RecordSight.Nothing, RecordSight.Whole)]
    [InlineData(RecordPhase.CollectedOnly, UseScope.GovernmentOnly, RecordSight.Content, RecordSight.Nothing, RecordSight.Whole)]
    [InlineData(RecordPhase.CollectedOnly, UseScope.OnAuthorization, RecordSight.Nothing, RecordSight.Nothing, RecordSight.State)]
    [InlineData(RecordPhase.HeldForReview, UseScope.Public, RecordSight.Nothing, RecordSight.Nothing, RecordSight.State)]
    [InlineData(RecordPhase.AwaitingCorrection, UseScope.Public, RecordSight.Nothing, RecordSight.Nothing, RecordSight.State)]
    [InlineData(RecordPhase.Withdrawn, UseScope.Public, RecordSight.Nothing, RecordSight.Nothing, RecordSight.State)]
    [InlineData(RecordPhase.Expired, UseScope.Public, RecordSight.Nothing, RecordSight.Nothing, RecordSight.State)]
    [InlineData(RecordPhase.Suspended, UseScope.Public, RecordSight.Mark, RecordSight.Mark, RecordSight.State)]
    public void Of_ARecord_IsAsMuchAsTheReadersOfficeGives(RecordPhase phase, UseScope scope, RecordSight neighbour, RecordSight stranger, RecordSight auditor)
    {
        var record = Record(phase, scope);
        Assert.Equal((RecordSight.Whole, RecordSight.Whole), (RecordSharing.Of(Provider, record), RecordSharing.Of(Market, record)));
        Assert.Equal((neighbour, stranger, auditor), (RecordSharing.Of(Neighbour, record), RecordSharing.Of(Stranger, record), RecordSharing.Of(Auditor, record)));
    }

    [Fact]
    public void Of_HiddenBeforeThePublicSawIt_LeavesNoMark() =>
        Assert.Equal(RecordSight.Nothing, RecordSharing.Of(Neighbour, Record(RecordPhase.Suspended, UseScope.Public) with { Shown = false }));

    [Fact]
    public void Of_WhatTheCatalogueKeepsInternal_IsNotShared() =>
        Assert.Equal(RecordSight.Nothing, RecordSharing.Of(Neighbour, Record(RecordPhase.CollectedOnly, UseScope.Public) with { Disclosure = Disclosure.Internal }));

    [Fact]
    public void Of_AnotherJurisdictionsOperator_SeesTheStateAlone() =>
        Assert.Equal(RecordSight.State, RecordSharing.Of(MarketAbroad, Record(RecordPhase.CollectedOnly, UseScope.GovernmentOnly)));

    [Theory]
    [InlineData("jieshou-housing", false, RecordSight.Content)]
    [InlineData("jieshou-registrar", false, RecordSight.Nothing)]
    [InlineData("jieshou-scjg", true, RecordSight.Content)]
    public void Of_WhatWasConsentedTo_IsThereFromItsGiverOrItsJurisdiction(string by, bool market, RecordSight expected)
    {
        var consent = new ConsentEvent.Given(default, by, market, "jieshou", Stranger.Department, "subject-1", "招标审核", "1号", new DateOnly(2026, 6, 30));
        var reader = Stranger with { Consents = [consent] };
        Assert.Equal(expected, RecordSharing.Of(reader, Record(RecordPhase.CollectedOnly, UseScope.OnAuthorization)));
        Assert.Equal(RecordSight.Nothing, RecordSharing.Of(reader, Record(RecordPhase.HeldForReview, UseScope.Public)));
    }

    private static SharedRecord Record(RecordPhase phase, UseScope scope) => new(
        "jieshou-housing",
        "jieshou",
        phase,
        new RecordContent(
            "penalty", new Dictionary<string, string>(), new Dictionary<string, string>(), new SubjectKey(null, null, "某某样例有限公司"), null, null, ContentStatus.Valid, scope, null, null, null),
        Disclosure.Published,
        true);
}
