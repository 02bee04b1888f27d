using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Durable.Engine;

/// <summary>Makes replay-safe loggers; a factory that is one already is not wrapped twice.</summary>
internal sealed class ReplaySafeLoggerFactory(TaskOrchestrationContext context, ILoggerFactory inner) : ILoggerFactory
{
    private readonly ILoggerFactory _inner = inner is ReplaySafeLoggerFactory wrapped ? wrapped._inner : inner;

    public ILogger CreateLogger(string categoryName) => new ReplaySafeLogger(context, _inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("Adding providers to the replay-safe logger factory is not supported.");

    public void Dispose()
    {
        // The factory underneath belongs to the host.
    }
}
