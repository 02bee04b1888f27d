using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Programs;

/// <summary>Orchestrators made at random say on each engine what their text says, whatever happens to their instances meanwhile.</summary>
public sealed class AnyProgramCases : ConformanceSuite
{
    private const int AtOnce = 20;

    public static TheoryData<int> Lots => [.. Enumerable.Range(0, Environment.GetEnvironmentVariable("ENTCREDIT_FULL") == "1" ? 50 : 3)];

    [Theory]
    [MemberData(nameof(Lots))]
    public Task AnyProgram_EventsAtOnce_SaysWhatItsTextSays(int lot) => Case(
        ProgramOrchestrator.Register,
        run => Each(lot, seed => Played(run, seed, Told)));

    [Theory]
    [MemberData(nameof(Lots))]
    public Task AnyProgram_SuspendedAndResumed_SaysTheSame(int lot) => Case(
        ProgramOrchestrator.Register,
        run => Each(lot, seed => Played(run, seed, async (id, events) =>
        {
            await run.Client.SuspendInstanceAsync(id, cancellation: run.Limit);
            await Told(run, id, events);
            await run.Client.ResumeInstanceAsync(id, cancellation: run.Limit);
        })));

    [Theory]
    [MemberData(nameof(Lots))]
    public Task AnyProgram_HostRestartedMeanwhile_SaysTheSame(int lot) => Case(
        ProgramOrchestrator.Register,
        async run =>
        {
            var programs = await Task.WhenAll(Seeds(lot).Select(seed => Begun(run, seed)));
            await run.RestartHost();
            await Task.WhenAll(programs.Select(p => Told(run, p.Id, [.. p.Events.Take(1)])));
            await run.RestartHost();
            await Task.WhenAll(programs.Select(p => Told(run, p.Id, [.. p.Events.Skip(1)])));
            await Task.WhenAll(programs.Select(p => Heard(run, p.Id, p.Said)));
        });

    private static IEnumerable<int> Seeds(int lot) => Enumerable.Range(lot * AtOnce, AtOnce);

    private static Task Each(int lot, Func<int, Task> play) => Task.WhenAll(Seeds(lot).Select(play));

    private static Task Played(CaseRun run, int seed, Func<CaseRun, string, IReadOnlyList<(string Name, string Payload)>, Task> told) =>
        Played(run, seed, (id, events) => told(run, id, events));

    private static async Task Played(CaseRun run, int seed, Func<string, IReadOnlyList<(string Name, string Payload)>, Task> told)
    {
        var (id, said, events) = await Begun(run, seed);
        await told(id, events);
        await Heard(run, id, said);
    }

    private static async Task<(string Id, string Said, IReadOnlyList<(string Name, string Payload)> Events)> Begun(CaseRun run, int seed)
    {
        var program = AnyProgram.Of(seed);
        var (said, events) = Expected.Of(program);
        return (await run.ScheduleAs($"program-{seed}", ProgramOrchestrator.Name, new ProgramState("", program)), said, events);
    }

    private static async Task Told(CaseRun run, string id, IReadOnlyList<(string Name, string Payload)> events)
    {
        foreach (var (name, payload) in events)
            await run.Raise(id, name, payload);
    }

    private static async Task Heard(CaseRun run, string id, string said)
    {
        var done = await run.Completed(id);
        Assert.True(said == (done.SerializedOutput is null ? null : done.ReadOutputAs<string>()), $"{id}: expected {said}, but {done}");
    }
}
