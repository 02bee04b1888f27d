using System.Diagnostics;
using EntCredit.LocalRuntime.Clocks;
using EntCredit.LocalRuntime.Durable;
using EntCredit.LocalRuntime.Worker.Hosting;
using EntCredit.LocalRuntime.Worker.Indexing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Worker.Invocation;

/// <summary>Runs functions: context, scope, trace, time limit, pipeline, log.</summary>
internal sealed class FunctionRunner(
    FunctionPipeline pipeline,
    IServiceScopeFactory scopes,
    HostSettings settings,
    [FromKeyedServices(ClockKeys.Machine)] TimeProvider machine,
    ILogger<FunctionRunner> logger
) : IDisposable
{
    private readonly CancellationTokenSource _abort = new();
    private long _started;
    private int _running;
    private int _working;

    /// <summary>How many runs were begun since the start but for those of HTTP; a change means that there was work.</summary>
    public long Started => Interlocked.Read(ref _started);

    /// <summary>Whether a run is in progress but for those of HTTP and of orchestrators, which the engine knows of.</summary>
    public bool IsWorking => Volatile.Read(ref _working) > 0;

    /// <summary>Whether the host gave up waiting for runs in progress.</summary>
    public bool IsAborted => _abort.IsCancellationRequested;

    /// <summary>Runs a function to its end.</summary>
    /// <returns>Its result, as the middleware left it.</returns>
    public async Task<object?> RunAsync(
        FunctionEntry function,
        Trigger trigger,
        CancellationToken cancellation,
        Action<RunContext>? prepare = null
    )
    {
        bool isWork = function.Trigger is not HttpTriggerAttribute;
        if (isWork)
        {
            // In this order: who reads the first and then the second misses no run.
            Interlocked.Increment(ref _working);
            Interlocked.Increment(ref _started);
        }
        Interlocked.Increment(ref _running);
        using Activity activity = RunTracing.Start(function, trigger.TraceParent);
        using CancellationTokenSource? limit = settings.FunctionTimeout is { } span ? new(span, machine) : null;
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation,
            _abort.Token,
            limit?.Token ?? CancellationToken.None
        );
        var context = new RunContext(function, trigger, new RunTrace(activity), scopes, linked.Token);
        using IDisposable? scope = logger.BeginScope(new RunScope(function.Name, context.InvocationId));
        try
        {
            prepare?.Invoke(context);
            await pipeline.Run(context);
            return RunResult.Of(context).Value;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested || _abort.IsCancellationRequested)
        {
            logger.LogInformation("{Function} was cancelled.", function.Name);
            throw;
        }
        catch (Exception e)
        {
            activity.SetStatus(ActivityStatusCode.Error, e.Message);
            if (limit?.IsCancellationRequested == true)
                logger.LogError(e, "{Function} reached its time limit of {Limit}.", function.Name, settings.FunctionTimeout);
            else
                logger.LogError(e, "{Function} failed.", function.Name);
            throw;
        }
        finally
        {
            await context.DisposeAsync();
            Interlocked.Decrement(ref _running);
            if (isWork)
                Interlocked.Decrement(ref _working);
        }
    }

    /// <summary>
    /// Runs one replay of an orchestrator on the caller's thread. It may be left waiting for ever, so it holds nothing that must be given back
    /// but the scope, which only middleware and instance methods make.
    /// </summary>
    /// <exception cref="InvalidOperationException">A middleware awaited something before the orchestrator.</exception>
    public async Task<object?> RunOrchestratorAsync(FunctionEntry function, TaskOrchestrationContext orchestration)
    {
        Interlocked.Increment(ref _started);
        var context = new RunContext(
            function,
            new Trigger(orchestration),
            new RunTrace(Activity.Current),
            scopes,
            CancellationToken.None
        );
        Task run = pipeline.Run(context);
        if (!run.IsCompleted && !context.HasReachedFunction)
            throw new InvalidOperationException(
                $"A middleware awaited something before the orchestrator '{function.Name}': around an orchestrator, middleware must be synchronous."
            );
        await run;
        await context.DisposeAsync();
        return RunResult.Of(context).Value;
    }

    /// <summary>Waits until nothing runs any more; after the time limit, cancels what does and gives it a moment.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        if (await IsQuietWithinAsync(settings.DrainTimeout, cancellation))
            return;
        logger.LogWarning("{Running} runs did not end within {Limit}; they are cancelled.", _running, settings.DrainTimeout);
        await _abort.CancelAsync();
        await IsQuietWithinAsync(TimeSpan.FromSeconds(2), cancellation);
    }

    public void Dispose() => _abort.Dispose();

    private async Task<bool> IsQuietWithinAsync(TimeSpan limit, CancellationToken cancellation)
    {
        long begin = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref _running) > 0)
        {
            if (Stopwatch.GetElapsedTime(begin) > limit || cancellation.IsCancellationRequested)
                return false;
            await Task.Delay(20, CancellationToken.None);
        }
        return true;
    }
}
