using System.Diagnostics;

namespace EntCredit.LocalRuntime.Worker.Invocation;

internal sealed class RunTrace(Activity? activity) : TraceContext
{
    public override string TraceParent { get; } = activity?.Id ?? "";

    public override string TraceState { get; } = activity?.TraceStateString ?? "";
}
