using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using EntCredit.LocalRuntime.Messaging.Broker.Steps;
using EntCredit.LocalRuntime.Messaging.Broker.Storage;
using EntCredit.LocalRuntime.Messaging.Storage;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Messaging.Broker;

/// <summary>Gives an entity's messages, the oldest first, to its consumers in turn. It sleeps while there are none of either.</summary>
internal sealed class Outlet(Entity entity, GroupWriter<BrokerStore> writer, TimeProvider machine, ILogger logger)
{
    private const int AtOnce = 200;

    private readonly Lock _gate = new();
    private readonly List<IConsumer> _consumers = [];
    private int _turn;
    private bool _giving;
    private bool _again;

    public void Add(IConsumer consumer)
    {
        lock (_gate)
            _consumers.Add(consumer);
        Wake();
    }

    public void Remove(IConsumer consumer)
    {
        lock (_gate)
            _consumers.Remove(consumer);
    }

    /// <summary>A message may have become available, or a consumer may take more.</summary>
    public void Wake()
    {
        IConsumer? consumer;
        int count;
        lock (_gate)
        {
            if (_giving)
            {
                _again = true;
                return;
            }
            (consumer, count) = Next();
            if (consumer is null)
                return;
            _giving = true;
            _again = false;
        }
        writer.Post(
            store => GiveStep.Apply(store, entity, count, consumer.Deletes, machine.GetUtcNow()),
            // Encoding and sending is not the writer's work.
            given => ThreadPool.UnsafeQueueUserWorkItem(_ => Given(consumer, count, given), null),
            failure => Failed(failure)
        );
    }

    private (IConsumer? Consumer, int Count) Next()
    {
        for (int i = 0; i < _consumers.Count; i++)
        {
            IConsumer consumer = _consumers[_turn++ % _consumers.Count];
            if (consumer.Credit is > 0 and var credit)
                return (consumer, Math.Min(credit, AtOnce));
        }
        return default;
    }

    private void Given(IConsumer consumer, int wanted, List<StoredMessage> given)
    {
        try
        {
            foreach (StoredMessage message in given)
                if (!consumer.Give(message) && !consumer.Deletes)
                    GiveBack(message);
        }
        catch (Exception e)
        {
            // The locks of what did not get out end by time.
            logger.LogError(e, "Messages of {Entity} could not be given out.", entity.Path);
        }
        bool isEmpty = given.Count < wanted;
        lock (_gate)
        {
            _giving = false;
            isEmpty &= !_again;
        }
        if (!isEmpty)
        {
            Wake();
            return;
        }
        IConsumer[] idle;
        lock (_gate)
            idle = [.. _consumers];
        foreach (IConsumer one in idle)
            one.HasNothing();
        // Something may have come while the others were told.
        lock (_gate)
        {
            if (!_again)
                return;
        }
        Wake();
    }

    private void GiveBack(StoredMessage message) =>
        writer.Post(
            store => SettleStep.Apply(store, entity, message.Token, new Settlement.Release(), machine.GetUtcNow()),
            _ => { },
            failure => logger.LogWarning(failure, "A message of {Entity} stays locked until its lock ends.", entity.Path)
        );

    private void Failed(Exception failure)
    {
        lock (_gate)
            _giving = false;
        if (failure is not ObjectDisposedException)
            logger.LogError(failure, "Messages of {Entity} could not be given out; the next event tries again.", entity.Path);
    }
}
