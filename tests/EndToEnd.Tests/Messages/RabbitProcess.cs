using System.Diagnostics;
using System.Net.Sockets;
using EntCredit.Tests.Shared;

namespace EntCredit.EndToEnd.Tests.Messages;

/// <summary>
/// Debian's RabbitMQ 3.10 with its AMQP 1.0 plugin, on this machine alone, with a state that is thrown away: a broker of other makers, in another language.
/// </summary>
internal sealed class RabbitProcess : IAsyncDisposable
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private readonly DirectoryInfo folder;
    private readonly List<Process> started = [];

    private RabbitProcess(DirectoryInfo folder) => this.folder = folder;

    /// <summary>Whether it is installed.</summary>
    public static bool IsInstalled => File.Exists(Server);

    /// <summary>Where it listens.</summary>
    public int Port { get; } = FreePorts.Any();

    public static async Task<RabbitProcess> StartAsync(CancellationToken cancellation)
    {
        var rabbit = new RabbitProcess(Directory.CreateTempSubdirectory("entcredit-rabbit-"));
        try
        {
            await rabbit.RunAsync(cancellation);
            return rabbit;
        }
        catch
        {
            await rabbit.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The server's script is the parent of the machine that runs it: both, and the name server, each by its id.
        foreach (var process in Enumerable.Reverse(started))
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        folder.Delete(recursive: true);
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        var names = FreePorts.Any();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "plugins"), "[rabbitmq_amqp1_0].", cancellation);

        // A name server of its own: the one that Erlang would start by itself outlives it.
        Start("epmd", new Dictionary<string, string> { ["HOME"] = folder.FullName }, "-port", $"{names}", "-address", "127.0.0.1");
        await ListeningAsync(names, cancellation);
        Start(Server, new Dictionary<string, string>
        {
            ["HOME"] = folder.FullName,
            ["ERL_EPMD_PORT"] = $"{names}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODENAME"] = "entcredit@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = $"{Port}",
            ["RABBITMQ_DIST_PORT"] = $"{FreePorts.Any()}",
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder.FullName, "state"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(folder.FullName, "log"),
            ["RABBITMQ_PID_FILE"] = Path.Combine(folder.FullName, "pid"),
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder.FullName, "none"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder.FullName, "plugins"),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        });
        await ListeningAsync(Port, cancellation);
    }

    private void Start(string program, Dictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        started.Add(process);
    }

    private async Task ListeningAsync(int port, CancellationToken cancellation)
    {
        while (true)
        {
            if (started[^1].HasExited) throw new InvalidOperationException($"{started[^1].StartInfo.FileName} ended with {started[^1].ExitCode}.");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port, cancellation);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100, cancellation);
            }
        }
    }
}
