using EntCredit.Conformance.Tests.Running;
using Microsoft.Extensions.Time.Testing;

namespace EntCredit.Conformance.Tests.Histories;

/// <summary>Makes the run of a story and gives its history.</summary>
internal static class Recording
{
    public static async Task<RecordedHistory> Of(Story story, CancellationToken limit)
    {
        var folder = Directory.CreateTempSubdirectory("history").FullName;
        var begin = new DateTimeOffset(Stories.Begin.ToDateTime(new(2, 0)), TimeSpan.Zero);
        var (legal, machine) = (new FakeTimeProvider(begin), new FakeTimeProvider(begin));
        try
        {
            await using var engine = new DurableEngine(
                new() { DatabasePath = Path.Combine(folder, "durable.db") }, Registry(story), legal, machine, new CollectedLogs());
            await engine.StartAsync(limit);
            await engine.Client.ScheduleNewOrchestrationInstanceAsync(
                story.Orchestrator, story.Input, new StartOrchestrationOptions(story.Instance), limit);
            foreach (var step in story.Steps)
            {
                await engine.WaitUntilIdleAsync(limit);
                if (step is Step.Days days)
                    legal.Advance(TimeSpan.FromDays(days.Count));
                else if (step is Step.Seconds seconds)
                    machine.Advance(TimeSpan.FromSeconds(seconds.Count));
                else
                    await engine.Client.RaiseEventAsync(story.Instance, EntCredit.Orchestrations.Instances.Wake, "", limit);
            }

            await engine.Client.WaitForInstanceCompletionAsync(story.Instance, limit);
            return engine.History(story.Instance)!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static DurableRegistry Registry(Story story)
    {
        var registry = new DurableRegistry();
        registry.AddOrchestrator(story.Orchestrator, Orchestrators.All[story.Orchestrator]);
        foreach (var (name, answers) in story.Answers)
        {
            var tries = 0;
            registry.AddActivity(name, (_, _) => answers[tries++] is Exception failure ? throw failure : Task.FromResult(answers[tries - 1]));
        }

        return registry;
    }
}
