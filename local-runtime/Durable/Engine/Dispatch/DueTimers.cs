using EntCredit.LocalRuntime.Clocks;
using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Steps;
using EntCredit.LocalRuntime.Durable.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Durable.Engine.Dispatch;

/// <summary>Fires the durable timers of one clock: it sleeps until the earliest of them, whatever their number.</summary>
internal sealed class DueTimers : IDisposable
{
    private const int AtOnce = 500;

    private readonly DurableClock _clock;
    private readonly TimeProvider _time;
    private readonly WriterThread _writer;
    private readonly ILogger _logger;
    private readonly DueAlarm _alarm;

    public DueTimers(DurableClock clock, TimeProvider time, WriterThread writer, ILogger logger)
    {
        (_clock, _time, _writer, _logger) = (clock, time, writer, logger);
        _alarm = new DueAlarm(time, () => _ = Fire());
    }

    private long Now => _time.GetUtcNow().UtcTicks;

    /// <summary>A timer is due at a time (UTC ticks): wake then, where it is the earliest.</summary>
    public void Arm(long due) => _alarm.Arm(due);

    /// <summary>Fires what is due by now.</summary>
    public void Check() => _alarm.Check();

    public void Dispose() => _alarm.Dispose();

    private async Task Fire()
    {
        try
        {
            await _writer.Post(
                store => MessageStep.Fire(store, _clock, Now, AtOnce),
                next => _alarm.Rung(next ?? long.MaxValue),
                failure =>
                {
                    _logger.LogError(failure, "Durable timers could not be fired; they are tried again.");
                    _alarm.Rung(Now + TimeSpan.TicksPerSecond);
                });
        }
        catch (ObjectDisposedException)
        {
            // The engine stops: the timers are on disk.
        }
    }
}
