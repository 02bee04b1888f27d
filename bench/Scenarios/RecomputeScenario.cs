using EntCredit.Domain.Calendar;

namespace EntCredit.Bench.Scenarios;

/// <summary>What it costs to recompute a million open obligations when a notice arrives.</summary>
public sealed class RecomputeScenario : IScenario
{
    private const int Obligations = 1_000_000;
    private static readonly int[] Counts = [3, 5, 7, 15, 20];

    /// <inheritdoc />
    public string Name => "recompute";

    /// <inheritdoc />
    public string Describes => "a million open obligations recomputed, s; floor: a pass over the same rows with one array look-up each";

    /// <inheritdoc />
    public Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop)
    {
        var versions = CalendarVersions.Embedded;
        var terms = Counts.Select(Term.WorkingDays).ToArray();
        var days = SampleDays.Of(Obligations);
        var open = days.Select((day, i) => (From: day, Term: terms[i % terms.Length])).ToArray();
        // Open obligations are recent: all of them opened with the version before the newest, or the newest.
        var inForce = versions.Since(versions.Notices[^1].Issued.AddDays(-1));
        var first = SampleDays.First.DayNumber;
        var table = Enumerable.Range(first, SampleDays.Span).ToArray();
        var due = new int[Obligations];

        void Floor()
        {
            for (var i = 0; i < open.Length; i++)
            {
                due[i] = table[open[i].From.DayNumber - first] + open[i].Term.Count;
            }
        }

        void Newest()
        {
            for (var i = 0; i < open.Length; i++)
            {
                due[i] = Deadlines.Compute(versions.Newest, open[i].Term, open[i].From).Due.DayNumber;
            }
        }

        void Latest()
        {
            for (var i = 0; i < open.Length; i++)
            {
                due[i] = Deadlines.LatestUnder(inForce, open[i].Term, open[i].From).Effective.Due.DayNumber;
            }
        }

        Figure[] figures =
        [
            Measure.Paired("million-under-newest", "s", 1, rounds, Newest, Floor),
            Measure.Paired("million-latest-of-two-versions", "s", 1, rounds, Latest, Floor),
        ];
        return Task.FromResult<IReadOnlyList<Figure>>(figures);
    }
}
