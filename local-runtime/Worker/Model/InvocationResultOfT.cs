namespace EntCredit.LocalRuntime.Worker;

/// <summary>What a run of a function gave; middleware may replace it.</summary>
/// <typeparam name="T">Its type.</typeparam>
public abstract class InvocationResult<T>
{
    /// <summary>The value.</summary>
    public abstract T? Value { get; set; }
}
