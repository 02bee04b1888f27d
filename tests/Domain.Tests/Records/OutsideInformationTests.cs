using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Records;

/// <summary>C6, A32: 通过其他途径交换至我市行政机关的,由相应行政机关参照本单位产生的信息进行归集 (四): T1 starts when the local authority receives it.</summary>
public sealed class OutsideInformationTests
{
    private static readonly RecordContent Outside = Permit("2020-06-29") with { ReceivedOn = Day("2020-07-06") };

    [Fact]
    public void Collect_WhatJieshouReceivedFromOutside_IsOwedFromItsReceipt()
    {
        var life = new RecordLife();
        var collected = life.When(Take("2020-07-07 09:30:00", Outside)).Single();

        Assert.Equal(["T1 housing 2020-07-15", "T2 scjg 2020-07-27"], Opened(collected));
        Assert.Equal(["T1 Met"], Closed(collected));
    }

    [Fact]
    public void Refuse_WhatJieshouReceivedFromOutside_IsOwedFromItsReceipt()
    {
        var life = new RecordLife();
        life.When(Refuse("2020-07-07 09:30:00", Outside));

        Assert.Equal("2020-07-15", life.Due("T1"));
    }

    [Fact]
    public void Collect_ReceivedAfterTheDocumentButArisenBefore_IsNoBacklog()
    {
        var life = new RecordLife();
        var collected = life.When(Take("2020-07-07 09:30:00", Outside with { GeneratedOn = Day("2019-05-06") })).Single();

        Assert.Equal(["T1 housing 2020-07-15"], Opened(collected));
    }

    [Theory]
    [InlineData("hunan")]
    [InlineData("xinhui")]
    public void Collect_WhereTheDocumentDoesNotSpeakOfIt_IsOwedFromItsOrigin(string profile)
    {
        var told = new RecordLife(profile).When(Take("2020-07-07 09:30:00", Outside)).Single();
        var untold = new RecordLife(profile).When(Take("2020-07-07 09:30:00", Outside with { ReceivedOn = null })).Single();

        Assert.Equal(Opened(untold), Opened(told));
    }

    [Theory]
    [InlineData("2020-07-06", "2020-07-06", null)]
    [InlineData("2020-07-09", null, "EC2204")]
    [InlineData("2020-06-01", null, "EC2205")]
    public void Read_TheDayOfReceipt_LiesBetweenTheOriginAndTheUpload(string received, string? read, string? code)
    {
        var item = ResourceCatalogue.Default.Find("permit")!;
        string[] header = ["行政相对人名称", "统一社会信用代码", "行政许可决定文书号", "许可决定日期", "收到日期"];
        var reading = RowReader.Read(
            item, HeaderMapper.Map(item, header), new SourceRow(2, ["样例甲有限公司", "91349999MA2N000602", "样许〔2020〕1号", "2020-06-30", received]), Day("2020-07-07"));

        Assert.Equal(code, reading.Findings.SingleOrDefault(finding => finding.Severity == Severity.Error && finding.Column == "收到日期")?.Code);
        if (read is not null) Assert.Equal(Day(read), reading.Content.ReceivedOn);
    }
}
