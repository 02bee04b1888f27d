using EntCredit.LocalRuntime.Clocks;
using EntCredit.LocalRuntime.Worker.Hosting;
using EntCredit.LocalRuntime.Worker.Indexing;
using EntCredit.LocalRuntime.Worker.Invocation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Worker.Blobs;

/// <summary>All blob triggers: each container is listed again and again, each function runs for what is new.</summary>
internal sealed class BlobListener : IDisposable
{
    private const int RestPerListing = 4;
    private static readonly TimeSpan MendingRest = TimeSpan.FromSeconds(1);
    private readonly BlobReceipts _receipts;
    private readonly HostSettings _settings;
    private readonly TimeProvider _machine;
    private readonly ILogger<BlobListener> _logger;
    private readonly List<BlobContainerListing> _listings = [];
    private readonly List<BlobFunction> _functions = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _loops = [];

    /// <exception cref="StartupException">A connection is not there.</exception>
    public BlobListener(
        FunctionIndex index,
        BlobConnections connections,
        BlobReceipts receipts,
        FunctionRunner runner,
        HostSettings settings,
        IConfiguration configuration,
        [FromKeyedServices(ClockKeys.Machine)] TimeProvider machine,
        ILogger<BlobListener> logger
    )
    {
        (_receipts, _settings, _machine, _logger) = (receipts, settings, machine, logger);
        var triggers = index
            .With<BlobTriggerAttribute>()
            .Select(t => (t.Function, Pattern: BlobPattern.Of(t.Trigger, configuration), Connection: t.Trigger.Connection ?? BlobConnections.Default));
        foreach (var group in triggers.GroupBy(t => (t.Connection, t.Pattern.Container)))
        {
            var container = connections.Container(group.Key.Connection, group.Key.Container);
            BlobFunction[] functions =
            [
                .. group.Select(t => new BlobFunction(t.Function, t.Pattern, container, receipts, runner, settings, machine, logger)),
            ];
            _functions.AddRange(functions);
            _listings.Add(new($"{group.Key.Connection}/{group.Key.Container}", container, functions, receipts, settings.BlobPageSize));
        }
    }

    public void Start()
    {
        _receipts.Reopen();
        _loops.AddRange(_functions.Select(f => Task.Run(() => TakeAsync(f))));
        _loops.AddRange(_listings.Select(l => Task.Run(() => PollAsync(l))));
    }

    /// <summary>Takes nothing new from now on; what runs goes on.</summary>
    public async Task StopTakingAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_loops);
    }

    /// <summary>Tells every function that there may be something to take.</summary>
    public void Wake() => _functions.ForEach(function => function.Wake());

    /// <summary>Lists every container now.</summary>
    public async Task ListAsync(CancellationToken cancellation)
    {
        foreach (BlobContainerListing listing in _listings)
            await listing.ListAsync(cancellation);
    }

    /// <summary>Lists every container now, and waits until no receipt is open.</summary>
    public async Task WorkOffAsync(CancellationToken cancellation)
    {
        await ListAsync(cancellation);
        while (_functions.Any(f => _receipts.HasOpen(f.Name)))
            await Task.Delay(10, cancellation);
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _listings.ForEach(l => l.Dispose());
    }

    private async Task TakeAsync(BlobFunction function)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await function.RunAsync(_stopping.Token);
            }
            catch (Exception e)
            {
                // A full disk, say: its receipts are where they were.
                _logger.LogError(e, "{Function} cannot take blobs now; it is tried again.", function.Name);
                await RestAsync(MendingRest);
            }
        }
    }

    private async Task PollAsync(BlobContainerListing listing)
    {
        bool isDown = false;
        while (!_stopping.IsCancellationRequested)
        {
            long begun = _machine.GetTimestamp();
            try
            {
                await listing.ListAsync(_stopping.Token);
                if (isDown)
                    _logger.LogInformation("{Container} is listed again.", listing.Key);
                isDown = false;
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Said once, not every second.
                if (!isDown)
                    _logger.LogWarning("{Container} cannot be listed ({Reason}); it is tried again.", listing.Key, e.Message.Split('\n')[0]);
                isDown = true;
            }

            // A container of a hundred thousand blobs takes seconds to list: most of the time is left to the work.
            TimeSpan share = _machine.GetElapsedTime(begun) * RestPerListing;
            await RestAsync(share > _settings.BlobPollInterval ? share : _settings.BlobPollInterval);
        }
    }

    private Task RestAsync(TimeSpan rest) =>
        Task.Delay(rest, _machine, _stopping.Token).ContinueWith(_ => { }, TaskScheduler.Default);
}
