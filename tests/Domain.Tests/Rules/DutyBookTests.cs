using EntCredit.Domain.Objections;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Tests.Rules;

public sealed class DutyBookTests
{
    private static readonly OpenedDuty Duty = new("T14", "provider", new(2020, 7, 1), new(2020, 7, 29), "v");

    [Fact]
    public void After_OpenedAndClosedByOneFact_IsNotOpen() =>
        Assert.Empty(DutyBook.Empty.After(Fact([Duty], [new ClosedDuty("T14", DutyOutcome.Met)])).Open);

    [Fact]
    public void FallenBy_AtTheEndOfTheLastDay_IsThereUntilNoted()
    {
        var book = DutyBook.Empty.After(Fact([Duty]));
        Assert.Empty(book.FallenBy(Law.At("2020-07-29 23:59")));
        Assert.Equal([Duty], book.FallenBy(Law.At("2020-07-30 00:00")));

        var noted = book.After(new ObjectionEvent.FellOverdue(Law.At("2020-07-30 00:00"), "T14", "provider", Duty.Due));
        Assert.Empty(noted.FallenBy(Law.At("2020-08-30 00:00")));
        Assert.Single(noted.Open);
    }

    [Fact]
    public void After_ReopenedAfterItWasNoted_CanFallAgain()
    {
        var noted = DutyBook.Empty.After(Fact([Duty])).After(new ObjectionEvent.FellOverdue(Law.At("2020-07-30 00:00"), "T14", "provider", Duty.Due));

        Assert.Single(noted.After(Fact([Duty with { Due = new(2020, 8, 30) }])).FallenBy(Law.At("2020-08-31 00:00")));
    }

    // A28, and no further: a breach that happened stands.
    [Theory]
    [InlineData("2020-07-29 23:59", "T14 Cancelled withdrawn")]
    [InlineData("2020-07-30 00:00", "T14 Late withdrawn-after-due")]
    public void End_AroundTheLastDay_CancelsOrStands(string at, string expected) =>
        Assert.Equal(expected, Assert.Single(DutyBook.Empty.After(Fact([Duty])).End(Law.At(at), "withdrawn")!).Text());

    [Fact]
    public void End_OfOtherRules_EndsNothing() => Assert.Null(DutyBook.Empty.After(Fact([Duty])).End(Law.At("2020-07-02 00:00"), "x", "T15"));

    [Fact]
    public void Keep_OfWhatIsNotOpen_IsNothing() => Assert.Null(DutyBook.Empty.Keep("T14", Law.At("2020-07-02 00:00")));

    private static ObjectionEvent.Forwarded Fact(OpenedDuty[] opened, ClosedDuty[]? closed = null) =>
        new(Law.At("2020-07-01 10:00"), "scjg") { Opened = opened, Closed = closed };
}
