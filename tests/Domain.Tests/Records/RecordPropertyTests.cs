using System.Collections.Concurrent;
using CsCheck;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Domain.Tests.Calendar;
using Record = EntCredit.Domain.Records.Record;

namespace EntCredit.Domain.Tests.Records;

/// <summary>What holds for any interleaving of commands. A failure prints its seed; an exception of a decider is a failure.</summary>
public sealed class RecordPropertyTests
{
    /// <summary>From which state a record may come to which by one command.</summary>
    private static readonly Dictionary<RecordPhase, RecordPhase[]> Ways = new()
    {
        [RecordPhase.Unknown] =
        [
            RecordPhase.AwaitingCorrection, RecordPhase.HeldForReview, RecordPhase.Parked,
            RecordPhase.Collected, RecordPhase.CollectedOnly, RecordPhase.Withdrawn,
        ],
        [RecordPhase.AwaitingCorrection] =
            [RecordPhase.HeldForReview, RecordPhase.Parked, RecordPhase.Collected, RecordPhase.CollectedOnly, RecordPhase.Withdrawn],
        [RecordPhase.HeldForReview] =
            [RecordPhase.Parked, RecordPhase.Collected, RecordPhase.CollectedOnly, RecordPhase.Suspended, RecordPhase.Withdrawn],
        [RecordPhase.Parked] = [RecordPhase.HeldForReview, RecordPhase.Collected, RecordPhase.CollectedOnly, RecordPhase.Suspended, RecordPhase.Withdrawn],
        [RecordPhase.Collected] =
            [RecordPhase.HeldForReview, RecordPhase.Published, RecordPhase.CollectedOnly, RecordPhase.Suspended, RecordPhase.Withdrawn],
        [RecordPhase.CollectedOnly] = [RecordPhase.HeldForReview, RecordPhase.Parked, RecordPhase.Collected, RecordPhase.Suspended, RecordPhase.Withdrawn],
        [RecordPhase.Published] = [RecordPhase.CollectedOnly, RecordPhase.Suspended, RecordPhase.Expired, RecordPhase.Withdrawn],
        [RecordPhase.Suspended] =
        [
            RecordPhase.HeldForReview, RecordPhase.Collected, RecordPhase.CollectedOnly, RecordPhase.Published, RecordPhase.Expired, RecordPhase.Withdrawn,
        ],
        [RecordPhase.Expired] = [RecordPhase.Withdrawn],
        [RecordPhase.Withdrawn] = [],
    };

    [Fact]
    public void Decide_AnyInterleaving_GoesFromLegalStateToLegalState()
    {
        var seen = new ConcurrentDictionary<RecordPhase, bool>();
        Check((life, command, decision, before, after) =>
        {
            seen[after.Phase] = true;
            Assert.True(before.Phase == after.Phase || Ways[before.Phase].Contains(after.Phase), $"{before.Phase} to {after.Phase} by {command}");
            if (decision.Error is null) return;
            Assert.Empty(decision.Events);
            Assert.Contains(decision.Error, RecordErrors.All);
        });

        // The lives reach every state, or nothing was tried.
        Assert.Equal(Enum.GetValues<RecordPhase>(), seen.Keys.Order());
    }

    [Fact]
    public void Decide_TheSameCommandAgain_GivesNoEvents() =>
        Check((life, command, _, _, after) => Assert.Empty(RecordDecider.Decide(command, after, life.Rules).Events));

    [Fact]
    public void Decide_LateWakeUpOfAFinishedRecord_GivesNoEvents() =>
        Check((life, command, _, _, after) =>
        {
            if (!after.Finished) return;
            foreach (var late in life.History.Select(happened => happened.At).Append(command.At).Select(at => at.AddYears(1)))
            {
                Assert.Empty(RecordDecider.Decide(new RecordCommand.NoteOverdue(late), after, life.Rules).Events);
                Assert.Empty(RecordDecider.Decide(new RecordCommand.Publish(late), after, life.Rules).Events);
                Assert.Empty(RecordDecider.Decide(new RecordCommand.Join(late), after, life.Rules).Events);
                Assert.Empty(RecordDecider.Decide(new RecordCommand.Expire(late), after, life.Rules).Events);
                Assert.Empty(RecordDecider.Decide(new RecordCommand.Suspend(late, "scjg", "objection-9"), after, life.Rules).Events);
                Assert.Empty(RecordDecider.Decide(new RecordCommand.Resume(late, "scjg", "objection-1"), after, life.Rules).Events);
            }
        });

    [Fact]
    public void Fold_TheHistory_IsTheStateThatStepsGave() =>
        Check((life, _, _, _, after) =>
        {
            var replayed = Record.Fold(life.History);
            Assert.Equal(Facts(after), Facts(replayed));
            Assert.Equivalent(after.OpenDuties, replayed.OpenDuties, strict: true);
        });

