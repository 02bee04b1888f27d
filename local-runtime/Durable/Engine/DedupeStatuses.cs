using EntCredit.LocalRuntime.Durable.Client;
using EntCredit.LocalRuntime.Durable.Engine.Steps;

namespace EntCredit.LocalRuntime.Durable.Engine;

/// <summary>Which statuses of an existing instance refuse a start.</summary>
internal static class DedupeStatuses
{
    /// <summary>The statuses of given texts; without any, the default of a Functions host.</summary>
    /// <exception cref="ArgumentException">A text is no status, or Terminated refuses while a running status does not.</exception>
    public static IReadOnlySet<OrchestrationRuntimeStatus> Refusing(IReadOnlyList<string>? texts)
    {
        if (texts is null)
            return ScheduleStep.Default;
        var statuses = texts.Select(Parse).ToHashSet();
        if (statuses.Contains(OrchestrationRuntimeStatus.Terminated) && !statuses.IsSupersetOf(ScheduleStep.Default))
            throw new ArgumentException(
                "Invalid dedupe statuses: cannot include 'Terminated' while also allowing reuse of running instances, "
                + "because the running instance would be terminated and then immediately conflict with the dedupe check.");
        return statuses;
    }

    private static OrchestrationRuntimeStatus Parse(string text) =>
        Enum.TryParse<OrchestrationRuntimeStatus>(text, ignoreCase: true, out var status)
            ? status
            : throw new ArgumentException($"Invalid orchestration runtime status: '{text}' for deduplication.");
}
