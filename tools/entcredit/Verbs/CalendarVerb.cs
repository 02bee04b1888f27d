using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using EntCredit.Domain.Calendar;

namespace EntCredit.Cli.Verbs;

/// <summary><c>calendar</c>: lists what each day is, and the notice that says so.</summary>
internal static class CalendarVerb
{
    private static readonly Option<DateOnly?> From = Arguments.Day("--from", "首日", required: true);
    private static readonly Option<DateOnly?> To = Arguments.Day("--to", "末日", required: true);
    private static readonly Option<DateOnly?> AsOf = Arguments.Day("--calendar-as-of", "只依据该日及以前印发的放假通知");
    private static readonly Option<string> Format = Arguments.Format();

    public static Command Create()
    {
        var verb = new Command("calendar", "列出每日是工作日、周末、节假日还是调休上班，及其所依据的通知") { From, To, AsOf, Format };
        verb.Validators.Add(RequireOrder);
        verb.SetAction(Run);
        return verb;
    }

    private static void Run(ParseResult parsed)
    {
        var calendar = parsed.GetValue(AsOf) is { } known ? WorkingCalendar.AsOf(known) : WorkingCalendar.Default;
        var first = parsed.GetValue(From)!.Value;
        var count = parsed.GetValue(To)!.Value.DayNumber - first.DayNumber + 1;
        var days = Enumerable.Range(0, count).Select(i => calendar.Describe(first.AddDays(i)));
        if (parsed.GetValue(Format) == "json")
        {
            var rows = days.Select(d => new { d.Date, Working = d.Works, d.Kind, d.Holiday, Notice = d.Notice?.Id, d.Provisional });
            Console.WriteLine(JsonSerializer.Serialize(new { CalendarVersion = calendar.Version, Days = rows }, CalendarJson.Options));
            return;
        }

        Console.WriteLine($"日历版本：{calendar.Version}");
        foreach (var day in days)
        {
            Console.WriteLine(Line(day));
        }
    }

    private static string Line(CalendarDay day)
    {
        var kind = day.Kind switch
        {
            DayKind.Workday => "工作日",
            DayKind.Weekend => "周末",
            DayKind.DayOff => $"节假日 {day.Holiday}",
            _ => "调休上班",
        };
        return $"{day.Date:yyyy-MM-dd} {kind}{(day.Notice is null ? "" : " " + day.Notice.Id)}{(day.Provisional ? " 暂定" : "")}";
    }

    private static void RequireOrder(CommandResult verb)
    {
        if (Arguments.DayIn(verb.GetResult(From)) > Arguments.DayIn(verb.GetResult(To)))
        {
            verb.AddError("--to 不得早于 --from");
        }
    }
}
