using EntCredit.LocalRuntime.Clocks;
using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using EntCredit.LocalRuntime.Messaging.Broker.Steps;
using EntCredit.LocalRuntime.Messaging.Broker.Storage;
using EntCredit.LocalRuntime.Messaging.Storage;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Messaging.Broker;

/// <summary>The broker without its protocol: every step is one transaction, and nobody is told of one before it is on disk.</summary>
internal sealed class BrokerCore : IDisposable
{
    private readonly TimeProvider _legal;
    private readonly TimeProvider _machine;
    private readonly ILogger _logger;
    private readonly GroupWriter<BrokerStore> _writer;
    private readonly Dictionary<long, Outlet> _outlets = [];
    private readonly DueAlarm[] _alarms;

    public BrokerCore(string database, NamespaceDefinition definition, TimeProvider legal, TimeProvider machine, ILogger logger)
    {
        (_legal, _machine, _logger) = (legal, machine, logger);
        var store = new BrokerStore(database);
        Entities = new EntityMap(definition, store.EntityId);
        foreach (Entity entity in Entities.All)
            store.Declare(entity.Id);
        foreach ((long id, string path, long count) in store.Held())
            if (Entities.Find(id) is null)
                logger.LogWarning("{Count} messages lie in {Entity}, which is not declared: they wait until it is.", count, path);
        _writer = new(store, Tell, "broker-writer", logger);
        foreach (Entity entity in Entities.All.Where(e => e.GivesMessages))
            _outlets.Add(entity.Id, new Outlet(entity, _writer, machine, logger));
        _alarms = [new DueAlarm(machine, () => Ring(BrokerClock.Machine)), new DueAlarm(legal, () => Ring(BrokerClock.Legal))];
    }

    public EntityMap Entities { get; }

    public void Start()
    {
        _writer.Start();
        // Whatever came due while nobody ran.
        foreach (DueAlarm alarm in _alarms)
            alarm.Arm(0);
    }

    public Outlet OutletOf(Entity entity) => _outlets[entity.Id];

    /// <summary>Keeps messages in one transaction.</summary>
    public void Send(Entity entity, IReadOnlyList<Parcel> parcels, Action<long[]> kept, Action<Exception> failed) =>
        _writer.Post(store => SendStep.Apply(store, entity, parcels, _legal.GetUtcNow(), _machine.GetUtcNow()), kept, failed);

    /// <summary>Keeps messages in one transaction and gives their sequence numbers; 0 for one that was dropped.</summary>
    public Task<long[]> SendAsync(Entity entity, IReadOnlyList<Parcel> parcels) =>
        _writer.Submit(store => SendStep.Apply(store, entity, parcels, _legal.GetUtcNow(), _machine.GetUtcNow()));

    /// <summary>Settles a message; false is told where the lock was lost.</summary>
    public void Settle(Entity entity, LockToken token, Settlement settlement, Action<bool> done, Action<Exception> failed) =>
        _writer.Post(store => SettleStep.Apply(store, entity, token, settlement, _machine.GetUtcNow()), done, failed);

    /// <summary>Settles messages; false where a lock was lost. What could be settled is.</summary>
    public Task<bool> SettleAsync(Entity entity, IReadOnlyList<LockToken> tokens, Settlement settlement) =>
        _writer.Submit(store =>
        {
            bool all = true;
            foreach (LockToken token in tokens)
                all &= SettleStep.Apply(store, entity, token, settlement, _machine.GetUtcNow());
            return all;
        });

    /// <summary>Prolongs locks: until when each, in UTC ticks; null where it was lost.</summary>
    public Task<long?[]> RenewAsync(Entity entity, IReadOnlyList<LockToken> tokens) =>
        _writer.Submit(store => tokens.Select(t => SettleStep.Renew(store, entity, t, _machine.GetUtcNow())).ToArray());

    /// <summary>Takes scheduled messages back; false where one of them is not there, and then none is.</summary>
    public Task<bool> CancelAsync(Entity entity, IReadOnlyList<long> sequences) =>
        _writer.Submit(store =>
        {
            if (sequences.Any(s => store.Find(s) is not { State: MessageState.Scheduled } found || found.Entity != entity.Id))
                return false;
            foreach (long sequence in sequences)
                store.Delete(sequence);
            return true;
        });

    /// <summary>Messages from a sequence number on, in its order, whatever their state.</summary>
    public Task<List<StoredMessage>> PeekAsync(Entity entity, long from, int count) =>
        _writer.Submit(store => store.Peek(entity.Id, from, count));

    /// <summary>Gives deferred messages out; null where one of them is not there.</summary>
    public Task<List<StoredMessage>?> ReceiveDeferredAsync(Entity entity, IReadOnlyList<long> sequences, bool deletes) =>
        _writer.Submit(store => GiveStep.Deferred(store, entity, sequences, deletes, _machine.GetUtcNow()));

    /// <summary>Lets one dead letter, or all, be tried again; how many.</summary>
    public Task<int> ResubmitAsync(Entity dead, long? sequence) => _writer.Submit(store => ResubmitStep.Apply(store, dead, sequence));

    /// <summary>When the first scheduled message is due by legal time.</summary>
    public Task<long?> NextScheduledAsync() => _writer.Submit(store => store.NextDue(BrokerClock.Legal));

    /// <summary>Whether any of these has a message that is available or locked, or something is being done or due.</summary>
    public async Task<bool> IsBusyAsync(IReadOnlyList<Entity> entities)
    {
        foreach (DueAlarm alarm in _alarms)
            alarm.Check();
        return Array.Exists(_alarms, a => a.IsBusy)
            || _writer.IsBusy
            || await _writer.Submit(store => entities.Any(e => store.HasOpen(e.Id)));
    }

    /// <summary>Finishes what is queued and closes the database.</summary>
    public void Close()
    {
        foreach (DueAlarm alarm in _alarms)
            alarm.Dispose();
        _writer.Stop();
        _writer.Dispose();
    }

    /// <summary>Leaves the database as a killed process would.</summary>
    public void Abandon()
    {
        foreach (DueAlarm alarm in _alarms)
            alarm.Dispose();
        _writer.Abandon();
        _writer.Dispose();
    }

    public void Dispose() => Close();

    private void Tell(BrokerStore store)
    {
        foreach (BrokerClock clock in Enum.GetValues<BrokerClock>())
            if (store.Armed[(int)clock] is < long.MaxValue and var due)
                _alarms[(int)clock].Arm(due);
        foreach (long entity in store.MadeReady)
            if (_outlets.TryGetValue(entity, out Outlet? outlet))
                outlet.Wake();
    }

    private void Ring(BrokerClock clock) =>
        _writer.Post(
            store => DueStep.Apply(store, Entities, clock, _legal.GetUtcNow(), _machine.GetUtcNow()),
            next => _alarms[(int)clock].Rung(next ?? long.MaxValue),
            failure =>
            {
                if (failure is ObjectDisposedException)
                    return;
                _logger.LogError(failure, "What is due could not be done; it is tried again.");
                TimeProvider time = clock == BrokerClock.Legal ? _legal : _machine;
                _alarms[(int)clock].Rung(time.GetUtcNow().UtcTicks + TimeSpan.TicksPerSecond);
            }
        );
}
