using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Intake;

/// <summary>Amounts of columns whose header gives another unit than the standard's 万元: taken for 万元 they would be ten thousand times too high.</summary>
public sealed class AmountColumnTests
{
    [Theory]
    [InlineData("罚款金额（元）", "5000", "0.5")]
    [InlineData("罚款金额(单位：元)", "5,000.00", "0.5")]
    [InlineData("罚款金额（人民币元）", "５０００", "0.5")]
    [InlineData("罚款金额（元）", "0.5万元", "0.5")]
    public void Read_NumberInAColumnOfYuan_IsConvertedAndTold(string header, string cell, string kept)
    {
        var reading = Read(header, cell);

        Assert.Equal(kept, reading.Content.Fields["CF_NR_FK"]);
        Assert.Equal(cell.Contains('万') ? [] : ["EC2406"], reading.Findings.Where(finding => finding.Column == header).Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("罚款金额(万元)", "0.5", "0.5")]
    [InlineData("罚款金额（万元）", "5000元", "0.5")]
    [InlineData("罚款金额", "0.5", "0.5")]
    public void Read_NumberInAnyOtherColumn_IsInTenThousands(string header, string cell, string kept) =>
        Assert.Equal(kept, Read(header, cell).Content.Fields["CF_NR_FK"]);

    private static RowReading Read(string header, string cell)
    {
        var item = ResourceCatalogue.Default.Find("penalty")!;
        var mapping = HeaderMapper.Map(item, ["行政相对人名称", "统一社会信用代码", "行政处罚决定文书号", header, "处罚决定日期"]);
        return RowReader.Read(item, mapping, new SourceRow(2, ["界首样青公司", "91349999MA2N0001XN", "界罚〔2020〕1号", cell, "2020-06-30"]), new DateOnly(2020, 7, 7));
    }
}
