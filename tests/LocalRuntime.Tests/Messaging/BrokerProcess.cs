using System.Diagnostics;
using System.Net.Sockets;
using EntCredit.LocalRuntime.Messaging.Broker;
using Microsoft.Extensions.Logging.Abstractions;

namespace EntCredit.LocalRuntime.Tests.Messaging;

/// <summary>A broker in a process of its own that can be killed: this very program, told to run nothing but <see cref="Serve"/>.</summary>
public sealed class BrokerProcess
{
    private const string Where = "ENTCREDIT_TEST_BROKER";

    // Not a test: what the child process does, until its standard input is closed.
    [Fact(Explicit = true)]
    public async Task Serve()
    {
        string[] where = Environment.GetEnvironmentVariable(Where)?.Split('|') ?? throw new InvalidOperationException($"{Where} is not set.");
        await using var broker = new MessageBroker(
            new MessageBrokerOptions
            {
                DatabasePath = where[0],
                Address = $"amqp://127.0.0.1:{where[1]}",
                Entities = new(
                    [
                        new("q")
                        {
                            DuplicateWindow = TimeSpan.FromDays(1),
                            Delivery = new() { LockDuration = TimeSpan.FromSeconds(int.Parse(where[2])), MaxDeliveryCount = 1000 },
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
        await Console.In.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    internal static async Task<Process> StartAsync(string database, int port, int lockSeconds, CancellationToken stop)
    {
        // What it says goes nowhere: reading a pipe would hold a thread.
        var start = new ProcessStartInfo("sh")
        {
            ArgumentList =
            {
                "-c",
                "exec \"$0\" \"$@\" > /dev/null 2>&1",
                Environment.ProcessPath!,
                "-noLogo",
                "-explicit",
                "only",
                "-method",
                $"{typeof(BrokerProcess).FullName}.{nameof(Serve)}",
            },
            RedirectStandardInput = true,
        };
        start.Environment[Where] = $"{database}|{port}|{lockSeconds}";
        Process process = Process.Start(start)!;
        while (!await IsListeningAsync(port, stop))
        {
            if (process.HasExited)
                throw new InvalidOperationException("The broker's process ended at its start.");
            await Task.Delay(20, stop);
        }
        return process;
    }

    private static async Task<bool> IsListeningAsync(int port, CancellationToken stop)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, stop);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
