using EntCredit.LocalRuntime.Messaging.ServiceBus;
using EntCredit.LocalRuntime.Messaging.ServiceBus.Connections;
using EntCredit.LocalRuntime.Worker.Indexing;
using EntCredit.LocalRuntime.Worker.Invocation;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Worker.ServiceBus;

/// <summary>Runs one function for the messages of its queue or subscription, some at a time.</summary>
internal sealed class ServiceBusFunction(
    FunctionEntry function,
    ServiceBusSource source,
    ServiceBusReceiver receiver,
    FunctionRunner runner,
    ServiceBusSettings settings,
    TimeProvider machine,
    ILogger logger
) : IAsyncDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(60);

    private readonly bool _completes = ServiceBusSource.AutoCompletes(function.TriggerParameter) ?? settings.AutoCompleteMessages;
    private readonly SemaphoreSlim _ended = new(0);
    private int _running;

    public string Name => function.Name;

    public ServiceBusSource Source => source;

    /// <summary>Receives and runs until cancelled; then what runs goes on to its end.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        bool isDown = false;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ReceiveAsync(stopping);
                if (isDown)
                    logger.LogInformation("{Function} receives from {Entity} again.", Name, source.Path);
                isDown = false;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                // Said once, not every second.
                if (!isDown)
                    logger.LogWarning("{Function} cannot receive from {Entity} ({Reason}); it is tried again.", Name, source.Path, e.Message);
                isDown = true;
                await Task.Delay(Rest, machine, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
        await StopReceivingAsync();
        while (Volatile.Read(ref _running) > 0)
            await _ended.WaitAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        _ended.Dispose();
        return receiver.DisposeAsync();
    }

    private async Task StopReceivingAsync()
    {
        try
        {
            await receiver.StopReceivingAsync();
        }
        catch (Exception e)
        {
            logger.LogWarning("{Function} could not give back what it had not begun ({Reason}); it comes again when its locks end.", Name, e.Message);
        }
    }

    private async Task ReceiveAsync(CancellationToken stopping)
    {
        int atOnce = source.IsBatched ? 1 : settings.MaxConcurrentCalls;
        while (Volatile.Read(ref _running) >= atOnce)
            await _ended.WaitAsync(stopping);
        int most = source.IsBatched ? settings.MaxMessageBatchSize : atOnce - Volatile.Read(ref _running);
        IReadOnlyList<ServiceBusReceivedMessage> messages = await receiver.ReceiveMessagesAsync(most, Wait, stopping);
        if (messages.Count == 0)
            return;
        if (source.IsBatched)
            Begin([.. messages]);
        else
            foreach (ServiceBusReceivedMessage message in messages)
                Begin([message]);
    }

    private void Begin(ServiceBusReceivedMessage[] messages)
    {
        Interlocked.Increment(ref _running);
        _ = Task.Run(async () =>
        {
            try
            {
                await RunOneAsync(messages);
            }
            finally
            {
                Interlocked.Decrement(ref _running);
                _ended.Release();
            }
        });
    }

    private async Task RunOneAsync(ServiceBusReceivedMessage[] messages)
    {
        var open = new OpenMessages(messages);
        using var renewal = new CancellationTokenSource();
        // As in the model, locks of a batch are not renewed.
        Task renewing = source.IsBatched ? Task.CompletedTask : RenewAsync(messages[0], renewal.Token);
        var trigger = new Trigger(source.IsBatched ? messages : messages[0])
        {
            TraceParent = source.IsBatched ? null : MessageConverter.TraceOf(messages[0]),
        };
        Func<ServiceBusReceivedMessage, Task>? settle;
        try
        {
            await runner.RunAsync(
                function, trigger, CancellationToken.None, context => context.Features.Set(new ServiceBusMessageActions(receiver, open.Settled)));
            settle = _completes ? message => receiver.CompleteMessageAsync(message) : null;
        }
        catch (Exception) when (runner.IsAborted)
        {
            settle = receiver.ReleaseAsync;
        }
        catch (Exception)
        {
            // Logged where it ran. Abandoned, it comes again, until it was given out as often as its queue allows.
            settle = message => receiver.AbandonMessageAsync(message);
        }
        await renewal.CancelAsync();
        await renewing;
        if (settle is not null)
            foreach (ServiceBusReceivedMessage message in open.Left())
                await SettleAsync(message, settle);
    }

    private async Task SettleAsync(ServiceBusReceivedMessage message, Func<ServiceBusReceivedMessage, Task> settle)
    {
        try
        {
            await settle(message);
        }
        catch (Exception e)
        {
            logger.LogWarning("{Function} could not settle the message {Message} of {Entity} ({Reason}); it comes again.", Name, message.MessageId, source.Path, e.Message);
        }
    }

    private async Task RenewAsync(ServiceBusReceivedMessage message, CancellationToken ended)
    {
        DateTimeOffset end = machine.GetUtcNow() + settings.MaxAutoLockRenewalDuration;
        try
        {
            while (message.LockedUntil is { Ticks: > 0 } until && until < end)
            {
                TimeSpan left = until - machine.GetUtcNow();
                TimeSpan early = left / 2 < TimeSpan.FromSeconds(10) ? left / 2 : TimeSpan.FromSeconds(10);
                if (left > TimeSpan.Zero)
                    await Task.Delay(left - early, machine, ended);
                await receiver.RenewMessageLockAsync(message, ended);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The run ended.
        }
        catch (Exception e)
        {
            logger.LogWarning("{Function} could not renew the lock of the message {Message} ({Reason}).", Name, message.MessageId, e.Message);
        }
    }
}
