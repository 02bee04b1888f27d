using System.Diagnostics;
using EntCredit.LocalRuntime.Worker.Indexing;

namespace EntCredit.LocalRuntime.Worker.Invocation;

/// <summary>Every run is an activity of a W3C trace, whether somebody listens or not.</summary>
internal static class RunTracing
{
    private static readonly ActivitySource Source = new("EntCredit.LocalRuntime.Worker");

    public static Activity Start(FunctionEntry function, string? traceParent)
    {
        bool given = ActivityContext.TryParse(traceParent, null, isRemote: true, out ActivityContext parent);
        Activity? listened = given
            ? Source.StartActivity(function.Name, ActivityKind.Server, parent)
            : Source.StartActivity(function.Name, ActivityKind.Internal);
        if (listened is not null)
            return listened;
        var activity = new Activity(function.Name);
        activity.SetIdFormat(ActivityIdFormat.W3C);
        if (given)
            activity.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
        return activity.Start();
    }
}
