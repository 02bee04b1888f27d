using System.CommandLine;
using System.CommandLine.Parsing;
using EntCredit.Domain.Calendar;

namespace EntCredit.Cli.Verbs;

/// <summary><c>deadline</c>: computes the last day of a statutory period, and explains it day by day.</summary>
internal static class DeadlineVerb
{
    private static readonly Option<DateOnly?> From = Arguments.Day("--from", "起算日（事实发生之日）", required: true);
    private static readonly Option<int?> WorkingDays = Arguments.Count("--working-days", "工作日数", 1, Term.Most(TermUnit.WorkingDays));
    private static readonly Option<int?> CalendarDays = Arguments.Count("--calendar-days", "自然日数", 1, Term.Most(TermUnit.CalendarDays));
    private static readonly Option<int?> Months = Arguments.Count("--months", "月数（民法典第二百零二条）", 1, Term.Most(TermUnit.Months));
    private static readonly Option<int?> DayOfMonth = Arguments.Count("--day-of-month", "起算日次月的第 N 日", 1, Term.Most(TermUnit.DayOfMonth));
    private static readonly Option<bool> Inclusive = new("--inclusive") { Description = "起算当日计入（默认不计入，民法典第二百零一条）" };
    private static readonly Option<string> Rolling = Arguments.Word("--roll", "末日不是工作日时，next 顺延至下一工作日", "none", "next");
    private static readonly Option<DateOnly?> AsOf = Arguments.Day("--calendar-as-of", "只依据该日及以前印发的放假通知");
    private static readonly Option<Pause[]> Suspensions = Pausing();
    private static readonly Option<string> Format = Arguments.Format();

    private static readonly (Option<int?> Option, TermUnit Unit)[] Units =
    [
        (WorkingDays, TermUnit.WorkingDays),
        (CalendarDays, TermUnit.CalendarDays),
        (Months, TermUnit.Months),
        (DayOfMonth, TermUnit.DayOfMonth),
    ];

    public static Command Create()
    {
        var verb = new Command("deadline", "计算期限届满日，并逐日说明理由")
        {
            From, WorkingDays, CalendarDays, Months, DayOfMonth, Inclusive, Rolling, AsOf, Suspensions, Format,
        };
        verb.Validators.Add(RequireOneUnit);
        verb.SetAction(Run);
        return verb;
    }

    private static void Run(ParseResult parsed)
    {
        var calendar = parsed.GetValue(AsOf) is { } known ? WorkingCalendar.AsOf(known) : WorkingCalendar.Default;
        var (option, unit) = Units.Single(u => parsed.GetResult(u.Option) is not null);
        var roll = parsed.GetValue(Rolling) == "next" ? Roll.Next : Roll.None;
        var term = new Term(unit, parsed.GetValue(option)!.Value, parsed.GetValue(Inclusive), roll);
        var explained = Deadlines.Explain(calendar, term, parsed.GetValue(From)!.Value, pauses: parsed.GetValue(Suspensions) ?? []);
        if (parsed.GetValue(Format) == "json")
        {
            Console.WriteLine(explained.ToJson(indented: true));
            return;
        }

        foreach (var line in explained.ToChinese())
        {
            Console.WriteLine(line);
        }
    }

    private static void RequireOneUnit(CommandResult verb)
    {
        if (Units.Count(u => verb.GetResult(u.Option) is not null) != 1)
        {
            verb.AddError("须且只须给出一项：--working-days、--calendar-days、--months、--day-of-month");
        }
    }

    private static Option<Pause[]> Pausing() => new("--pause")
    {
        Description = "暂停期间，首日为暂停之日，末日为解除之日；可多次给出",
        HelpName = "YYYY-MM-DD..YYYY-MM-DD",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = token => [.. token.Tokens.Select(t => ParsePause(token, t.Value)).OfType<Pause>()],
    };

    private static Pause? ParsePause(ArgumentResult token, string text)
    {
        if (text.Split("..") is not [var first, var last])
        {
            token.AddError($"--pause 为 {text}，应写作 2024-09-20..2024-09-27");
            return null;
        }

        if (Arguments.ParseDay(token, first, "--pause") is not { } from || Arguments.ParseDay(token, last, "--pause") is not { } until)
        {
            return null;
        }

        if (until < from)
        {
            token.AddError($"--pause 为 {text}，末日不得早于首日");
            return null;
        }

        return new(from, until);
    }
}
