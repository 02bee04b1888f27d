using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Programs;

/// <summary>Orchestrators made at random say on each engine what their text says, whatever happens to their instances meanwhile.</summary>
public sealed class AnyProgramCases : ConformanceSuite
{
    private static readonly int Many = Environment.GetEnvironmentVariable("ENTCREDIT_FULL") == "1" ? 1000 : 60;

    [Fact]
    public Task AnyProgram_EventsAtOnce_SaysWhatItsTextSays() => Case(
        ProgramOrchestrator.Register,
        run => Each(async seed =>
        {
            var program = await PlayedProgram.Begin(run, seed, again: false);
            await program.Tell(run);
            await program.Hear(run);
        }));

    [Fact]
    public Task AnyProgram_ContinuingAsNew_SaysTheSame() => Case(
        ProgramOrchestrator.Register,
        run => Each(async seed =>
        {
            var program = await PlayedProgram.Begin(run, seed, again: true);
            await program.Tell(run);
            await program.Hear(run);
        }));

    [Fact]
    public Task AnyProgram_SuspendedAndResumed_SaysTheSame() => Case(
        ProgramOrchestrator.Register,
        run => Each(async seed =>
        {
            var program = await PlayedProgram.Begin(run, seed, again: false);
            await run.Client.SuspendInstanceAsync(program.Id, cancellation: run.Limit);
            await program.Tell(run);
            await run.Client.ResumeInstanceAsync(program.Id, cancellation: run.Limit);
            await program.Hear(run);
        }));

    [Fact]
    public Task AnyProgram_HostRestartedMeanwhile_SaysTheSame() => Case(
        ProgramOrchestrator.Register,
        async run =>
        {
            var programs = await Task.WhenAll(Enumerable.Range(0, Many).Select(seed => PlayedProgram.Begin(run, seed, again: true)));
            await run.RestartHost();
            await Each(seed => programs[seed].Tell(run, most: 1));
            await run.RestartHost();
            await Each(seed => programs[seed].Tell(run));
            await Each(seed => programs[seed].Hear(run));
        });

    private static async Task Each(Func<int, Task> play)
    {
        var failures = await Task.WhenAll(Enumerable.Range(0, Many).Select(seed => Record.ExceptionAsync(() => play(seed)).AsTask()));
        Assert.Empty(failures.OfType<Exception>().Select(e => e.Message));
    }
}
