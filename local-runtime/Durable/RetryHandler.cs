namespace EntCredit.LocalRuntime.Durable;

/// <summary>Says after a failure whether to try again.</summary>
public delegate bool RetryHandler(RetryContext retryContext);
