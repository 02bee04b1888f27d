using Cronos;
using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Worker.Timers;

/// <summary>An NCRONTAB schedule of six fields, in UTC.</summary>
internal sealed record TimerSchedule(string Text, CronExpression Expression)
{
    /// <exception cref="StartupException">It is none that Azure would accept.</exception>
    public static TimerSchedule Of(TimerTriggerAttribute trigger, IConfiguration settings)
    {
        string text = SettingExpression.Resolve(trigger.Schedule, settings).Trim();
        string[] fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 6)
            throw new StartupException($"the schedule '{text}' has {fields.Length} fields; NCRONTAB has six, the second first");
        if (IsBeyondNcrontab(fields))
            throw new StartupException($"the schedule '{text}' uses L, W, #, ?, ~ or weekday 7, which NCRONTAB does not know");
        try
        {
            return new(text, CronExpression.Parse(text, CronFormat.IncludeSeconds));
        }
        catch (CronFormatException e)
        {
            throw new StartupException($"the schedule '{text}' is not NCRONTAB: {e.Message}", e);
        }
    }

    /// <summary>The first tick after an instant; null when there is none any more.</summary>
    public DateTimeOffset? After(DateTimeOffset instant) =>
        Expression.GetNextOccurrence(instant.UtcDateTime) is { } next ? new DateTimeOffset(next) : null;

    /// <summary>Whether two ticks are ever less than a minute apart, near an instant.</summary>
    public bool FiresOftenAround(DateTimeOffset instant) =>
        Expression
            .GetOccurrences(instant.UtcDateTime, instant.UtcDateTime.AddDays(366))
            .Take(6)
            .Aggregate(
                (Often: false, Last: DateTime.MinValue),
                (seen, tick) => (seen.Often || (tick - seen.Last) < TimeSpan.FromMinutes(1), tick)
            )
            .Often;

    // Cronos knows more than NCRONTAB does; what works here only would fail on Azure.
    private static bool IsBeyondNcrontab(string[] fields) =>
        fields.Any(f => f.AsSpan().ContainsAny("?#~@"))
        || Values(fields[3]).Any(v => v.TrimEnd('L', 'W') is var day && day != v && day.All(char.IsAsciiDigit))
        || Values(fields[5]).Any(v => v == "7" || (v.Length is 1 or 2 or 4 && v.EndsWith('L')));

    private static IEnumerable<string> Values(string field) => field.Split(',').SelectMany(part => part.Split('/')[0].Split('-'));
}
