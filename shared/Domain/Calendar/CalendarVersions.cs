namespace EntCredit.Domain.Calendar;

/// <summary>Every version of the calendar that one line of notices has given, oldest first. Immutable; a version is built once.</summary>
public sealed class CalendarVersions
{
    private readonly Lazy<WorkingCalendar>[] versions;

    /// <summary>The versions of a line of notices.</summary>
    /// <param name="notices">The notices in the order of issue.</param>
    public CalendarVersions(IReadOnlyList<HolidayNotice> notices)
    {
        Notices = notices;
        versions = [.. Enumerable.Range(0, notices.Count + 1).Select(known => new Lazy<WorkingCalendar>(() => WorkingCalendar.Of(notices.Take(known))))];
    }

    /// <summary>The versions of the embedded data file.</summary>
    public static CalendarVersions Embedded { get; } = new(CalendarFile.Embedded().Notices);

    /// <summary>The notices in the order of issue.</summary>
    public IReadOnlyList<HolidayNotice> Notices { get; }

    /// <summary>The version that knows every notice.</summary>
    public WorkingCalendar Newest => versions[^1].Value;

    /// <summary>The version that was known at the end of a day: only the notices issued by then.</summary>
    public WorkingCalendar AsOf(DateOnly issuedBy) => versions[KnownBy(issuedBy)].Value;

    /// <summary>The versions in force since an obligation opened: the one of that day and each later one, oldest first.</summary>
    public IReadOnlyList<WorkingCalendar> Since(DateOnly openedOn) => [.. versions.Skip(KnownBy(openedOn)).Select(v => v.Value)];

    /// <summary>The versions that came after the one of a name, oldest first; all of them where the name is not known.</summary>
    public IReadOnlyList<WorkingCalendar> After(string version)
    {
        var known = versions.Length - 1;
        while (known >= 0 && VersionOf(known) != version) known--;
        return [.. versions.Skip(known + 1).Select(v => v.Value)];
    }

    /// <summary>The versions with one notice more.</summary>
    /// <exception cref="ArgumentException">The notice does not fit those before it.</exception>
    public CalendarVersions With(HolidayNotice notice)
    {
        var next = Newest.With(notice);
        return next == Newest ? this : new(next.Notices);
    }

    private string VersionOf(int known) => known == 0 ? versions[0].Value.Version : Notices[known - 1].Version;

    private int KnownBy(DateOnly day) => Notices.Count(n => n.Issued <= day);
}
