using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Programs;

/// <summary>An instance of a program on an engine.</summary>
internal sealed class PlayedProgram
{
    private readonly IReadOnlyList<Op> _program;
    private readonly string _said;
    private readonly Queue<(string Name, string Payload)> _events;

    private PlayedProgram(int seed, bool again)
    {
        _program = AnyProgram.Of(seed, again);
        (_said, var events) = Expected.Of(_program);
        (Id, _events) = ($"program-{seed}", new(events));
    }

    public string Id { get; }

    public static async Task<PlayedProgram> Begin(CaseRun run, int seed, bool again)
    {
        var program = new PlayedProgram(seed, again);
        await run.ScheduleAs(program.Id, ProgramOrchestrator.Name, new ProgramState("", program._program));
        return program;
    }

    /// <summary>Raises the events that it needs and was not told yet, in their order.</summary>
    public async Task Tell(CaseRun run, int most = int.MaxValue)
    {
        for (; most > 0 && _events.TryDequeue(out var next); most--)
            await run.Raise(Id, next.Name, next.Payload);
    }

    /// <summary>Waits for its end and hears what it said.</summary>
    public async Task Hear(CaseRun run)
    {
        try
        {
            var done = await run.Completed(Id);
            Assert.True(_said == (done.SerializedOutput is null ? null : done.ReadOutputAs<string>()), $"{Id} was to say {_said}, but {done}: {Text()}");
        }
        catch (OperationCanceledException) when (run.Limit.IsCancellationRequested)
        {
            Assert.Fail($"{Id} was to say {_said} and has not ended: {Text()}");
        }
    }

    private string Text() => string.Join(' ', _program);
}
