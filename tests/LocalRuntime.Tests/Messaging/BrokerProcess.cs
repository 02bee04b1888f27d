using System.Diagnostics;
using System.Net.Sockets;
using EntCredit.LocalRuntime.Tests.Durable.Kills;

namespace EntCredit.LocalRuntime.Tests.Messaging;

/// <summary>A broker in a process of its own, that can be killed.</summary>
internal static class BrokerProcess
{
    internal static async Task<Process> StartAsync(string database, int port, int lockSeconds, CancellationToken stop)
    {
        // What it says goes nowhere: reading a pipe would hold a thread.
        var start = new ProcessStartInfo("sh")
        {
            ArgumentList =
            {
                "-c",
                "exec \"$0\" \"$@\" > /dev/null 2>&1",
                "dotnet",
                KilledHost.Program,
                "broker",
                database,
                $"{port}",
                $"{lockSeconds}",
            },
            RedirectStandardInput = true,
        };
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
