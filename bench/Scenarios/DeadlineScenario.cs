using EntCredit.Domain.Calendar;

namespace EntCredit.Bench.Scenarios;

/// <summary>What one deadline of twenty working days costs.</summary>
public sealed class DeadlineScenario : IScenario
{
    private const int Operations = 1_000_000;

    /// <inheritdoc />
    public string Name => "deadline";

    /// <inheritdoc />
    public string Describes => "one 20-working-day deadline, ns; floor: one array look-up of the same day";

    /// <inheritdoc />
    public Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop)
    {
        var calendar = WorkingCalendar.Default;
        var term = Term.WorkingDays(20);
        var days = SampleDays.Of(Operations);
        var first = SampleDays.First.DayNumber;
        var table = Enumerable.Range(first, SampleDays.Span).Select(day => calendar.AddWorkingDays(DateOnly.FromDayNumber(day), 20).DayNumber).ToArray();
        long sink = 0;

        void Floor()
        {
            long sum = 0;
            foreach (var day in days)
            {
                sum += table[day.DayNumber - first];
            }

            sink += sum;
        }

        void Add()
        {
            long sum = 0;
            foreach (var day in days)
            {
                sum += calendar.AddWorkingDays(day, 20).DayNumber;
            }

            sink += sum;
        }

        void Compute()
        {
            long sum = 0;
            foreach (var day in days)
            {
                sum += Deadlines.Compute(calendar, term, day).Due.DayNumber;
            }

            sink += sum;
        }

        const double NanosecondsEach = 1e9 / Operations;
        Figure[] figures =
        [
            Measure.Paired("add-20-working-days", "ns", NanosecondsEach, rounds, Add, Floor),
            Measure.Paired("deadline-20-working-days", "ns", NanosecondsEach, rounds, Compute, Floor),
        ];
        GC.KeepAlive(sink);
        return Task.FromResult<IReadOnlyList<Figure>>(figures);
    }
}
