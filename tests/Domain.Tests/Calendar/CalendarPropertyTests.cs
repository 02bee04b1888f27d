using CsCheck;
using EntCredit.Domain.Calendar;

namespace EntCredit.Domain.Tests.Calendar;

/// <summary>What holds for any day, any count and any version of the calendar. A failure prints its seed.</summary>
public sealed class CalendarPropertyTests
{
    // Reaches beyond the noticed years on both sides, so that index and arithmetic meet.
    private static readonly Gen<DateOnly> AnyDay = Gen.DateOnly[new(2012, 1, 1), new(2028, 12, 31)];
    private static readonly Gen<int> AnyCount = Gen.Int[1, 300];
    private static readonly Gen<WorkingCalendar> AnyCalendar = Gen.DateOnly[new(2013, 1, 1), new(2026, 1, 1)].Select(WorkingCalendar.AsOf);
    private static readonly Gen<Pause> AnyPause =
        Gen.Select(AnyDay, Gen.Int[0, 60], (from, length) => new Pause(from, from.AddDays(length)));

    [Fact]
    public void AddWorkingDays_MoreDays_IsStrictlyLater() =>
        Gen.Select(AnyCalendar, AnyDay, AnyCount).Sample(
            (calendar, from, count) => calendar.AddWorkingDays(from, count) < calendar.AddWorkingDays(from, count + 1),
            iter: Cases.Count);

    [Fact]
    public void AddWorkingDays_LaterStart_IsNeverEarlier() =>
        Gen.Select(AnyCalendar, AnyDay, AnyCount, Gen.Bool).Sample(
            (calendar, from, count, inclusive) =>
                calendar.AddWorkingDays(from, count, inclusive) <= calendar.AddWorkingDays(from.AddDays(1), count, inclusive),
            iter: Cases.Count);

    [Fact]
    public void CountWorkingDays_IsTheInverseOfAdding() =>
        Gen.Select(AnyCalendar, AnyDay, AnyCount).Sample(
            (calendar, from, count) => calendar.CountWorkingDays(from, calendar.AddWorkingDays(from, count)) == count,
            iter: Cases.Count);

    [Fact]
    public void AddWorkingDays_GivesAWorkingDay() =>
        Gen.Select(AnyCalendar, AnyDay, AnyCount, Gen.Bool).Sample(
            (calendar, from, count, inclusive) => calendar.IsWorkingDay(calendar.AddWorkingDays(from, count, inclusive)),
            iter: Cases.Count);

    [Fact]
    public void SubtractWorkingDays_FromAWorkingDay_IsTheInverseOfAdding() =>
        Gen.Select(AnyCalendar, AnyDay, AnyCount).Sample(
            (calendar, day, count) =>
            {
                var working = calendar.NextWorkingDay(day);
                return calendar.SubtractWorkingDays(calendar.AddWorkingDays(working, count), count) == working;
            },
            iter: Cases.Count);

    [Fact]
    public void AddWorkingDays_SevenThenThirteen_IsTwenty() =>
        Gen.Select(AnyCalendar, AnyDay).Sample(
            (calendar, from) => calendar.AddWorkingDays(calendar.AddWorkingDays(from, 7), 13) == calendar.AddWorkingDays(from, 20),
            iter: Cases.Count);

    [Fact]
    public void Index_AnyQuestion_AnswersAsTheNaiveWalk() =>
        Gen.Select(Gen.Int[0, CalendarVersions.Embedded.Notices.Count], AnyDay, AnyCount, Gen.Bool).Sample(
            (known, day, count, inclusive) =>
            {
                // Built anew, so that what is compared is no version built before.
                var calendar = WorkingCalendar.Of(CalendarVersions.Embedded.Notices.Take(known));
                var naive = new NaiveCalendar(calendar);
                Assert.Equal(naive.Works(day), calendar.IsWorkingDay(day));
                Assert.Equal(naive.Works(day), calendar.Describe(day).Works);
                Assert.Equal(naive.Add(day, count, inclusive), calendar.AddWorkingDays(day, count, inclusive));
                Assert.Equal(naive.Subtract(day, count), calendar.SubtractWorkingDays(day, count));
                Assert.Equal(naive.Count(day, day.AddDays(count)), calendar.CountWorkingDays(day, day.AddDays(count)));
                Assert.Equal(naive.Add(day, 1, inclusive: true), calendar.NextWorkingDay(day));
            },
            iter: Cases.Count);

