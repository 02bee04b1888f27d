using System.Reflection;
using EntCredit.LocalRuntime.Worker.Indexing;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.LocalRuntime.Worker.Invocation;

/// <summary>The end of every pipeline: makes the function's instance, gives it its arguments, keeps its result.</summary>
internal static class FunctionExecutor
{
    public static async Task ExecuteAsync(FunctionContext context)
    {
        var run = (RunContext)context;
        FunctionEntry entry = run.Entry;
        object? instance = entry.Method.IsStatic
            ? null
            : ActivatorUtilities.CreateInstance(context.InstanceServices, entry.Method.DeclaringType!);
        object?[] arguments = new object?[entry.Arguments.Count];
        for (int i = 0; i < arguments.Length; i++)
            arguments[i] = entry.Arguments[i](run);
        run.HasReachedFunction = true;
        object? returned = entry.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        if (returned is Task task)
        {
            await task;
            returned = entry.TaskResult?.GetValue(task);
        }
        RunResult.Of(context).Value = returned;
    }
}