    [Fact]
    public void Events_Always_CarryTheCommandsInstant() =>
        Check((_, command, decision, _, _) => Assert.All(decision.Events, happened => Assert.Equal(command.At, happened.At)));

    [Fact]
    public void Duties_AnyInterleaving_AreOpenedOnceAndClosedByTheirLastDay() =>
        CheckDuties((life, duties, happened) =>
        {
            foreach (var opened in happened.Opened ?? [])
            {
                Assert.True(duties.TryAdd(opened.Rule, opened), $"{opened.Rule} was open");
                Assert.True(opened.Due > opened.From);
                Assert.Equal(opened.Rule == "T2" ? RecordLife.MarketSupervision : life.State.Origin!.Provider, opened.Debtor);
            }

            foreach (var closed in happened.Closed ?? [])
            {
                Assert.True(duties.Remove(closed.Rule, out var duty), $"{closed.Rule} was never opened");
                if (closed.Outcome == DutyOutcome.Cancelled)
                {
                    Assert.NotNull(closed.Reason);
                    continue;
                }

                Assert.Equal(happened.At < LegalZone.EndOf(duty!.Due) ? DutyOutcome.Met : DutyOutcome.Late, closed.Outcome);
                Assert.True(closed.Outcome == DutyOutcome.Late || closed.Reason is null);
            }
        });

    [Fact]
    public void Duties_OfAnyState_AreOnlyThoseThatItOwes() =>
        Check((life, _, _, _, after) =>
        {
            IReadOnlyCollection<string> allowed = after.Phase switch
            {
                RecordPhase.AwaitingCorrection => ["T1", "T1-mend", "T4", "T6"],
                RecordPhase.HeldForReview or RecordPhase.Parked or RecordPhase.Collected => ["T2"],
                RecordPhase.Suspended when after.PublishedAt is null => ["T2"],
                _ => [],
            };
            Assert.Subset(allowed.ToHashSet(), after.OpenDuties.Keys.ToHashSet());
            if (after.Phase == RecordPhase.AwaitingCorrection) Assert.Contains("T1-mend", after.OpenDuties.Keys);
            var withoutClock = after.Phase is RecordPhase.HeldForReview or RecordPhase.Parked or RecordPhase.Collected && after.OpenDuties.IsEmpty && after.Paused is null;
            if (withoutClock) Assert.True(life.Rules.Profile.Clock(ClockKind.Publication) is null || EverBacklog(life));
        });

    [Fact]
    public void Publication_AnyInterleaving_IsCountedTwentyWorkingDaysFromTheEvent() =>
        Check((life, _, decision, _, after) =>
        {
            foreach (var duty in decision.Events.SelectMany(happened => happened.Opened ?? []).Where(duty => duty is { Rule: "T2", Pauses: null }))
            {
                Assert.Equal(after.Content!.GeneratedOn, duty.From);
                var days = life.Rules.Profile.Id == RecordLife.Pausing ? 10 : 20;
                Assert.Equal(new NaiveCalendar(life.Rules.Calendar).Add(duty.From, days, inclusive: false), duty.Due);
            }
        });

    // A7: a pause takes the days of the suspension out and never shortens what remains.
    [Fact]
    public void Pause_AnyInterleaving_LeavesAtLeastWhatRemained()
    {
        var resumed = 0;
        CheckOf(AnyLife.Paused, (life, _, decision, before, after) =>
        {
            if (before.Paused is not var (paused, since) || decision.Events is not [RecordEvent.Resumed { Opened: [var again] } happened]) return;
            var calendar = life.Rules.Calendar;
            var eve = since.AddDays(-1) > paused.From ? since.AddDays(-1) : paused.From;
            // A day that an earlier pause took out is no day of what remained.
            if (paused.Pauses is [.., var earlier] && earlier.Until > eve) eve = earlier.Until;
            var remained = calendar.CountWorkingDays(eve, paused.Due);
            Assert.True(again.Due >= paused.Due);
            Assert.True(calendar.CountWorkingDays(LegalZone.DayOf(happened.At), again.Due) >= remained, $"{again} after {paused} since {since}");
            Assert.Empty(after.HiddenBy);
            Interlocked.Increment(ref resumed);
        });
        Assert.True(resumed > 0);
    }

