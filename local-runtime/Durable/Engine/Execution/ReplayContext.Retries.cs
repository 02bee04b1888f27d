using EntCredit.LocalRuntime.Durable.Engine.History;

namespace EntCredit.LocalRuntime.Durable.Engine.Execution;

/// <content>Retries: their delays are timers on the machine clock.</content>
internal sealed partial class ReplayContext
{
    private async Task<TResult> WithRetries<TResult>(TaskRetryOptions? retry, Func<Task<TResult>> attempt) => retry switch
    {
        { Policy: { } policy } => await ByPolicy(policy, attempt),
        { Handler: { } handler } => await ByHandler(handler, attempt),
        _ => await attempt(),
    };

    private async Task<TResult> ByPolicy<TResult>(RetryPolicy policy, Func<Task<TResult>> attempt)
    {
        var first = _time.Machine;
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                return await attempt();
            }
            catch (Exception failure) when (!Failures.IsNonRetriable(failure) && attempts < policy.MaxNumberOfAttempts)
            {
                if (DelayAfter(policy, attempts, first, failure) is not { } delay)
                    throw;
                await Timer(DurableClock.Machine, _time.Machine.Add(delay), CancellationToken.None);
            }
        }
    }

    private async Task<TResult> ByHandler<TResult>(AsyncRetryHandler handler, Func<Task<TResult>> attempt)
    {
        var first = _time.Machine;
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failure) when (!Failures.IsNonRetriable(failure))
            {
                var context = new RetryContext(this, attempts, failure.FailureDetails, _time.Machine - first, CancellationToken.None);
                if (!await handler(context))
                    throw;
            }
        }
    }

    private TimeSpan? DelayAfter(RetryPolicy policy, int attempts, DateTime first, Exception failure)
    {
        try
        {
            if (!policy.Handle(failure))
                return null;
        }
#pragma warning disable CA1031 // As in the real engine, a handler that throws ends the retries and the task's own failure stays.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }

        if (policy.RetryTimeout != Timeout.InfiniteTimeSpan && _time.Machine - first >= policy.RetryTimeout)
            return null;
        var delay = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempts - 1);
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        return delay < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(delay) : longest;
    }
}
