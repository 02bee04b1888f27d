namespace EntCredit.Domain.Calendar;

/// <summary>The one zone in which legal days are counted: Asia/Shanghai, UTC+8 without summer time since 1992.</summary>
public static class LegalZone
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The legal day on which an instant falls.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant at which a legal day begins, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    /// <summary>The instant at which a legal day has ended: 24:00 (民法典 203条), exclusive, in UTC.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
