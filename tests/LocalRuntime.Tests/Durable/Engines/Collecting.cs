using EntCredit.LocalRuntime.Durable.Engine;

namespace EntCredit.LocalRuntime.Tests.Durable.Engines;

/// <summary>An orchestrator that collects numbers, and does something of each kind at some of them.</summary>
internal static class Collecting
{
    public const int CallsAnActivity = 1, SetsATimer = 2, CallsAChild = 3, ContinuesAsNew = 4, Ends = 5, Fails = 6;
    public static readonly TimeSpan Timer = TimeSpan.FromHours(1);

    public static void Register(DurableRegistry registry)
    {
        registry.AddOrchestrator("Collect", CollectAsync);
        registry.AddOrchestrator("Child", async context => await context.CallActivityAsync<int>("Negative", context.GetInput<int>()));
        registry.AddActivity("Negative", (call, _) => Task.FromResult<object?>(-(int)call.GetInput(typeof(int))!));
    }

    private static async Task<object?> CollectAsync(TaskOrchestrationContext context)
    {
        var got = context.GetInput<List<int>>() ?? [];
        while (true)
        {
            var number = await context.WaitForExternalEvent<int>("number");
            got.Add(number);
            switch (number)
            {
                case CallsAnActivity:
                    got.Add(await context.CallActivityAsync<int>("Negative", got.Count));
                    break;
                case SetsATimer:
                    await context.CreateTimer(Timer, CancellationToken.None);
                    got.Add(0);
                    break;
                case CallsAChild:
                    got.Add(await context.CallSubOrchestratorAsync<int>("Child", got.Count));
                    break;
                case ContinuesAsNew:
                    context.ContinueAsNew(got);
                    return null;
                case Ends:
                    return got;
                case Fails:
                    throw new InvalidOperationException(string.Join(' ', got));
            }

            context.SetCustomStatus(string.Join(' ', got));
        }
    }
}
