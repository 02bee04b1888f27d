using CsCheck;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Inspections;

public sealed class InspectionPropertyTests
{
    private static readonly Gen<DateTimeOffset> AnyInstant = Gen.Int[0, 24 * 40].Select(hours => Law.At("2016-12-01 00:00").AddHours(hours));
    private static readonly Gen<string> AnyDepartment = Pick.From("hunan-housing", "hunan-housing", "hunan-aic", "");

    [Fact]
    public void RosterDecider_AnyInterleaving_OwesExactlyWhileTheRosterIsStale() => Interleaving.Holds(
        Gen.Select(AnyInstant, AnyDepartment, Gen.Int[0, 4], Gen.Int[-2, 20]).Select((at, by, kind, n) => kind switch
        {
            0 or 1 => new RosterCommand.Change(at, by, "hunan", "c-" + n, LegalZone.DayOf(at).AddDays(-n), "示例某"),
            2 or 3 => new RosterCommand.Update(at, by, n > 10 ? "d-1" : "d-2"),
            _ => (RosterCommand)new RosterCommand.NoteOverdue(at),
        }),
        Roster.Initial,
        (command, state) =>
        {
            Assert.Equal(state.StaleSince, state.Duties.Open.GetValueOrDefault("T16")?.From);
            return RosterDecider.Decide(command, state, Law.Of("hunan"));
        },
        Roster.Evolve,
        state => state.Duties,
        state => state.StaleSince is null);

    [Fact]
    public void EntityListDecider_AnyInterleaving_OwesOneDayAtATime() => Interleaving.Holds(
        Gen.Select(AnyInstant, AnyDepartment, Gen.Int[0, 2]).Select((at, by, kind) => kind switch
        {
            0 or 1 => new EntityListCommand.Refresh(at, by, "hunan", 10, "d"),
            _ => (EntityListCommand)new EntityListCommand.NoteOverdue(at),
        }),
        EntityList.Initial,
        (command, state) =>
        {
            Assert.Equal(state.Last is null ? 0 : 1, state.Duties.Open.Count);
            return EntityListDecider.Decide(command, state, Law.Of("hunan"));
        },
        EntityList.Evolve,
        state => state.Duties,
        state => state.Last is null);

    [Fact]
    public void DrawDecider_AnyInterleaving_EndsInALegalState() => Interleaving.Holds(
        Gen.Select(AnyInstant, Pick.From("jieshou-scjg", "jieshou-scjg", "jieshou-housing", ""), Gen.Int[0, 7], Gen.Bool).Select((at, by, kind, yes) => kind switch
        {
            0 or 1 => DrawDeciderTests.Commit with { At = at },
            2 or 3 => DrawDeciderTests.Drawing with { At = at, By = by, Seed = yes ? "seed" : "x" },
            _ => (DrawCommand)new DrawCommand.RecordResult(at, by, yes ? "s-1" : "s-2", LegalZone.DayOf(at), kind > 4 ? "a" : "b"),
        }),
        InspectionDraw.Initial,
        (command, state) => DrawDecider.Decide(command, state, Law.Of("jieshou")),
        InspectionDraw.Evolve,
        _ => DutyBook.Empty,
        state => state.Phase == DrawPhase.Finished);
}
