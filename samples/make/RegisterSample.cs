namespace EntCredit.Samples;

/// <summary>The registrar's register: UTF-8, the columns of a registrar's export. Received on 2020-07-06.</summary>
internal static class RegisterSample
{
    private static readonly string[] Header = ["企业名称", "统一社会信用代码", "注册日期", "企业类型", "法人代表", "注册资金", "经营范围", "所在省份", "地区", "注册地址"];

    public static IEnumerable<string[]> Rows()
    {
        yield return Header;
        for (var n = 1; n <= 40; n++) yield return Dirty(n, Good(n));

        // Wrong on purpose.
        yield return Row("界首样错校验有限公司", WrongCheck(Codes.Credit(101)), "2020-07-01");
        yield return Row("", Codes.Credit(102), "2020-07-01");
        yield return Row("界首样错日期有限公司", Codes.Credit(103), "2020-02-30");
        yield return Row("界首样错字母有限公司", Codes.Credit(104).Replace('0', 'O'), "2020-07-02");
        yield return Good(2);
    }

    public static string WrongCheck(string code) => code[..17] + (code[17] == 'A' ? 'B' : 'A');

    private static string[] Good(int n) => Row(Enterprises.Name(n), Enterprises.Code(n), n <= 4 ? "2015-03-16" : Days.Early(n), Enterprises.Person(n), Enterprises.Scope(n), n);

    private static string[] Row(string name, string code, string day, string person = "样错一", string scope = "样品展示。", int n = 0) =>
    [
        name, code, day, code.StartsWith("92", StringComparison.Ordinal) ? "个体工商户" : "有限责任公司", person, $"{50 + n * 10}(万)", scope, "安徽", "界首", $"界首市样板路{n + 1}号",
    ];

    private static string[] Dirty(int n, string[] row)
    {
        switch (n)
        {
            case 5:
                row[1] = row[1].ToLowerInvariant();
                break;
            case 6:
                row[5] = "N/A";
                break;
            case 7:
                row[4] = "— —";
                break;
            case 8:
                row[5] = "1,200(万人民币元)";
                break;
            case 9:
                row[2] = "2020年7月3日";
                break;
            case 10:
                row[5] = "600(万美元)";
                break;
            case 11:
                row[2] = "44014";
                break;
            case 12:
                row[6] = "食品生产；\n食品销售，含\"样\"字商品。";
                break;
        }

        return row;
    }
}
