using CsCheck;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Intake;

public sealed class RowMemoTests
{
    private static readonly ResourceItem Penalty = ResourceCatalogue.Default.Find("penalty")!;
    private static readonly string[] Header =
        ["行政相对人名称", "统一社会信用代码", "工商注册号", "行政处罚决定文书号", "处罚类别", "罚款金额(万元)", "处罚决定日期", "使用范围", "保密审查", "证件号码", "备注", "适用程序"];

    private static readonly string[][] Cells =
    [
        ["界首样青公司", "", "１２３", "浼佷笟鍚嶇О鍚嶇О"],
        ["91349999MA2N0001XN", "91349999ma2n0001xn", "", "9134"],
        ["", "349999000000405", "91349999MA2N0001XN", "x"],
        ["一号", "无", "", "二号"],
        ["罚款", "罚款、警告", "别的", ""],
        ["0.5", "5000元", "-1", ""],
        ["2020-07-01", "44013", "2020-02-30", "2099-12-31"],
        ["0", "1", "也许", ""],
        ["是", "否", "", "?"],
        ["110101199003070054", "", "1", "无"],
        ["甲", "——", "锟斤拷", "\u0001乙"],
        ["简易程序", "一般程序", "", "别的程序"],
    ];

    [Fact]
    public void Read_WithAndWithoutMemo_IsTheSame() => Gen.Int[0, 3].Array[Header.Length].Array[1, 30].Sample(rows =>
    {
        var mapping = HeaderMapper.Map(Penalty, Header);
        var memo = new RowMemo(mapping);
        for (var n = 0; n < rows.Length; n++)
        {
            var row = new SourceRow(n + 2, [.. rows[n].Select((choice, column) => Cells[column][choice])]);
            var (bare, kept) = (RowReader.Read(Penalty, mapping, row, new DateOnly(2020, 7, 10)), RowReader.Read(Penalty, mapping, row, new DateOnly(2020, 7, 10), memo));
            Assert.Equal(bare.Findings, kept.Findings);
            Assert.Equal(bare.Content.Fields, kept.Content.Fields);
            Assert.Equal(bare.Content.Personal, kept.Content.Personal);
            Assert.Equal(bare.Content with { Fields = kept.Content.Fields, Personal = kept.Content.Personal }, kept.Content);
        }
    });
}
