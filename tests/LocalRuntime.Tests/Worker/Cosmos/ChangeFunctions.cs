namespace EntCredit.LocalRuntime.Tests.Worker.Cosmos;

public sealed class FromBeginning(Seen seen)
{
    [Function("FromBeginning")]
    public void Run(
        [CosmosDBTrigger("town", "records", Connection = "Cosmos", CreateLeaseContainerIfNotExists = true, StartFromBeginning = true, FeedPollDelay = 20, LeaseAcquireInterval = 50)]
            IReadOnlyList<Change> changes
    )
    {
        foreach (Change change in changes)
            seen.Add($"{change.Subject} {change.Number}");
    }
}

public sealed class FromNow(Seen seen)
{
    [Function("FromNow")]
    public void Run(
        [CosmosDBTrigger("%Town%", "records", Connection = "Cosmos", CreateLeaseContainerIfNotExists = true, FeedPollDelay = 20, LeaseAcquireInterval = 50)]
            IReadOnlyList<Change> changes
    )
    {
        foreach (Change change in changes)
            seen.Add($"{change.Subject} {change.Number}");
    }
}

public sealed class InSmallBatches(Seen seen)
{
    [Function("InSmallBatches")]
    public void Run(
        [CosmosDBTrigger("town", "records", Connection = "Cosmos", LeaseContainerPrefix = "small", CreateLeaseContainerIfNotExists = true, StartFromBeginning = true, FeedPollDelay = 20, LeaseAcquireInterval = 50, MaxItemsPerInvocation = 3)]
            IReadOnlyList<Change> changes
    ) => seen.Add(string.Join(' ', changes.Select(c => c.Number)));
}

public sealed class FailsOnTwo(Seen seen)
{
    [Function("FailsOnTwo")]
    public void Run(
        [CosmosDBTrigger("town", "records", Connection = "Cosmos", CreateLeaseContainerIfNotExists = true, StartFromBeginning = true, FeedPollDelay = 20, LeaseAcquireInterval = 50, MaxItemsPerInvocation = 1)]
            IReadOnlyList<Change> changes
    )
    {
        seen.Add($"{changes[0].Number}");
        if (changes[0].Number == 2)
            throw new InvalidOperationException("Two is wrong.");
    }
}

public sealed class Retried(Seen seen)
{
    [Function("Retried")]
    [FixedDelayRetry(-1, "00:00:00.010")]
    public void Run(
        [CosmosDBTrigger("town", "records", Connection = "Cosmos", CreateLeaseContainerIfNotExists = true, StartFromBeginning = true, FeedPollDelay = 20, LeaseAcquireInterval = 50, MaxItemsPerInvocation = 1)]
            IReadOnlyList<Change> changes,
        FunctionContext context
    )
    {
        seen.Add($"{changes[0].Number} retry {context.RetryContext.RetryCount} of {context.RetryContext.MaxRetryCount}");
        if (changes[0].Number == 2 && context.RetryContext.RetryCount < 3)
            throw new InvalidOperationException("Two is wrong.");
    }
}

public sealed class RetriedTwice(Seen seen)
{
    [Function("RetriedTwice")]
    [ExponentialBackoffRetry(2, "00:00:00.005", "00:00:00.010")]
    public void Run(
        [CosmosDBTrigger("town", "records", Connection = "Cosmos", CreateLeaseContainerIfNotExists = true, StartFromBeginning = true, FeedPollDelay = 20, LeaseAcquireInterval = 50, MaxItemsPerInvocation = 1)]
            IReadOnlyList<Change> changes
    )
    {
        seen.Add($"{changes[0].Number}");
        if (changes[0].Number == 2)
            throw new InvalidOperationException("Two is wrong.");
    }
}

public sealed class HeldChanges(Seen seen, Gate gate)
{
    [Function("HeldChanges")]
    public async Task Run(
        [CosmosDBTrigger("town", "records", Connection = "Cosmos", CreateLeaseContainerIfNotExists = true, StartFromBeginning = true, FeedPollDelay = 20, LeaseAcquireInterval = 50, MaxItemsPerInvocation = 1)]
            IReadOnlyList<Change> changes,
        CancellationToken cancellation
    )
    {
        seen.Add($"begin {changes[0].Number}");
        await gate.WaitAsync(cancellation);
        seen.Add($"end {changes[0].Number}");
    }
}
