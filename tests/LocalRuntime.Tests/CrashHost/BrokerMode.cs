using EntCredit.LocalRuntime.Messaging.Broker;
using Microsoft.Extensions.Logging.Abstractions;

namespace EntCredit.LocalRuntime.CrashHost;

/// <summary><c>broker DATABASE PORT LOCK-SECONDS</c>: a broker with one queue, <c>q</c>, until its standard input ends or it is killed.</summary>
internal static class BrokerMode
{
    public static async Task ServeAsync(string database, int port, int lockSeconds)
    {
        await using var broker = new MessageBroker(
            new MessageBrokerOptions
            {
                DatabasePath = database,
                Address = $"amqp://127.0.0.1:{port}",
                Entities = new(
                    [
                        new("q")
                        {
                            DuplicateWindow = TimeSpan.FromDays(1),
                            Delivery = new() { LockDuration = TimeSpan.FromSeconds(lockSeconds), MaxDeliveryCount = 1000 },
                        },
                    ],
                    []
                ),
            },
            TimeProvider.System,
            TimeProvider.System,
            NullLoggerFactory.Instance
        );
        broker.Start();
        await Console.In.ReadToEndAsync();
    }
}
