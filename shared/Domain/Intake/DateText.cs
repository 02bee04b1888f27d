using System.Buffers;
using System.Globalization;
using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Intake;

/// <summary>Reads days in every shape that departments write them.</summary>
public static class DateText
{
    /// <summary>The day that stands for "without end" (双公示: 2099/12/31 = 长期).</summary>
    public static readonly DateOnly Open = new(2099, 12, 31);

    // Day 0 of the 1900 system as spreadsheets count it since March 1900: they believe in a 29 February 1900.
    private static readonly DateOnly SerialZero = new(1899, 12, 30);
    private const int FirstSerial = 20_000;
    private const int LastSerial = 73_050;
    private const string ChineseDigits = "〇一二三四五六七八九";

    private static readonly SearchValues<char> ChineseNumbers = SearchValues.Create(ChineseDigits + "零十");

    /// <summary>Whether a text has the form 2020-07-01.</summary>
    public static bool IsIso(ReadOnlySpan<char> text) =>
        text.Length == 10 && text[4] == '-' && text[7] == '-'
        && !text[..4].ContainsAnyExceptInRange('0', '9') && !text.Slice(5, 2).ContainsAnyExceptInRange('0', '9') && !text[8..].ContainsAnyExceptInRange('0', '9');

    /// <summary>Reads a cell that is not empty.</summary>
    public static DateReading Read(string text)
    {
        if (IsIso(text)) return Day(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2), mended: false);
        var folded = IdentifierText.FoldWidth(text).Trim();
        var mended = !string.Equals(folded, text, StringComparison.Ordinal);
        if (folded is "长期" or "永久" or "长期有效" or "永久有效" or "无期限" or "无固定期限") return new(Open, DateShape.OpenEnded);
        if (ReadSerial(folded) is { } serial) return new(serial.Year >= Open.Year ? Open : serial, DateShape.Serial);
        if (IsOpenYear(folded)) return new(Open, DateShape.OpenEnded);
        if (folded.AsSpan().ContainsAny(ChineseNumbers))
        {
            folded = ArabicOf(folded);
            mended = true;
        }

