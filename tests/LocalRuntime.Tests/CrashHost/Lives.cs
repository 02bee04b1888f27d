using EntCredit.LocalRuntime.Durable.Engine;

namespace EntCredit.LocalRuntime.CrashHost;

/// <summary>
/// The mixed load. A life is one round an event, each an execution of its own (ContinueAsNew): an effect, the event, a timer, a sub-orchestration
/// with an effect, and three effects at once; it ends with the event "end". An effect is known by its instance, round and task id.
/// </summary>
internal static class Lives
{
    public const string Event = "go";
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(2);

    public static void Register(DurableRegistry registry, EffectLog log)
    {
        registry.AddOrchestrator("Life", context => LifeAsync(context, log));
        registry.AddOrchestrator("Child", async context => await EffectAsync(context, log, 0));
        registry.AddActivity("Effect", async (call, cancellation) =>
        {
            var effect = $"{call.InstanceId}@{call.GetInput(typeof(int))}#{call.TaskId}={log.NextRun()}";
            log.Write("run", effect);
            // Long enough to be killed between the effect and its record.
            await Task.Delay(1, cancellation);
            return effect;
        });
    }

    private static async Task<object?> LifeAsync(TaskOrchestrationContext context, EffectLog log)
    {
        var life = context.GetInput<LifeState>() ?? new([], []);
        var round = life.Received.Count;
        var first = await EffectAsync(context, log, round);
        var received = await context.WaitForExternalEvent<string>(Event);
        await context.CreateTimer(Soon, CancellationToken.None);
        var child = await context.CallSubOrchestratorAsync<string>("Child", null, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}.{round}"));
        var more = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => EffectAsync(context, log, round)));
        LifeState next = new([.. life.Received, received], [.. life.Effects, first, child, .. more]);
        if (received.StartsWith("end", StringComparison.Ordinal))
            return next;
        context.ContinueAsNew(next);
        return null;
    }

    private static async Task<string> EffectAsync(TaskOrchestrationContext context, EffectLog log, int round)
    {
        var effect = await context.CallActivityAsync<string>("Effect", round);
        // A turn may be made again after a kill; what it saw was recorded before.
        if (!context.IsReplaying)
            log.Write("seen", effect);
        return effect;
    }
}
