using System.Diagnostics.CodeAnalysis;
using EntCredit.Simulator.Tests.Naive;
using EntCredit.Simulator.Tests.World;

namespace EntCredit.Simulator.Tests.Play;

/// <summary>The offices that handle cases: in time, late, wrong, silent. What they say is told to the book as plainly as the documents say it.</summary>
/// <remarks>A wake is lost as often as it is doubled. What an office attempts that is impossible must be refused and change nothing.</remarks>
[SuppressMessage("Security", "CA5394", Justification = "A seeded chance, to be repeated.")]
internal sealed partial class Offices(SimulatedHost host, NaiveBook book, Random chance)
{
    private readonly List<(DateOnly On, Func<DateOnly, Task> Step)> agenda = [];
    private int numbered;

    /// <summary>What answered otherwise than it must.</summary>
    public List<string> Surprises { get; } = [];

    /// <summary>Whether there is anything to do on a day.</summary>
    public bool HaveWorkOn(DateOnly today) => today.Day == 1 || agenda.Exists(entry => entry.On <= today) || Happens(0.12);

    /// <summary>Does it.</summary>
    public async Task WorkAsync(DateOnly today)
    {
        var due = agenda.Where(entry => entry.On <= today).ToList();
        agenda.RemoveAll(entry => entry.On <= today);
        foreach (var (_, step) in due) await step(today);
        Func<DateOnly, Task>[] beginnings = [ObjectAsync, CorrectAsync, DeliverAsync, RestrictAsync, NotifyAsync, ChangeRosterAsync, ProvideAsync, RefreshAsync];
        for (var more = chance.Next(1, 4); more > 0; more--) await beginnings[chance.Next(beginnings.Length)](today);
    }

    private NaiveCase Begin(string stream)
    {
        var one = new NaiveCase(stream);
        book.Cases.Add(one);
        return one;
    }

    private async Task DoAsync(string area, string stream, string land, string kind, object command)
    {
        var done = await host.DoAsync(area, stream, land, kind, command, chance.Next(20) switch { < 4 => 0, < 8 => 2, _ => 1 });
        if (done.Error is not null) Surprises.Add($"{stream} {kind}: {done.Error}");
    }

    private async Task RefusedAsync(string area, string stream, string land, string kind, object command)
    {
        var done = await host.DoAsync(area, stream, land, kind, command, 1);
        if (done.Error is null || done.Events > 0) Surprises.Add($"{stream} {kind}: must be refused, but is {done}");
    }

    private void Later(DateOnly today, int least, int most, Func<DateOnly, Task> step) => agenda.Add((today.AddDays(chance.Next(least, most + 1)), step));

    private bool Happens(double likelihood) => chance.NextDouble() < likelihood;
}
