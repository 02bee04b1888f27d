using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Tests.Subjects;

public sealed class OrganizationCodeTests
{
    [Theory]
    [InlineData("MA2N0001X", "MA2N0001X")]
    [InlineData("ma2n0001-x", "MA2N0001X")]
    [InlineData("ＭＡ２Ｎ０００１-Ｘ", "MA2N0001X")]
    [InlineData("MA2N00011", null)]
    [InlineData("MA2N0001", null)]
    [InlineData("ABCDEFGHI", null)]
    [InlineData("组织机构代码甲乙丙", null)]
    public void Read_WhatAClerkTyped_IsTheCodeOrNone(string text, string? code) => Assert.Equal(code, OrganizationCode.Read(text));

    [Fact]
    public void LookupsOf_CreditCode_FindsWhoWasKnownByItsOrganisationCodeAlone()
    {
        var older = SubjectDecider.AliasesOf(new SubjectKey(null, "MA2N0001X", null));
        Assert.Contains(Assert.Single(older), SubjectDecider.LookupsOf(new SubjectKey("91349999MA2N0001XN", null, null)));
        Assert.DoesNotContain(older[0], SubjectDecider.AliasesOf(new SubjectKey("91349999MA2N0001XN", null, null)));
    }

    [Theory]
    [InlineData("MA2N0001-X", true)]
    [InlineData("MA2N0001-1", false)]
    public void Read_RowWithAnOrganisationCodeOnly_IsTakenWhereItIsValid(string code, bool taken)
    {
        var item = ResourceCatalogue.Default.Find("penalty")!;
        string[] header = ["行政相对人名称", "行政相对人代码_1 (统一社会信用代码)", "行政相对人代码_2 (组织机构代码)", "行政处罚决定书文号", "处罚决定日期"];
        var reading = RowReader.Read(item, HeaderMapper.Map(item, header), new SourceRow(2, ["甲公司", "", code, "一号", "2020-07-01"]), new DateOnly(2020, 7, 10));
        Assert.Equal(taken, reading.Accepted);
        Assert.Contains(reading.Findings, finding => finding.Code == (taken ? "EC2115" : "EC2301"));
        Assert.Equal(taken ? "MA2N0001X" : null, reading.Content.Subject.RegistrationNumber);
    }
}
