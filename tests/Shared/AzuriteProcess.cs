using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EntCredit.Tests.Shared;

/// <summary>
/// A real Azurite on free ports of 127.0.0.1, its data in a folder of its own, stopped by SIGTERM. Found by the environment variable
/// <c>AZURITE</c> (a path to the executable) or in the nearest <c>node_modules/.bin</c> above the tests.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // The emulator's well-known key, published with it: no secret.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process _process;
    private readonly string? _ownFolder;

    private AzuriteProcess(Process process, int blob, int queue, int table, string? ownFolder)
    {
        _process = process;
        _ownFolder = ownFolder;
        BlobPort = blob;
        ConnectionString =
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{blob}/{Account};"
            + $"QueueEndpoint=http://127.0.0.1:{queue}/{Account};"
            + $"TableEndpoint=http://127.0.0.1:{table}/{Account};";
    }

    /// <summary>The port of the blob service.</summary>
    public int BlobPort { get; }

    /// <summary>A storage connection string for the emulator's account.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts the emulator and waits until its blob service answers.</summary>
    /// <param name="folder">Where its data lies; none gives a throw-away folder, deleted at the end.</param>
    /// <exception cref="InvalidOperationException">The executable is not there, or it ended at once.</exception>
    public static async Task<AzuriteProcess> StartAsync(string? folder = null)
    {
        string? own = folder is null ? Directory.CreateTempSubdirectory("azurite-").FullName : null;
        for (int attempt = 1; ; attempt++)
        {
            int[] ports = FreePorts(3);
            var start = new ProcessStartInfo(Find())
            {
                ArgumentList =
                {
                    "--silent",
                    "--disableTelemetry",
                    "--skipApiVersionCheck",
                    "--blobHost",
                    "127.0.0.1",
                    "--queueHost",
                    "127.0.0.1",
                    "--tableHost",
                    "127.0.0.1",
                    "--blobPort",
                    $"{ports[0]}",
                    "--queuePort",
                    $"{ports[1]}",
                    "--tablePort",
                    $"{ports[2]}",
                    "--location",
                    folder ?? own!,
                },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            Process process = Process.Start(start) ?? throw new InvalidOperationException("Azurite did not start.");
            process.OutputDataReceived += (_, _) => { };
            var errors = new List<string>();
            process.ErrorDataReceived += (_, e) =>
            {
                lock (errors)
                    errors.Add(e.Data ?? "");
            };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (await AnswersAsync(process, ports[0]))
                return new AzuriteProcess(process, ports[0], ports[1], ports[2], own);
            if (attempt == 3)
                throw new InvalidOperationException("Azurite ended at once: " + string.Join('\n', errors));
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // SIGTERM lets it write what it holds; Process.Kill would be SIGKILL.
            using Process? kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            if (kill is not null)
                await kill.WaitForExitAsync();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        _process.Dispose();
        if (_ownFolder is not null)
            Directory.Delete(_ownFolder, recursive: true);
    }

    private static async Task<bool> AnswersAsync(Process process, int port)
    {
        for (int i = 0; i < 300 && !process.HasExited; i++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return true;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }
        return false;
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("AZURITE") is { Length: > 0 } given)
            return given;
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string path = Path.Combine(at.FullName, "node_modules", ".bin", "azurite");
            if (File.Exists(path))
                return path;
        }
        throw new InvalidOperationException("Azurite is not there: run `npm ci` in the root of the project, or set AZURITE to its path.");
    }

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners)
            listener.Start();
        int[] ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners)
            listener.Dispose();
        return ports;
    }
}
