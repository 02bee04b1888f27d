using EntCredit.LocalRuntime.Clocks;
using EntCredit.LocalRuntime.Worker.Hosting;
using EntCredit.LocalRuntime.Worker.Indexing;
using EntCredit.LocalRuntime.Worker.Invocation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Worker.Cosmos;

/// <summary>All Cosmos DB triggers.</summary>
internal sealed class CosmosListener : IDisposable
{
    private readonly List<CosmosFunction> _functions = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly ILogger _logger;
    private Task _starting = Task.CompletedTask;

    /// <exception cref="StartupException">A connection is not there.</exception>
    public CosmosListener(
        FunctionIndex index,
        CosmosConnections connections,
        FunctionRunner runner,
        IConfiguration configuration,
        [FromKeyedServices(ClockKeys.Machine)] TimeProvider machine,
        ILogger<CosmosListener> logger
    )
    {
        _logger = logger;
        foreach ((FunctionEntry function, CosmosDBTriggerAttribute trigger) in index.With<CosmosDBTriggerAttribute>())
        {
            CosmosTarget target = CosmosTarget.Of(trigger, configuration);
            try
            {
                connections.Client(target.Connection, target.PreferredLocations);
                connections.Client(target.LeaseConnection, target.PreferredLocations);
            }
            catch (StartupException e)
            {
                throw new StartupException($"Function '{function.Name}': {e.Message}.", e);
            }
            _functions.Add(new(function, trigger, target, connections, runner, machine, logger));
        }
    }

    public void Start() => _starting = Task.WhenAll(_functions.Select(f => Task.Run(() => f.StartAsync(_stopping.Token))));

    /// <summary>Takes nothing new from now on, and waits for what runs.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _starting;
        try
        {
            await Task.WhenAll(_functions.Select(f => f.StopAsync()));
        }
        catch (Exception e)
        {
            // A lease that cannot be given back runs out by itself.
            _logger.LogWarning("Watching Cosmos DB did not end in order ({Reason}).", e.Message.Split('\n')[0]);
        }
    }

    public void Dispose()
    {
        _functions.ForEach(f => f.Dispose());
        _stopping.Dispose();
    }
}