    [Fact]
    public void Pause_AnyNumber_NeverShortensWhatRemains() =>
        Gen.Select(AnyCalendar, AnyDay, AnyTerm(), AnyPause.Array[0, 4], AnyPause).Sample(
            (calendar, from, term, pauses, further) =>
            {
                var without = Deadlines.Compute(calendar, term, from, pauses);
                var with = Deadlines.Compute(calendar, term, from, [.. pauses, further]);
                Assert.True(with.Due >= without.Due);
                Assert.True(without.Due >= Deadlines.Compute(calendar, term, from).Due);

                // After the lifting there is as much left as at the suspension.
                if (term.Unit == TermUnit.WorkingDays && pauses.Length == 0 && further.From > from && further.From <= without.Due)
                {
                    Assert.Equal(
                        calendar.CountWorkingDays(further.From.AddDays(-1), without.Due),
                        calendar.CountWorkingDays(further.Until, with.Due));
                }
            },
            iter: Cases.Count);

    [Fact]
    public void Pause_AnyNumber_EndsWhereTheNaiveWalkDoes() =>
        Gen.Select(AnyCalendar, AnyDay, AnyCount, Gen.Bool, AnyPause.Array[0, 4]).Sample(
            (calendar, from, count, inclusive, pauses) =>
                Deadlines.Compute(calendar, Term.WorkingDays(count) with { Inclusive = inclusive }, from, pauses).Due
                == new NaiveCalendar(calendar).Paused(from, count, inclusive, pauses),
            iter: Cases.Count);

    [Fact]
    public void Pause_UnderContinue_ChangesNothing() =>
        Gen.Select(AnyCalendar, AnyDay, AnyTerm(), AnyPause.Array[0, 4]).Sample(
            (calendar, from, term, pauses) =>
                Deadlines.Compute(calendar, term, from, pauses, SuspensionEffect.Continue) == Deadlines.Compute(calendar, term, from),
            iter: Cases.Count);

    [Fact]
    public void Roll_AnyTerm_EndsOnTheFirstWorkingDayFromTheLastDay() =>
        Gen.Select(AnyCalendar, AnyDay, AnyTerm()).Sample(
            (calendar, from, term) =>
            {
                var last = Deadlines.Compute(calendar, term with { Roll = Roll.None }, from).Due;
                Assert.Equal(calendar.NextWorkingDay(last), Deadlines.Compute(calendar, term with { Roll = Roll.Next }, from).Due);
            },
            iter: Cases.Count);

    [Fact]
    public void LatestUnder_TheVersionsSince_IsNeverEarlierThanAnyOfThem() =>
        Gen.Select(AnyDay, AnyTerm(), AnyDay).Sample(
            (from, term, opened) =>
            {
                var versions = CalendarVersions.Embedded.Since(opened);
                var amended = Deadlines.LatestUnder(versions, term, from);
                var each = versions.Select(v => Deadlines.Compute(v, term, from)).ToList();
                Assert.Equal(each.Max(d => d.Due), amended.Effective.Due);
                Assert.Equal(each[0], amended.Opening);
                Assert.Equal(each[^1], amended.Newest);
            },
            iter: Cases.Count);

    [Fact]
    public void Explain_AnyTerm_CountsToTheDeadlineOnItsLastDay() =>
        Gen.Select(AnyCalendar, AnyDay, AnyTerm(), AnyPause.Array[0, 3]).Sample(
            (calendar, from, term, pauses) =>
            {
                var explained = Deadlines.Explain(calendar, term, from, pauses: pauses);
                var deadline = Deadlines.Compute(calendar, term, from, pauses);
                Assert.Equal(deadline, new(explained.Due, explained.DueInstant, explained.Provisional, explained.CalendarVersion));
                Assert.Equal(explained.Due, explained.Days[^1].Date);
                var numbers = explained.Days.Where(d => d.Counted).Select(d => d.Number!.Value).ToList();
                Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
                if (term.Unit is TermUnit.WorkingDays or TermUnit.CalendarDays)
                {
                    Assert.Equal(term.Count, numbers.Count);
                }

                Assert.All(explained.Days, d => Assert.Equal(d.Counted, d.Number is not null));
            },
            iter: Cases.Count);

    private static Gen<Term> AnyTerm() => Gen.OneOf(
        TermIn(TermUnit.WorkingDays, 120), TermIn(TermUnit.CalendarDays, 200), TermIn(TermUnit.Months, 12), TermIn(TermUnit.DayOfMonth, 31));

    private static Gen<Term> TermIn(TermUnit unit, int most) =>
        Gen.Select(Gen.Int[1, most], Gen.Bool, Gen.Bool, (count, inclusive, rolls) =>
            new Term(unit, count, inclusive, rolls ? Roll.Next : Roll.None));
}
