namespace EntCredit.Samples;

/// <summary>Forty invented enterprises. The character 样 (sample) in each name says what they are.</summary>
internal static class Enterprises
{
    private static readonly string[] Words = ["样青", "样禾", "样川", "样岚", "样明", "样舟", "样谷", "样桥", "样枫", "样渠"];
    private static readonly string[] Trades = ["建筑工程", "食品", "再生资源", "餐饮管理"];
    private static readonly string[] Scopes = ["房屋建筑工程施工；市政工程施工。", "食品生产；食品销售。", "废旧金属回收、加工；再生塑料制品制造。", "餐饮服务；会议服务。"];

    /// <summary>The number of the one that is known by its registration number only.</summary>
    public const int OldOne = 40;

    /// <summary>The name of the n-th, 1 to 40.</summary>
    public static string Name(int n) => n == OldOne
        ? "界首样记老茶庄"
        : $"界首{Words[(n - 1) % 10]}{Trades[(n - 1) / 10]}有限公司";

    /// <summary>The code of the n-th, or the registration number of the old one.</summary>
    public static string Code(int n) => n == OldOne ? Codes.Registration(n) : Codes.Credit(n, n % 9 == 0 ? "92" : "91");

    /// <summary>The legal representative of the n-th.</summary>
    public static string Person(int n) => $"样{"甲乙丙丁戊己庚辛壬癸"[(n - 1) % 10]}{"一二三四"[(n - 1) / 10]}";

    /// <summary>What the n-th does.</summary>
    public static string Scope(int n) => Scopes[(n - 1) / 10];
}
