using System.Globalization;

namespace EntCredit.Bench.Ledger;

/// <summary>Invented enterprises, the same in every run: names built as real ones are, so that a few words stand in nearly all of them and most in few.</summary>
internal static class SampleRegister
{
    private static readonly string[] Regions = ["界首", "新会", "渝北", "福州", "长沙", "阜阳", "江门", "万州", "厦门", "岳阳"];
    private static readonly string[] Trades =
    [
        "商贸", "建筑", "餐饮", "科技", "物流", "装饰", "食品", "服装", "农业", "医药", "机械", "电子", "化工", "园林", "广告", "汽车", "家具", "印刷", "能源", "环保",
    ];
    private static readonly string[] Forms = ["有限公司", "有限公司", "有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司", "经营部", "商行", "专业合作社"];
    private const string Characters = "样例示范虚拟假设青蓝紫金银铜铁木水火土山川江河湖海云雨雪霜风雷电光明亮远近高低长短方圆大小新旧东西南北中和平安康宁福禄寿喜庆祥瑞丰盛昌隆兴旺发达通顺利成功胜凯";

    /// <summary>The name of an enterprise.</summary>
    public static string NameOf(int number)
    {
        var mixed = Mixed(number);
        var name = new char[3];
        for (var i = 0; i < name.Length; i++, mixed /= (ulong)Characters.Length) name[i] = Characters[(int)(mixed % (ulong)Characters.Length)];
        return $"{RegionOf(number)}市{new string(name)}{Trades[(int)(mixed % 20)]}{Forms[number % 10]}";
    }

    /// <summary>Its region.</summary>
    public static string RegionOf(int number) => Regions[(int)((Mixed(number) >> 40) % 10)];

    /// <summary>Its address.</summary>
    public static string AddressOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{RegionOf(number)}市{Characters[(int)(Mixed(number + 7) % (ulong)Characters.Length)]}样路{number % 900 + 1}号");

    /// <summary>Its credit code.</summary>
    public static string CodeOf(int number) => string.Create(CultureInfo.InvariantCulture, $"91349999{number:D10}");

    /// <summary>Its internal id.</summary>
    public static string IdOf(int number) => "subject-" + (Mixed(number) & long.MaxValue).ToString("x20", CultureInfo.InvariantCulture);

    /// <summary>A number scattered over all there are.</summary>
    public static ulong Mixed(int number)
    {
        var z = unchecked(((ulong)number + 1) * 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        return z ^ (z >> 27);
    }
}
