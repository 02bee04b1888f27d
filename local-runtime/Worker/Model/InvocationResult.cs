namespace EntCredit.LocalRuntime.Worker;

/// <summary>What a run of a function gave; middleware may replace it.</summary>
public abstract class InvocationResult : InvocationResult<object>;
