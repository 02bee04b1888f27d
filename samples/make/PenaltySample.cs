namespace EntCredit.Samples;

/// <summary>The enforcement department's penalties: a workbook with days as days, as numbers and as text. Received on 2020-07-10.</summary>
internal static class PenaltySample
{
    private const int Code = 2, Document = 4, Kind = 8, Content = 9, Fine = 10, Confiscated = 11, Decided = 13, ShownUntil = 14, Procedure = 16, Secrecy = 17, Generated = 18;

    private static readonly string[] Header =
    [
        "行政相对人名称", "行政相对人类别", "统一社会信用代码", "法定代表人", "政处罚决定书文号", "违法行为类型", "处罚是由", "处罚依据", "处罚类别", "处罚内容",
        "罚款金额（万元）", "没收金额", "暂扣或吊销证照名称及编号", "兴处罚决定日期", "公示截止期", "处罚机关", "适用程序", "保密审查", "信息产生日期", "备注",
    ];

    public static IEnumerable<object[]> Rows()
    {
        yield return Header;
        for (var n = 1; n <= 30; n++) yield return n == 29 ? Good(1) : Changed(Good(n), Wrong(n));
    }

    private static object[] Good(int n)
    {
        var who = n + 4;
        var simple = n % 4 == 0;
        return
        [
            Enterprises.Name(who), "02", Enterprises.Code(who), Enterprises.Person(who), $"界综执罚〔2020〕{n}号", "占道经营", "在样板路占用道路摆放物品", "《安徽省城市市容和环境卫生管理条例》",
            simple ? "警告" : "罚款", simple ? "警告" : "罚款人民币伍佰元", simple ? "" : "0.05", "", "", DateOnly.ParseExact(Days.Of(n), "yyyy-MM-dd"), "",
            "界首市城市管理综合行政执法局", simple ? "简易程序" : "一般程序", "是", "", "",
        ];
    }

    private static (int Column, object Value)[] Wrong(int n) => n switch
    {
        // Habits.
        1 => [(Decided, Days.Serial("2020-06-30"))],
        2 => [(Decided, "2020.7.1"), (Fine, "500元")],
        3 => [(Kind, "警告；罚款"), (Fine, "0.05万元")],
        5 => [(Fine, 5000)],
        6 => [(Fine, "")],
        7 => [(Kind, "罚款、没收违法所得"), (Content, "罚款伍佰元，没收违法所得贰佰元"), (Confiscated, "200元")],
        9 => [(Decided, "2020-07-08"), (Generated, "2020-07-09")],
        10 => [(Decided, "2020-07-01"), (Generated, "2020-06-30")],
        11 => [(Secrecy, "否")],
        14 => [(Procedure, "普通程序")],

        // Wrong on purpose.
        13 => [(Fine, "约5000元")],
        15 => [(Fine, "-0.5")],
        17 => [(Fine, "0.12345678")],
        18 => [(Procedure, "特别程序")],
        19 => [(ShownUntil, "2020-01-01")],
        21 => [(Code, 913499992020210000L)],
        22 => [(Secrecy, "待定")],
        23 => [(Document, "— —")],
        25 => [(Decided, DateOnly.ParseExact("2020-08-03", "yyyy-MM-dd"))],
        _ => [],
    };

    private static object[] Changed(object[] row, (int Column, object Value)[] changes)
    {
        foreach (var (column, value) in changes) row[column] = value;
        return row;
    }
}
