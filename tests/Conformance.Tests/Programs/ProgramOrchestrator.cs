using System.Collections.Concurrent;
using EntCredit.Conformance.Tests.Hosts;
using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Programs;

/// <summary>Runs a program on an engine.</summary>
internal static class ProgramOrchestrator
{
    public const string Name = "Program";

    public static void Register(CaseRegistry r)
    {
        var tried = new ConcurrentDictionary<string, bool>();
        r.Orchestrator<ProgramState>(Name, (context, state) => Run(context, state!));
        r.Activity<int>("Square", n => n * n);
        r.Activity<int>("Break", n => throw new InvalidDataException($"!{n} "));
        r.Activity<string>("Flaky", key => tried.TryAdd(key!, true) ? throw new IOException("once") : int.Parse(key!.Split('/')[^1]));
    }

    private static async Task<object?> Run(TaskOrchestrationContext context, ProgramState state)
    {
        var said = state.Said;
        for (var i = 0; i < state.Rest.Count; i++)
        {
            if (state.Rest[i].Kind == OpKind.Again)
            {
                context.ContinueAsNew(new ProgramState(said, [.. state.Rest.Skip(i + 1)]));
                return null;
            }

            said += await Say(context, state.Rest[i]);
        }

        return said;
    }

    private static async Task<string> Say(TaskOrchestrationContext context, Op op)
    {
        switch (op.Kind)
        {
            case OpKind.Activity:
                return $"{await context.CallActivityAsync<int>("Square", op.Number)} ";
            case OpKind.Failing:
                return await Failing(context, op);
            case OpKind.Retried:
                // It fails once in each host that the case starts.
                var n = await context.CallActivityAsync<int>(
                    "Flaky", $"{context.InstanceId}/{op.Number}", TaskOptions.FromRetryPolicy(new RetryPolicy(10, TimeSpan.FromMilliseconds(1))));
                return $"{n * n} ";
            case OpKind.Timer:
                await context.CreateTimer(TimeSpan.FromMilliseconds(op.Number % 3), CancellationToken.None);
                return $"{op.Kind} ";
            case OpKind.CancelledTimer:
                using (var cts = new CancellationTokenSource())
                {
                    _ = context.CreateTimer(TimeSpan.FromDays(2), cts.Token);
                    cts.Cancel();
                }

                return $"{op.Kind} ";
            case OpKind.Event:
                return await context.WaitForExternalEvent<string>(Expected.EventOf(op));
            case OpKind.TimedOutEvent:
                return await TimedOut(context, op);
            case OpKind.Sub:
                return $"({await context.CallSubOrchestratorAsync<string>(Name, new ProgramState("", op.Parts!))})";
            case OpKind.All:
                return $"[{string.Concat(await Task.WhenAll(op.Parts!.Select(part => Say(context, part))))}]";
            default:
                context.SetCustomStatus(context.NewGuid());
                return $"{op.Kind} ";
        }
    }

    private static async Task<string> Failing(TaskOrchestrationContext context, Op op)
    {
        try
        {
            return await context.CallActivityAsync<string>("Break", op.Number);
        }
        catch (TaskFailedException e)
        {
            return e.FailureDetails.ErrorMessage;
        }
    }

    private static async Task<string> TimedOut(TaskOrchestrationContext context, Op op)
    {
        try
        {
            return await context.WaitForExternalEvent<string>("never", TimeSpan.FromMilliseconds(5));
        }
        catch (OperationCanceledException)
        {
            return $"{op.Kind} ";
        }
    }
}
