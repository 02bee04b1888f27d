using EntCredit.Domain.Calendar;

namespace EntCredit.Stores.Ledger;

/// <summary>The calendar in force: the embedded notices, and those that the ledger's calendar stream has brought since.</summary>
public sealed class CalendarBook(ILedger ledger)
{
    private State current = new(0, CalendarVersions.Embedded);

    /// <summary>The versions at this moment. One read of a short stream; the calendars are built again only when it has grown.</summary>
    public async Task<CalendarVersions> CurrentAsync(CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(CalendarEvent.Stream, cancellation);
        var known = current;
        if (stream.Version == known.Version) return known.Calendars;
        var calendars = CalendarDecider.Fold(CalendarVersions.Embedded, stream.Events.Cast<CalendarEvent>());
        current = new State(stream.Version, calendars);
        return calendars;
    }

    /// <summary>Loads notices; those that are known give nothing. What came of it.</summary>
    /// <exception cref="LedgerConflictException">Somebody else loaded notices meanwhile.</exception>
    public async Task<IReadOnlyList<CalendarEvent>> LoadAsync(IReadOnlyList<HolidayNotice> notices, DateTimeOffset at, CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(CalendarEvent.Stream, cancellation);
        var events = CalendarDecider.Load(
            CalendarDecider.Fold(CalendarVersions.Embedded, stream.Events.Cast<CalendarEvent>()), notices, at);
        if (events.Count > 0)
            await ledger.AppendAsync([new Append(CalendarEvent.Stream, CalendarEvent.Stream, stream.Version, events)], cancellation);
        return events;
    }

    private sealed record State(long Version, CalendarVersions Calendars);
}
