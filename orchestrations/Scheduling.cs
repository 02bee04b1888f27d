using EntCredit.Orchestrations.Records;

namespace EntCredit.Orchestrations;

/// <summary>Starts and wakes orchestrations. All of it may be repeated.</summary>
public static class Scheduling
{
    private static readonly OrchestrationRuntimeStatus[] Alive =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    /// <summary>Starts an orchestration that runs once in its life; one that is there already, ended well or alive, is left alone.</summary>
    public static Task StartOnceAsync(this DurableTaskClient client, string name, object input, string instance, CancellationToken cancellation) =>
        StartAsync(client, name, input, instance, [.. Alive, OrchestrationRuntimeStatus.Completed], cancellation);

    /// <summary>Releases a batch after its review; once more where an earlier release has ended.</summary>
    public static Task ReleaseAsync(this DurableTaskClient client, string batch, CancellationToken cancellation) =>
        StartAsync(client, ReviewOrchestrator.Name, new BatchInput(batch), Instances.OfReview(batch), Alive, cancellation);

    /// <summary>Takes a batch back; once more where an earlier run has ended.</summary>
    public static Task WithdrawBatchAsync(this DurableTaskClient client, string batch, CancellationToken cancellation) =>
        StartAsync(client, WithdrawalOrchestrator.Name, new BatchInput(batch), Instances.OfWithdrawal(batch), Alive, cancellation);

    /// <summary>
    /// Wakes a cohort: raises the event, and starts the orchestration again where it has ended.
    /// A wake that is lost in between costs time, never truth: the reconciler finds it.
    /// </summary>
    public static async Task WakeCohortAsync(this DurableTaskClient client, string cohort, CancellationToken cancellation)
    {
        var instance = Instances.OfCohort(cohort);
        await StartAsync(client, CohortOrchestrator.Name, new CohortInput(cohort), instance, Alive, cancellation);
        await client.RaiseEventAsync(instance, Instances.Wake, string.Empty, cancellation);
    }

    /// <summary>Starts what keeps a case's time; once more where it has ended, since a case may come to owe again.</summary>
    /// <param name="client">The durable client.</param>
    /// <param name="orchestrator">The area's orchestrator.</param>
    /// <param name="stream">The case's stream.</param>
    /// <param name="cancellation">Stops the call.</param>
    public static Task StartCaseAsync(this DurableTaskClient client, string orchestrator, string stream, CancellationToken cancellation) =>
        StartAsync(client, orchestrator, new CaseInput(stream), stream, Alive, cancellation);

    /// <summary>Wakes what keeps a case's time after a fact of the case was committed, and starts it where it is not there.</summary>
    /// <inheritdoc cref="StartCaseAsync"/>
    public static async Task WakeCaseAsync(this DurableTaskClient client, string orchestrator, string stream, CancellationToken cancellation)
    {
        await client.StartCaseAsync(orchestrator, stream, cancellation);
        await client.RaiseEventAsync(stream, Instances.Wake, string.Empty, cancellation);
    }

    private static async Task StartAsync(
        DurableTaskClient client, string name, object input, string instance, OrchestrationRuntimeStatus[] dedupe, CancellationToken cancellation)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                name, input, new StartOrchestrationOptions(instance).WithDedupeStatuses(dedupe), cancellation);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // Somebody else was first: that is success.
        }
    }
}
