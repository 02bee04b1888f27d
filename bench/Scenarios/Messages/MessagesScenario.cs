using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;

namespace EntCredit.Bench.Scenarios.Messages;

/// <summary>What the broker of the local runtime carries in a second over AMQP: sent, received and completed, each step on disk before it is answered.</summary>
public sealed class MessagesScenario : IScenario
{
    private const int Singles = 4_000;
    private const int Batched = 20_000;
    private const int Batch = 100;
    private const int Size = 1024;
    private const int Callers = 64;

    /// <inheritdoc />
    public string Name => "messages";

    /// <inheritdoc />
    public string Describes => "messages/s of 1 KB sent, received and completed, one by one by 64 callers and in batches of 100; floor: raw SQLite rows added, marked, deleted";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("entcredit-bench-");
        try
        {
            return
            [
                await FigureAsync("one-by-one", folder.FullName, Singles, Callers, rounds, SendSinglesAsync, stop),
                await FigureAsync("batches", folder.FullName, Batched, Batch, rounds, SendBatchesAsync, stop),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Figure> FigureAsync(
        string name, string folder, int messages, int group, int rounds, Func<ServiceBusSender, CancellationToken, Task> send, CancellationToken stop)
    {
        var (values, floors) = (new List<double>(), new List<double>());
        // The first is thrown away.
        for (var round = -1; round < rounds; round++)
        {
            var value = messages / await SecondsAsync(() => CarryAsync(Path.Combine(folder, $"{name}{round}.db"), messages, send, stop));
            var floor = messages / await SecondsAsync(() => Task.Run(() => MessagesFloor.Run(Path.Combine(folder, $"{name}{round}-floor.db"), messages, Size, group), stop));
            if (round < 0)
                continue;
            values.Add(value);
            floors.Add(floor);
        }

        return new(name, "messages/s", Measure.Median(values), Measure.Median(floors));
    }

    private static async Task CarryAsync(string file, int messages, Func<ServiceBusSender, CancellationToken, Task> send, CancellationToken stop)
    {
        var port = FreePort();
        await using var broker = new MessageBroker(
            new MessageBrokerOptions { DatabasePath = file, Address = $"amqp://127.0.0.1:{port}", Entities = new([new("q")], []) },
            TimeProvider.System,
            TimeProvider.System,
            NullLoggerFactory.Instance);
        broker.Start();
        await using var client = new ServiceBusClient($"Endpoint=sb://127.0.0.1:{port};UseDevelopmentEmulator=true");
        await Task.WhenAll(ReceiveAsync(client.CreateReceiver("q", new ServiceBusReceiverOptions { PrefetchCount = 500 }), messages, stop), send(client.CreateSender("q"), stop));
    }

    private static Task SendSinglesAsync(ServiceBusSender sender, CancellationToken stop) =>
        Parallel.ForAsync(
            0, Singles, new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = stop }, async (_, cancellation) => await sender.SendMessageAsync(new(new byte[Size]), cancellation));

    private static async Task SendBatchesAsync(ServiceBusSender sender, CancellationToken stop)
    {
        for (var sent = 0; sent < Batched; sent += Batch)
            await sender.SendMessagesAsync(Enumerable.Range(0, Batch).Select(_ => new ServiceBusMessage(new byte[Size])), stop);
    }

    private static async Task ReceiveAsync(ServiceBusReceiver receiver, int messages, CancellationToken stop)
    {
        for (var done = 0; done < messages;)
        {
            var received = await receiver.ReceiveMessagesAsync(200, null, stop);
            await Task.WhenAll(received.Select(message => receiver.CompleteMessageAsync(message, stop)));
            done += received.Count;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
