using EntCredit.LocalRuntime.Durable.Engine.Dispatch;
using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Durable.Engine;

/// <summary>The parts of a running engine, and what a commit means for each.</summary>
internal sealed class EngineParts : IDisposable
{
    private readonly TimeProvider _legal;
    private readonly TimeProvider _machine;
    private readonly Waiters _waiters;
    private readonly FileStream _lock;
    private readonly DueTimers _legalTimers;
    private readonly DueTimers _machineTimers;

    public EngineParts(
        DurableEngineOptions options, DurableRegistry registry, TimeProvider legal, TimeProvider machine, ILoggerFactory loggers,
        LoadCounter load, Waiters waiters)
    {
        (_legal, _machine, _waiters) = (legal, machine, waiters);
        var logger = loggers.CreateLogger<DurableEngine>();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.DatabasePath))!);
        // The lock goes with the process, however it ends.
        _lock = new FileStream(options.DatabasePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        Writer = new WriterThread(OpenStore(options.DatabasePath), Tell, load, logger);
        Readers = new ReaderPool(options.DatabasePath);
        Cache = new InstanceCache(options.InstanceCacheSize, load);
        Turns = new TurnPump(Cache, Readers, Writer, registry, legal, machine, loggers);
        Activities = new ActivityPump(Readers, Writer, registry, options, machine, load, loggers);
        _legalTimers = new DueTimers(DurableClock.Legal, legal, Writer, logger);
        _machineTimers = new DueTimers(DurableClock.Machine, machine, Writer, logger);
    }

    public WriterThread Writer { get; }

    public ReaderPool Readers { get; }

    public InstanceCache Cache { get; }

    public TurnPump Turns { get; }

    public ActivityPump Activities { get; }

    /// <summary>Goes on where the database was left.</summary>
    public void Recover()
    {
        var (ready, activities, legal, machine) = Readers.Read(r =>
            (r.Ready(), r.Activities(), r.NextDue(DurableClock.Legal), r.NextDue(DurableClock.Machine)));
        Writer.Start();
        foreach (var instance in ready)
            Cache.Wake(instance);
        foreach (var activity in activities)
            Activities.Add(activity);
        _legalTimers.Arm(legal ?? long.MaxValue);
        _machineTimers.Arm(machine ?? long.MaxValue);
    }

    /// <summary>Fires what is due; whether there was anything.</summary>
    public bool CheckTimers()
    {
        var (legal, machine) = Readers.Read(r => (r.NextDue(DurableClock.Legal), r.NextDue(DurableClock.Machine)));
        var legalDue = legal <= _legal.GetUtcNow().UtcTicks;
        var machineDue = machine <= _machine.GetUtcNow().UtcTicks;
        if (legalDue)
            _legalTimers.Check();
        if (machineDue)
            _machineTimers.Check();
        return legalDue || machineDue;
    }

    /// <summary>Writes what is queued and closes.</summary>
    public void Close()
    {
        _legalTimers.Dispose();
        _machineTimers.Dispose();
        Writer.Stop();
        Dispose();
    }

    public void Abandon()
    {
        _legalTimers.Dispose();
        _machineTimers.Dispose();
        Writer.Abandon();
        Activities.Abort();
        Dispose();
    }

    public void Dispose()
    {
        _legalTimers.Dispose();
        _machineTimers.Dispose();
        Readers.Dispose();
        Writer.Dispose();
        Activities.Dispose();
        _lock.Dispose();
    }

    private StoreWriter OpenStore(string path)
    {
        try
        {
            return new StoreWriter(path);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    private void Tell(StoreEffect effect)
    {
        switch (effect)
        {
            case StoreEffect.Created created:
                Cache.Wake(created.Instance.Sequence, created: created.Instance);
                break;
            case StoreEffect.Ready ready:
                Cache.Wake(ready.Instance);
                break;
            case StoreEffect.Arrived arrived:
                Cache.Wake(arrived.Instance, arrived.Message);
                break;
            case StoreEffect.Queued queued:
                Activities.Add(queued.Activity);
                break;
            case StoreEffect.Armed { Clock: DurableClock.Legal } armed:
                _legalTimers.Arm(armed.Due);
                break;
            case StoreEffect.Armed armed:
                _machineTimers.Arm(armed.Due);
                break;
            case StoreEffect.Moved moved:
                _waiters.Moved(moved.Id);
                break;
            case StoreEffect.Dropped dropped:
                Cache.Drop(dropped.Instance);
                break;
        }
    }
}
