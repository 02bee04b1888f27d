namespace EntCredit.LocalRuntime.Durable.Engine.Execution;

/// <summary>Failures that the engine itself records.</summary>
internal static class Failures
{
    private const string ActivityNotFound = "ActivityTaskNotFound";
    private const string OrchestratorNotFound = "OrchestratorTaskNotFound";

    /// <summary>No such activity: never retried.</summary>
    public static TaskFailureDetails NoActivity(string name) =>
        new(ActivityNotFound, $"No activity task named '{name}' was found.", null, null, null);

    /// <summary>No such orchestrator: never retried.</summary>
    public static TaskFailureDetails NoOrchestrator(string name) =>
        new(OrchestratorNotFound, $"No orchestrator task named '{name}' was found.", null, null, null);

    /// <summary>An activity did not come back within its lease, however often it was given out.</summary>
    public static TaskFailureDetails LeaseExpired(string name, TimeSpan lease, int deliveries) => new(
        typeof(TimeoutException).FullName!,
        $"Activity '{name}' did not return within its lease of {lease} in {deliveries} deliveries.", null, null, null);

    /// <summary>A sub-orchestration's instance id is taken by a running instance.</summary>
    public static TaskFailureDetails InstanceTaken(string id) => new(
        typeof(Exceptions.OrchestrationAlreadyExistsException).FullName!,
        $"An orchestration instance with the ID '{id}' already exists and has not ended.", null, null, null);

    /// <summary>A sub-orchestration was terminated.</summary>
    public static TaskFailureDetails Terminated(string id, string? output) => new(
        "Terminated", $"The orchestration instance '{id}' was terminated{(output is null ? "." : ": " + output)}", null, null, null);

    public static bool IsNonRetriable(Exception failure) =>
        failure is TaskFailedException { FailureDetails.ErrorType: ActivityNotFound or OrchestratorNotFound };
}
