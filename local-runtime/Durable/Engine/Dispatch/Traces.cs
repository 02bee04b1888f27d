using System.Diagnostics;
using EntCredit.LocalRuntime.Durable.Engine.Storage;

namespace EntCredit.LocalRuntime.Durable.Engine.Dispatch;

/// <summary>W3C trace context: from who schedules an orchestration to its activities.</summary>
internal static class Traces
{
    private static readonly ActivitySource Source = new("EntCredit.LocalRuntime.Durable");

    /// <summary>A span for an activity, below the one that scheduled its orchestration; the current one while it runs.</summary>
    public static Activity? StartActivity(QueuedActivity activity)
    {
        if (!ActivityContext.TryParse(activity.TraceParent, activity.TraceState, isRemote: true, out var parent))
            return null;
        // Without a listener the source makes nothing, yet what the activity calls should carry the trace on.
        return Source.StartActivity("activity:" + activity.Name, ActivityKind.Server, parent) ?? Plain(activity);
    }

    private static Activity Plain(QueuedActivity activity)
    {
        var plain = new Activity("activity:" + activity.Name) { TraceStateString = activity.TraceState };
        plain.SetIdFormat(ActivityIdFormat.W3C);
        return plain.SetParentId(activity.TraceParent!).Start();
    }
}
