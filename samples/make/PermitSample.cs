namespace EntCredit.Samples;

/// <summary>The housing department's permits: GB18030, a title above the header, misspelt headers. Received on 2020-07-10.</summary>
internal static class PermitSample
{
    private const int Name = 0, Kind = 1, Code = 2, Number = 3, Person = 4, Id = 5, Document = 7, Class = 8, Content = 11, Decided = 12, From = 13, Until = 14, Authority = 15, Status = 17, Secrecy = 20;

    private static readonly string[] Header =
    [
        "行政行对人名称", "行政相对人类别", "行政相对人代码_1（统一社会信用代码）", "行政相对人代码_2（工商注册号）", "法定代表人", "法定代表人证件号码",
        "行政许可决定文书名称", "行政许可决定书文号", "许可类别", "许可证书名称", "许可编号", "许可内容", "许可决定日期", "有效期自", "有效期至",
        "许可机关", "许可机关统一社会信用代码", "当权状态", "数据来源单位", "备注", "保密审查",
    ];

    public static IEnumerable<string[]> Rows()
    {
        yield return ["界首市住房和城乡建设局行政许可信息（2020年第28周）"];
        yield return Header;
        for (var n = 1; n <= 60; n++) yield return n == 36 ? Good(2) : Changed(Good(n), Wrong(n));
    }

    /// <summary>The refused rows as their department mends them: the same document, the right content. Received on 2020-07-14.</summary>
    public static IEnumerable<string[]> Mended()
    {
        yield return Header;
        foreach (var n in new[] { 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 33, 39, 40, 43, 54 }) yield return Good(n);
    }

    /// <summary>A draft that was sent by mistake: three permits whose secrecy review is not declared. Received on 2020-08-05.</summary>
    public static IEnumerable<string[]> WrongFile()
    {
        yield return Header;
        for (var n = 901; n <= 903; n++) yield return Changed(Good(n), [(Decided, "2020-08-03"), (From, "2020-08-03"), (Secrecy, "否")]);
    }

    private static string[] Good(int n)
    {
        var who = (n - 1) % 39 + 1;
        var day = Days.Of(n);
        return
        [
            Enterprises.Name(who), "02", Enterprises.Code(who), "", Enterprises.Person(who), "",
            "准予行政许可决定书", $"界住建许〔2020〕{n}号", "01", "建筑业企业资质证书", $"D3349{n:0000}", "建筑工程施工总承包三级", day, day, "2025-06-30",
            "界首市住房和城乡建设局", Codes.Credit(901, "11"), "1", "界首市住房和城乡建设局", "", "是",
        ];
    }

    private static (int Column, string Value)[] Wrong(int n) => n switch
    {
        // Habits: taken, some with a warning.
        3 => [(Decided, "44013")],
        5 => [(Code, Enterprises.Code(5).ToLowerInvariant())],
        7 => [(Code, Wide(Enterprises.Code(7)))],
        8 => [(Code, Enterprises.Code(8) + "（统一社会信用代码）")],
        10 => [(Decided, "2020年6月29日"), (From, "2020/6/29")],
        11 => [(Decided, "20200630")],
        12 => [(Decided, "２０２０－０７－０１")],
        13 => [(Until, "2099/12/31")],
        14 => [(Until, "长期")],
        15 => [(Person, "— —")],
        16 => [(Person, "N/A")],
        17 => [(Person, "无"), (Content, "建筑工程施工总承包三级，\n含“样”字工程")],
        18 => [(Authority, "2020-07-08")],
        19 => [(Name, "界首样䶮建筑工程有限公司"), (Code, Codes.Credit(119))],
        32 => [(Name, Enterprises.Name(Enterprises.OldOne)), (Code, ""), (Number, Enterprises.Code(Enterprises.OldOne)), (Person, "样癸四")],
        35 => [(Name, "亳州样外建筑工程有限公司"), (Code, Codes.Credit(135)), (Person, "样外一")],
        38 => [(Class, "其他-样例备案")],
        41 => [(Content, $"项目负责人样某，身份证号{Codes.Citizen()}，安全员一名")],
        42 => [(Name, "界首样旧号商行"), (Code, ""), (Number, "3499990000421")],
        44 => [(Name, "界首样内码商贸有限公司"), (Code, Codes.Credit(144, innerRight: false))],
        45 => [(Name, "界首样外码合作社"), (Code, Codes.Credit(145, "A1"))],
        46 => [(Secrecy, "")],
        47 or 48 => [(Secrecy, "否")],
        50 => [(Name, "界首样控\u0007符建筑有限公司"), (Code, Codes.Credit(150))],
        51 => [(Code, ""), (Number, Enterprises.Code(12))],
        52 => [(Document, "空")],
        55 => [(Number, "349999000000550")],

        // Wrong on purpose: refused.
        20 => [(Code, Enterprises.Code(20).Replace('0', 'O'))],
        21 => [(Code, RegisterSample.WrongCheck(Enterprises.Code(21)))],
        22 => [(Code, Enterprises.Code(22)[..17])],
        23 => [(Name, "")],
        24 => [(Code, "")],
        25 => [(Decided, "2020-06-31")],
        26 => [(Decided, "七月初")],
        27 => [(Decided, "3/7/2020")],
        28 => [(Decided, "2020-07-20"), (From, "2020-07-20")],
        29 => [(From, "2020-08-01"), (Until, "2020-07-31")],
        30 => [(Status, "3")],
        31 => [(Document, "界住建许〔2020〕31号" + new string('续', 120))],
        33 => [(Code, ""), (Number, "349999000000331")],
        34 => [(Name, "样自然"), (Kind, "01"), (Code, ""), (Id, Codes.Citizen())],
        39 => [(Code, "9.13499992020400E+17")],
        40 => [(Header.Length, "多出的一格")],
        43 => [(Name, "界首锟斤拷锟斤拷有限公司")],
        54 => [(Code, ""), (Number, "详见附件")],
        _ => [],
    };

    private static string[] Changed(string[] row, (int Column, string Value)[] changes)
    {
        foreach (var (column, value) in changes)
        {
            if (column == row.Length) row = [.. row, value];
            else row[column] = value;
        }

        return row;
    }

    private static string Wide(string text) => string.Concat(text.Select(c => (char)(c + 0xFEE0)));
}
