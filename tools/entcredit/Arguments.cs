using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using EntCredit.Domain.Calendar;

namespace EntCredit.Cli;

/// <summary>The kinds of option that several verbs take, each with messages that say what is allowed.</summary>
internal static class Arguments
{
    /// <summary>A legal day, written 2020-01-17.</summary>
    public static Option<DateOnly?> Day(string name, string description, bool required = false) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        Required = required,
        CustomParser = token => ParseDay(token, token.Tokens[0].Value, name),
    };

    /// <summary>A whole number in a range.</summary>
    public static Option<int?> Count(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = token =>
        {
            var text = token.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            token.AddError($"{name} 为 {text}，应为 {least} 至 {most} 的整数");
            return null;
        },
    };

    /// <summary>One of a few words; the first is the default.</summary>
    public static Option<string> Word(string name, string description, params string[] words) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', words),
        DefaultValueFactory = _ => words[0],
        CustomParser = token =>
        {
            var text = token.Tokens[0].Value;
            if (!words.Contains(text))
            {
                token.AddError($"{name} 为 {text}，应为 {string.Join(" 或 ", words)}");
            }

            return text;
        },
    };

    /// <summary>The ledger's file.</summary>
    public static Option<FileInfo> Ledger() => new("--ledger")
    {
        Description = "账本文件",
        HelpName = "FILE",
        DefaultValueFactory = _ => new FileInfo(Environment.GetEnvironmentVariable("EntCredit__Ledger__Path") is { Length: > 0 } set ? set : ".data/ledger/ledger.db"),
    };

    /// <summary>How the answer is written: text for a reader, json for a machine.</summary>
    public static Option<string> Format() => Word("--format", "输出格式", "text", "json");

    /// <summary>Reads a day; null, and an error on the token, where it is none that a period may touch.</summary>
    public static DateOnly? ParseDay(ArgumentResult token, string text, string name)
    {
        if (DayIn(text) is { } day)
        {
            return day;
        }

        token.AddError($"{name} 为 {text}，应为 {Deadlines.Earliest:yyyy-MM-dd} 至 {Deadlines.Latest:yyyy-MM-dd} 之间存在的日期，写作 2020-01-17");
        return null;
    }

    /// <summary>The day given for an option; null where there is none, or none that can be used (which is already an error).</summary>
    public static DateOnly? DayIn(OptionResult? option) => option?.Tokens is [var token] ? DayIn(token.Value) : null;

    private static DateOnly? DayIn(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day >= Deadlines.Earliest && day <= Deadlines.Latest
            ? day
            : null;
}
