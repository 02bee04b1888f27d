namespace EntCredit.Domain.Intake;

/// <summary>Amounts in words, as receipts write them against forgery: 伍仟元整, 壹拾贰万叁仟元伍角, 五万元.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";
    private const string Formal = "〇壹贰叁肆伍陆柒捌玖";

    /// <summary>The yuan that a text names in words and nothing but words, or null.</summary>
    public static decimal? Read(string text)
    {
        if (text.Length < 2 || DigitOf(text[0]) < 0 && TenOf(text[0]) != 10) return null;
        var at = 0;
        if (Whole(text, ref at) is not { } yuan || at == text.Length || text[at] is not ('元' or '圆')) return null;
        at++;
        var fen = 0;
        foreach (var (unit, worth) in ((char, int)[])[('角', 10), ('分', 1)])
        {
            if (at < text.Length && text[at] == '零') at++;
            if (at + 1 >= text.Length || text[at + 1] != unit || DigitOf(text[at]) < 0) continue;
            fen += DigitOf(text[at]) * worth;
            at += 2;
        }

        if (at < text.Length && text[at] is '整' or '正') at++;
        return at == text.Length ? yuan + fen / 100m : null;
    }

    private static decimal? Whole(string text, ref int at)
    {
        var (total, section, digit, last) = (0m, 0m, -1, int.MaxValue);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (DigitOf(c) is >= 0 and var value)
            {
                // Two digits side by side are no number in words.
                if (digit > 0) return null;
                digit = value;
            }
            else if (TenOf(c) is > 0 and var unit)
            {
                // 拾伍: a ten at the beginning needs no one before it.
                if (digit <= 0 && !(unit == 10 && section == 0) || unit >= last) return null;
                section += Math.Max(digit, 1) * unit;
                (digit, last) = (-1, unit);
            }
            else if (c is '万' or '萬' or '亿' or '億')
            {
                section += Math.Max(digit, 0);
                if (section == 0 && total == 0) return null;
                total = c is '万' or '萬' ? total + section * 10_000 : (total + section) * 100_000_000;
                (section, digit, last) = (0, -1, int.MaxValue);
            }
            else break;
        }

        return total + section + Math.Max(digit, 0);
    }

    private static int DigitOf(char c) => c == '两' ? 2 : Math.Max(Digits.IndexOf(c, StringComparison.Ordinal), Formal.IndexOf(c, StringComparison.Ordinal));

    private static int TenOf(char c) => c switch { '十' or '拾' => 10, '百' or '佰' => 100, '千' or '仟' => 1000, _ => 0 };
}
