namespace EntCredit.LocalRuntime.Durable.Engine;

/// <summary>An activity's code. The token is cancelled when its lease runs out or the host will not wait longer.</summary>
public delegate Task<object?> ActivityBody(ActivityInvocation invocation, CancellationToken cancellation);
