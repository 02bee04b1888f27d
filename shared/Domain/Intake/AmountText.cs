using System.Buffers;
using System.Globalization;
using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Intake;

/// <summary>Reads amounts whose column is in 万元, and which clerks write in many ways: 0.5, 5,000元, 1.2万元, 600(万美元).</summary>
public static class AmountText
{
    private static readonly string[] Yuan = ["人民币元", "元人民币", "元整", "圆整", "人民币", "元", "圆"];

    private static readonly string[] Foreign =
    [
        "美元", "港元", "香港元", "港币", "澳门元", "新台币", "台币", "日元", "欧元", "英镑", "韩元", "新加坡元", "加拿大元", "加元", "澳大利亚元", "澳元", "瑞士法郎", "德国马克", "法国法郎",
    ];

    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789.");

    /// <summary>Reads a cell that is not empty.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="inYuan">Whether its column says that it is in 元: that holds of numbers without a unit of their own.</param>
    public static AmountReading Read(string text, bool inYuan = false)
    {
        // The plain number that most cells are.
        if (text.Length <= 12 && !text.AsSpan().ContainsAnyExcept(Plain) && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain))
            return Scale(plain, inYuan ? "元" : "");
        var bare = new string([.. IdentifierText.FoldWidth(text).Where(c => !char.IsWhiteSpace(c) && c is not (',' or '(' or ')' or '￥' or '¥' or '，'))]);
        if (bare.StartsWith("人民币", StringComparison.Ordinal)) bare = bare[3..];
        if (bare.StartsWith("RMB", StringComparison.OrdinalIgnoreCase)) bare = bare[3..];
        // 伍仟元整: as receipts write it, against forgery.
        if (ChineseNumber.Read(bare) is { } words) return Scale(words, "元");
        var length = 0;
        while (length < bare.Length && (char.IsAsciiDigit(bare[length]) || bare[length] is '.' or '-' or '+' ||
            bare[length] is 'E' or 'e' && length + 1 < bare.Length && (char.IsAsciiDigit(bare[length + 1]) || bare[length + 1] is '-' or '+'))) length++;
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(bare.AsSpan(0, length), styles, CultureInfo.InvariantCulture, out var number)) return Wrong(AmountFault.Illegible);
        return Scale(number, inYuan && length == bare.Length ? "元" : bare[length..]);
    }

    private static AmountReading Scale(decimal number, string unit)
    {
        if (number < 0) return Wrong(AmountFault.Negative);
        if (number >= 1_000_000_000_000_000m) return Wrong(AmountFault.TooLarge);
        var given = unit.Length > 0;
        var scale = 1m;
        if (unit.StartsWith('万')) unit = unit[1..];
        else if (unit.StartsWith('亿')) (scale, unit) = (10_000m, unit[1..]);
        else if (unit.StartsWith('千') || unit.StartsWith('仟')) (scale, unit) = (0.1m, unit[1..]);
        else if (given) scale = 0.0001m;
        var value = number * scale;
        if (value >= 1_000_000_000_000m) return Wrong(AmountFault.TooLarge);
        if (decimal.Round(value, 6) != value) return Wrong(AmountFault.Precise);
        var plain = value.ToString("0.######", CultureInfo.InvariantCulture);
        if (unit.Length == 0 || Yuan.Contains(unit, StringComparer.Ordinal)) return new(plain, value, scale != 1m, given, AmountFault.None);
        return Foreign.Contains(unit, StringComparer.Ordinal)
            ? new($"{plain}万{unit}", value, scale != 1m, true, AmountFault.None)
            : Wrong(AmountFault.Illegible);
    }

    private static AmountReading Wrong(AmountFault fault) => new("", 0m, false, false, fault);
}
