using System.Globalization;
using System.Text.Json.Nodes;
using EntCredit.Domain.Calendar;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Deadlines;

/// <summary>Why a deadline is the day that it is: each day counted or skipped, for machines and in Chinese sentences.</summary>
public sealed class ExplainDeadline
{
    /// <summary>
    /// Query: <c>from</c> (day), one of <c>workingDays</c>, <c>calendarDays</c>, <c>months</c>, <c>dayOfMonth</c>; optional
    /// <c>inclusive</c> (true), <c>roll</c> (none, next), <c>calendarAsOf</c> (day).
    /// </summary>
    [Function("ExplainDeadline")]
    [Public]
    [Parameter("from", "起算日", Type = typeof(DateOnly), Required = true)]
    [Parameter("workingDays", "工作日数", Type = typeof(int))]
    [Parameter("calendarDays", "日历日数", Type = typeof(int))]
    [Parameter("months", "月数", Type = typeof(int))]
    [Parameter("dayOfMonth", "次月的日", Type = typeof(int))]
    [Parameter("inclusive", "起算日是否计入", OneOf = ["true", "false"])]
    [Parameter("roll", "末日顺延", OneOf = ["none", "next"])]
    [Parameter("calendarAsOf", "只用此日以前发布的放假通知", Type = typeof(DateOnly))]
    [Answers(200, typeof(object))]
    [Fails("EC1005")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/deadlines/explain")] HttpRequest request)
    {
        if (!Day(request, "from", out var from)) return Problems.Of(SystemErrors.Parameter, "from", "yyyy-MM-dd");
        if (TermOf(request) is not { } term || !term.IsValid)
            return Problems.Of(SystemErrors.Parameter, "workingDays", "workingDays、calendarDays、months、dayOfMonth 之一，正整数");
        if (from < Domain.Calendar.Deadlines.Earliest || from > Domain.Calendar.Deadlines.Latest)
            return Problems.Of(SystemErrors.Parameter, "from", $"{Domain.Calendar.Deadlines.Earliest:yyyy-MM-dd}—{Domain.Calendar.Deadlines.Latest:yyyy-MM-dd}");
        var calendar = WorkingCalendar.Default;
        if (request.Query.ContainsKey("calendarAsOf"))
        {
            if (!Day(request, "calendarAsOf", out var asOf)) return Problems.Of(SystemErrors.Parameter, "calendarAsOf", "yyyy-MM-dd");
            calendar = WorkingCalendar.AsOf(asOf);
        }

        var explanation = Domain.Calendar.Deadlines.Explain(calendar, term, from);
        var answer = JsonNode.Parse(explanation.ToJson())!;
        answer["text"] = new JsonArray([.. explanation.ToChinese().Select(line => JsonValue.Create(line))]);
        return ApiJson.Ok(answer);
    }

    private static Term? TermOf(HttpRequest request)
    {
        (string Name, TermUnit Unit)[] units =
        [
            ("workingDays", TermUnit.WorkingDays), ("calendarDays", TermUnit.CalendarDays),
            ("months", TermUnit.Months), ("dayOfMonth", TermUnit.DayOfMonth),
        ];
        var given = units.Where(unit => request.Query.ContainsKey(unit.Name)).ToList();
        if (given.Count != 1) return null;
        if (!int.TryParse(request.Query[given[0].Name], NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        var roll = request.Query["roll"].ToString();
        return roll is "" or "none" or "next"
            ? new Term(given[0].Unit, count, request.Query["inclusive"] == "true", roll == "next" ? Roll.Next : Roll.None)
            : null;
    }

    private static bool Day(HttpRequest request, string name, out DateOnly day) =>
        DateOnly.TryParseExact(request.Query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