    [Fact]
    public void Suspension_AnyInterleaving_LastsUntilEveryCaseHasResumed() =>
        Check((life, _, _, _, after) =>
        {
            var hiding = new HashSet<string>();
            foreach (var happened in life.History)
            {
                if (happened is RecordEvent.Suspended hidden) Assert.True(hiding.Add(hidden.Case));
                if (happened is RecordEvent.Resumed shown) Assert.True(hiding.Remove(shown.Case));
            }

            Assert.Equal(hiding.Order(), after.HiddenBy.Keys);
            if (after.PublishedAt is not null && !after.Finished)
                Assert.Equal(hiding.Count > 0 ? RecordPhase.Suspended : RecordPhase.Published, after.Phase);
        });

    [Fact]
    public void Notes_AnyInterleaving_ComeOncePerDutyAndOnTheRightSideOfItsLastDay()
    {
        var noted = new Dictionary<(Type, string), int>();
        CheckDuties(
            (_, duties, happened) =>
            {
                foreach (var rule in (happened.Closed ?? []).Select(duty => duty.Rule).Concat((happened.Opened ?? []).Select(duty => duty.Rule)))
                {
                    noted.Remove((typeof(RecordEvent.Reminded), rule));
                    noted.Remove((typeof(RecordEvent.FellOverdue), rule));
                }

                var (said, due) = happened switch
                {
                    RecordEvent.Reminded e => (e.Rule, e.Due),
                    RecordEvent.FellOverdue e => (e.Rule, e.Due),
                    _ => (null, default),
                };
                foreach (var opened in happened.Opened ?? []) duties[opened.Rule] = opened;
                if (said is not null)
                {
                    Assert.Equal(duties[said].Due, due);
                    Assert.Equal(happened is RecordEvent.FellOverdue, happened.At >= LegalZone.EndOf(due));
                    Assert.True(noted.TryAdd((happened.GetType(), said), 1), $"{happened} was said before");
                }

                foreach (var closed in happened.Closed ?? []) duties.Remove(closed.Rule);
            },
            noted.Clear,
            threads: 1);
    }

    [Fact]
    public void Provider_AnyInterleaving_IsTheOnlyOneWhoChangesTheRecord() =>
        Check((_, command, decision, before, _) =>
        {
            var by = command switch
            {
                RecordCommand.Take take => take.Origin.Provider,
                RecordCommand.DeclareReviewed declare => declare.By,
                RecordCommand.Withdraw withdraw => withdraw.By,
                RecordCommand.MendElsewhere mend => mend.By,
                _ => null,
            };
            if (by is null || before.Origin is null || by == before.Origin.Provider) return;
            Assert.Equal(RecordErrors.NotProvider, decision.Error);
        });

    [Fact]
    public void Origin_AnyInterleaving_StaysTheFirst() =>
        Check((_, _, _, before, after) => Assert.True(before.Origin is null || before.Origin == after.Origin));

    private static bool EverBacklog(RecordLife life) => life.History.Any(happened => happened switch
    {
        RecordEvent.Collected e => life.Rules.Profile.IsBacklog(e.Content.GeneratedOn!.Value),
        RecordEvent.Corrected e => life.Rules.Profile.IsBacklog(e.Content.GeneratedOn!.Value),
        _ => false,
    });

    private static object Facts(Record state) => (
        state.Phase, state.Origin, state.Subject, state.Digest, state.Publicity, state.CollectedAt, state.PublishedAt, state.CorrectedAt, state.Cohort,
        state.CollectedLate, state.AwaitsSubject, state.Paused, string.Join(' ', state.HiddenBy), string.Join(' ', state.CorrectedIn), string.Join(' ', state.Reminded.Order()), string.Join(' ', state.Overdue.Order()));

    private delegate void Step(RecordLife life, RecordCommand command, Decision<RecordEvent> decision, Record before, Record after);

    private static void Check(Step step) => CheckOf(AnyLife.Lives, step);

    private static void CheckOf(Gen<(string Profile, IReadOnlyList<RecordCommand> Commands)> lives, Step step) => lives.Sample(
        (profile, commands) =>
        {
            var life = new RecordLife(profile);
            foreach (var command in commands)
            {
                var before = life.State;
                var decision = life.Ask(command);
                step(life, command, decision, before, life.State);
            }
        },
        iter: Cases.Count);

    /// <summary>Every event of any life, with the duties that are open before it. Those are kept by whoever checks.</summary>
    private static void CheckDuties(Action<RecordLife, Dictionary<string, OpenedDuty>, RecordEvent> check, Action? begin = null, int threads = -1) => AnyLife.Lives.Sample(
        (profile, commands) =>
        {
            begin?.Invoke();
            var life = new RecordLife(profile);
            foreach (var command in commands) life.Ask(command);
            var duties = new Dictionary<string, OpenedDuty>();
            foreach (var happened in life.History) check(life, duties, happened);
            Assert.Equal(life.State.OpenDuties.Keys.Order(), duties.Keys.Order());
        },
        iter: Cases.Count,
        threads: threads);
}
