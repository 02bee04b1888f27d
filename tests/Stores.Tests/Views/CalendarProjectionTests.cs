using EntCredit.Domain.Calendar;
using EntCredit.Domain.Obligations;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Tests.Ledger;

namespace EntCredit.Stores.Tests.Views;

public sealed class CalendarProjectionTests : ViewFixture
{
    private static readonly DateOnly From = new(2026, 12, 23);

    [Fact]
    public async Task NoticeLoaded_OpenDutyEndsOnANewHoliday_MovesLaterAndOnlyTheProjectionIsWritten()
    {
        await HappenAsync("r-1", Collected() with { Opened = [Announced()], Closed = null });
        Assert.Equal(new DateOnly(2027, 1, 1), (await Obligations.AboutAsync("r-1", Cancellation))[0].Due);

        await HappenAsync(CalendarEvent.Stream, new CalendarEvent.NoticeLoaded(At.AddDays(1), Samples.Notice));

        var duty = Assert.Single(await Obligations.AboutAsync("r-1", Cancellation));
        Assert.Equal((new DateOnly(2027, 1, 5), "2027-content_9999999", false), (duty.Due, duty.CalendarVersion, duty.Provisional));
        var stored = (await Ledger.LoadAsync("r-1", Cancellation)).Events[0];
        Assert.Equal(new DateOnly(2027, 1, 1), stored.Opened![0].Due);
    }

    [Fact]
    public async Task NoticeLoaded_ThatWouldMakeADutyEarlier_LeavesItsDay()
    {
        // Announced while nobody knew that the 9th would be worked.
        var announced = Announced() with { Due = new DateOnly(2027, 1, 12) };
        await HappenAsync("r-1", Collected() with { Opened = [announced], Closed = null });

        await HappenAsync(CalendarEvent.Stream, new CalendarEvent.NoticeLoaded(At.AddDays(1), Samples.Notice));

        Assert.Equal(new DateOnly(2027, 1, 12), (await Obligations.AboutAsync("r-1", Cancellation))[0].Due);
    }

    [Fact]
    public async Task NoticeLoaded_EndedDuty_IsNotTouched()
    {
        await HappenAsync("r-1", Collected() with { Opened = [Announced()], Closed = [new ClosedDuty("T1", DutyOutcome.Met)] });

        await HappenAsync(CalendarEvent.Stream, new CalendarEvent.NoticeLoaded(At.AddDays(1), Samples.Notice));

        Assert.Equal(new DateOnly(2027, 1, 1), (await Obligations.AboutAsync("r-1", Cancellation))[0].Due);
    }

    [Fact]
    public async Task RebuildProjectionsAsync_AfterANotice_GivesTheSameRows()
    {
        await HappenAsync("r-1", Collected() with { Opened = [Announced()], Closed = null });
        await HappenAsync(CalendarEvent.Stream, new CalendarEvent.NoticeLoaded(At.AddDays(1), Samples.Notice));
        var kept = LedgerDump.Projections(File);

        await Ledger.RebuildProjectionsAsync(Cancellation);

        Assert.Equal(kept, LedgerDump.Projections(File));
    }

    [Fact]
    public async Task CalendarBook_LoadedTwice_KnowsTheNoticeOnce()
    {
        var book = new CalendarBook(Ledger);

        Assert.Single(await book.LoadAsync([Samples.Notice], At, Cancellation));
        Assert.Empty(await book.LoadAsync([Samples.Notice], At.AddDays(1), Cancellation));

        Assert.Equal("2027-content_9999999", (await book.CurrentAsync(Cancellation)).Newest.Version);
    }

    private static OpenedDuty Announced() =>
        Duties.Open(WorkingCalendar.Default, "T1", "jieshou-chengguan", Term.WorkingDays(7), From);
}