        Span<int> parts = stackalloc int[3];
        Span<int> digits = stackalloc int[3];
        if (Split(folded, parts, digits)) return Assemble(parts, digits, mended);
        return EnglishDate.TrySplit(folded, parts, digits) ? Assemble(parts, digits, mended: true) : new(null, DateShape.Illegible);
    }

    private static DateReading Assemble(ReadOnlySpan<int> parts, ReadOnlySpan<int> digits, bool mended)
    {
        if (digits[0] == 4) return Day(parts[0], parts[1], parts[2], mended);
        if (digits[2] != 4) return new(null, DateShape.Ambiguous);
        // Month or day first: told only where one of them is no month, or both are the same.
        if (parts[0] > 12 && parts[1] <= 12) return Day(parts[2], parts[1], parts[0], true);
        if (parts[1] > 12 && parts[0] <= 12 || parts[0] == parts[1]) return Day(parts[2], parts[0], parts[1], true);
        return new(null, parts[0] > 12 ? DateShape.Nonexistent : DateShape.Ambiguous);
    }

    private static DateReading Day(int year, int month, int day, bool mended)
    {
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return new(null, DateShape.Nonexistent);
        if (year >= Open.Year) return new(Open, DateShape.OpenEnded);
        return new(new DateOnly(year, month, day), mended ? DateShape.Mended : DateShape.Plain);
    }

    private static DateOnly? ReadSerial(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        if (whole.Length != 5 || whole.AsSpan().ContainsAnyExceptInRange('0', '9')) return null;
        if (point >= 0 && (point == text.Length - 1 || text.AsSpan(point + 1).ContainsAnyExceptInRange('0', '9'))) return null;
        var number = int.Parse(whole, CultureInfo.InvariantCulture);
        return number is < FirstSerial or > LastSerial ? null : SerialZero.AddDays(number);
    }

    // "2099" and "2099年" alone stand for "without end".
    private static bool IsOpenYear(string text) =>
        text.TrimEnd('年') is { Length: 4 } year && !year.AsSpan().ContainsAnyExceptInRange('0', '9') && Number(year, 0, 4) >= Open.Year;

    // Year, month and day, and how many digits each has; a time of day after them is passed over.
    private static bool Split(string text, Span<int> parts, Span<int> digits)
    {
        var rest = text.AsSpan();
        if (rest.Length is 8 or 14 && !rest.ContainsAnyExceptInRange('0', '9'))
        {
            parts[0] = int.Parse(rest[..4], CultureInfo.InvariantCulture);
            parts[1] = int.Parse(rest.Slice(4, 2), CultureInfo.InvariantCulture);
            parts[2] = int.Parse(rest.Slice(6, 2), CultureInfo.InvariantCulture);
            digits[0] = 4;
            return rest.Length == 8 || IsTime($"{rest.Slice(8, 2)}:{rest.Slice(10, 2)}:{rest.Slice(12, 2)}");
        }

        for (var i = 0; i < 3; i++)
        {
            var length = 0;
            while (length < rest.Length && char.IsAsciiDigit(rest[length])) length++;
            if (length is 0 or 3 or > 4) return false;
            parts[i] = int.Parse(rest[..length], CultureInfo.InvariantCulture);
            digits[i] = length;
            rest = rest[length..].TrimStart();
            if (i == 2) break;
            if (rest.IsEmpty || !(rest[0] is '-' or '/' or '.' or '\\' || rest[0] == (i == 0 ? '年' : '月'))) return false;
            rest = rest[1..].TrimStart();
        }

        if (!rest.IsEmpty && rest[0] is '日' or '号') rest = rest[1..];
        rest = WithoutWeekday(rest.Trim());
        return digits[1] <= 2 && (digits[0] == 4 || digits[2] == 4 || digits[2] <= 2) && (rest.IsEmpty || IsTime(rest));
    }

    // 星期三, (周三): what a day is called besides.
    private static ReadOnlySpan<char> WithoutWeekday(ReadOnlySpan<char> rest)
    {
        var bare = rest.TrimStart('(');
        var length = bare.StartsWith("星期") ? 3 : bare.StartsWith("周") ? 2 : 0;
        return length == 0 || bare.Length < length || !"一二三四五六日天1234567".Contains(bare[length - 1]) ? rest : bare[length..].TrimStart(')').Trim();
    }

    private static bool IsTime(ReadOnlySpan<char> rest)
    {
        var time = rest.Trim();
        if (!time.IsEmpty && time[0] == 'T') time = time[1..];
        // As a Chinese spreadsheet shows it: 上午10:11:12.
        if (time.StartsWith("上午") || time.StartsWith("下午")) time = time[2..].TrimStart();
        if (time.IsEmpty || time[^1] is '.' or '-' or '/') return false;
        return TimeOnly.TryParse(time, CultureInfo.InvariantCulture, out _) ||
            DateTimeOffset.TryParse($"2000-01-01T{time}", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
    }

    private static int Number(string text, int from, int count)
    {
        var number = 0;
        for (var i = from; i < from + count; i++) number = number * 10 + text[i] - '0';
        return number;
    }

    // 二〇二〇年七月十三日 → 2020年7月13日.
    private static string ArabicOf(string text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] == '零' ? '〇' : text[i];
            var value = ChineseDigits.IndexOf(c, StringComparison.Ordinal);
            if (value >= 0) result.Append(value);
            else if (c == '十')
            {
                if (i == 0 || ValueOf(text[i - 1]) < 0) result.Append('1');
                if (i + 1 == text.Length || ValueOf(text[i + 1]) < 0) result.Append('0');
            }
            else result.Append(c);
        }

        return result.ToString();
    }

    private static int ValueOf(char c) => ChineseDigits.IndexOf(c, StringComparison.Ordinal);
}
