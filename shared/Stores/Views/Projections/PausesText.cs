using System.Globalization;
using EntCredit.Domain.Calendar;

namespace EntCredit.Stores.Views.Projections;

/// <summary>The times in which a duty stood still, in a column: pairs of day numbers.</summary>
internal static class PausesText
{
    public static string? Of(IReadOnlyList<Pause>? pauses) => pauses is null or []
        ? null
        : string.Join(' ', pauses.Select(pause => string.Create(CultureInfo.InvariantCulture, $"{pause.From.DayNumber}-{pause.Until.DayNumber}")));

    public static IReadOnlyList<Pause> Read(string? text) => text is null ? [] : [.. text.Split(' ').Select(Pair)];

    private static Pause Pair(string text)
    {
        var days = text.Split('-').Select(day => int.Parse(day, CultureInfo.InvariantCulture)).ToArray();
        return new Pause(DateOnly.FromDayNumber(days[0]), DateOnly.FromDayNumber(days[1]));
    }
}
