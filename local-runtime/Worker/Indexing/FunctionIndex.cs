using EntCredit.LocalRuntime.Worker.Extensions.Abstractions;

namespace EntCredit.LocalRuntime.Worker.Indexing;

/// <summary>The functions of the application, checked.</summary>
internal sealed record FunctionIndex(IReadOnlyList<FunctionEntry> Functions)
{
    /// <summary>The functions with a kind of trigger, each with it.</summary>
    public IEnumerable<(FunctionEntry Function, T Trigger)> With<T>()
        where T : TriggerBindingAttribute => Functions.Where(f => f.Trigger is T).Select(f => (f, (T)f.Trigger));
}
