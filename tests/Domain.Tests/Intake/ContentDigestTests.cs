using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Intake;

public class ContentDigestTests
{
    private static readonly RecordContent Content = new(
        "permit", new Dictionary<string, string> { ["A"] = "1", ["B"] = "2" }, new Dictionary<string, string>(), new SubjectKey("C", null, "N"), "W",
        new DateOnly(2020, 7, 1), ContentStatus.Valid, UseScope.Public, null, null, null);

    public static TheoryData<RecordContent> Others =>
    [
        Content with { Item = "penalty" },
        Content with { Fields = new Dictionary<string, string> { ["A"] = "12", ["B"] = "" } },
        Content with { Fields = new Dictionary<string, string> { ["A"] = "1" }, Personal = new Dictionary<string, string> { ["B"] = "2" } },
        Content with { Subject = new SubjectKey(null, "C", "N") },
        Content with { DocumentNumber = null },
        Content with { DocumentNumber = "" },
        Content with { GeneratedOn = new DateOnly(2020, 7, 2) },
        Content with { Status = ContentStatus.Revoked },
        Content with { Scope = UseScope.GovernmentOnly },
        Content with { SecrecyReviewed = false },
        Content with { Procedure = "简易程序" },
    ];

    [Fact]
    public void Of_SameContentInOtherOrder_IsTheSame() =>
        Assert.Equal(ContentDigest.Of(Content), ContentDigest.Of(Content with { Fields = new Dictionary<string, string> { ["B"] = "2", ["A"] = "1" } }));

    [Fact]
    public void Of_WhatItMends_IsNoContent() => Assert.Equal(ContentDigest.Of(Content), ContentDigest.Of(Content with { Mends = "r-1" }));

    [Fact]
    public void Of_Content_NeverChangesItsBytes() =>
        Assert.Matches("^[0-9a-f]{64}$", ContentDigest.Of(Content));

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public void Of_OtherContent_IsOther(RecordContent other) => Assert.NotEqual(ContentDigest.Of(Content), ContentDigest.Of(other));
}
