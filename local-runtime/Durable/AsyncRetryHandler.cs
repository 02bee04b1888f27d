namespace EntCredit.LocalRuntime.Durable;

/// <summary>Says after a failure whether to try again; it is orchestrator code and may only await durable tasks (a timer as a delay).</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
