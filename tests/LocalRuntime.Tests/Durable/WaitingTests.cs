using EntCredit.LocalRuntime.Durable.Engine;

namespace EntCredit.LocalRuntime.Tests.Durable;

/// <summary>Waiting costs nothing: counted, not timed.</summary>
public sealed class WaitingTests : IAsyncDisposable
{
    private const int Instances = 2_000;
    private const int Kept = 50;
    private const int Days = 200;
    private readonly string _folder = Directory.CreateTempSubdirectory("waiting-").FullName;
    private readonly CountedTime _legal = new(Harness.Begin);
    private readonly CountedTime _machine = new(Harness.Begin);
    private DurableEngine _engine;

    public WaitingTests() => _engine = NewEngine();

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Wait_ManyInstancesForManyDays_TheStoreIsNotUsedAndNobodyWakesForThem()
    {
        await _engine.StartAsync(Harness.Limit);
        await ScheduleAllAsync();
        await AssertNothingHappensAsync();

        // The same after a start, which takes none of them into memory.
        await _engine.StopAsync(Harness.Limit);
        _engine = NewEngine();
        await _engine.StartAsync(Harness.Limit);
        Assert.Equal(0, _engine.InstancesInMemory);
        await AssertNothingHappensAsync();
    }

    [Fact]
    public async Task Wait_OneOfManyIsDue_OnlyThatOneIsTouched()
    {
        await _engine.StartAsync(Harness.Limit);
        await ScheduleAllAsync();
        await _engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits", 10, new("early"), Harness.Limit);
        await _engine.WaitUntilIdleAsync(Harness.Limit);
        var transactions = _engine.Transactions;
        _legal.Advance(TimeSpan.FromDays(10));
        await _engine.WaitUntilIdleAsync(Harness.Limit);
        // The timer fires, the turn ends the instance.
        Assert.Equal(2, _engine.Transactions - transactions);
        Assert.Equal(
            OrchestrationRuntimeStatus.Completed, (await _engine.Client.GetInstanceAsync("early", false, Harness.Limit))!.RuntimeStatus);
    }

    private async Task ScheduleAllAsync()
    {
        await Task.WhenAll(Enumerable.Range(0, Instances).Select(n =>
            _engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits", 3 * Days + n, null, Harness.Limit)));
        await _engine.WaitUntilIdleAsync(Harness.Limit);
        Assert.InRange(_engine.InstancesInMemory, 0, Kept);
    }

    private async Task AssertNothingHappensAsync()
    {
        await _engine.WaitUntilIdleAsync(Harness.Limit);
        var (uses, wakes) = (_engine.StoreUses, _legal.Wakes + _machine.Wakes);
        for (var day = 0; day < Days; day++)
        {
            _legal.Advance(TimeSpan.FromDays(1));
            _machine.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(uses, _engine.StoreUses);
        // A clock may jump, so the earliest timer is looked at once a day: once, whatever the number of those who wait.
        Assert.InRange(_legal.Wakes + _machine.Wakes - wakes, 0, 2 * Days);
    }

    private DurableEngine NewEngine()
    {
        var registry = new DurableRegistry();
        registry.AddOrchestrator("Waits", async context =>
        {
            var due = context.CreateTimer(TimeSpan.FromDays(context.GetInput<int>()), CancellationToken.None);
            await Task.WhenAny(due, context.WaitForExternalEvent<int>("never"));
            return null;
        });
        var options = new DurableEngineOptions { DatabasePath = Path.Combine(_folder, "durable.db"), InstanceCacheSize = Kept };
        return new(options, registry, _legal, _machine, new CollectedLogs());
    }
}
