namespace EntCredit.Domain.Calendar;

/// <summary>Whether two notices say the same, lists included.</summary>
internal sealed class NoticeComparer : IEqualityComparer<HolidayNotice>
{
    public static NoticeComparer Instance { get; } = new();

    public bool Equals(HolidayNotice? x, HolidayNotice? y) =>
        ReferenceEquals(x, y)
        || (x is not null && y is not null
            && x with { DaysOff = [], MakeUpDays = [] } == y with { DaysOff = [], MakeUpDays = [] }
            && x.DaysOff.SequenceEqual(y.DaysOff)
            && x.MakeUpDays.SequenceEqual(y.MakeUpDays));

    public int GetHashCode(HolidayNotice obj) => StringComparer.Ordinal.GetHashCode(obj.Id);
}
