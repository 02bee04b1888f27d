using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace EntCredit.LocalRuntime.Tests.Durable.Kills;

/// <summary>The crash host as a process of its own, that is killed and started again on the same database.</summary>
internal sealed class KilledHost(string database, string log) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<string>> _asked = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;
    private int _starts;
    private long _number;
    private long _answers;

    /// <summary>The path of the program, which is built beside this one.</summary>
    public static string Program { get; } = Path.Combine(
        AppContext.BaseDirectory.Replace("LocalRuntime.Tests/bin", "LocalRuntime.Tests/CrashHost/bin", StringComparison.Ordinal), "EntCredit.LocalRuntime.CrashHost.dll");

    /// <summary>How much was answered so far.</summary>
    public long Answers => Interlocked.Read(ref _answers);

    /// <summary>Starts it; <see cref="AskAsync"/> waits until it is ready.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [Program, database, log, (++_starts).ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
    }

    /// <summary>SIGKILL, as a power cut does it to the process. What was asked and not answered fails.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        // Also waits until all that it printed has been heard.
        await _process.WaitForExitAsync();
        lock (_gate)
        {
            if (_ready.Task.IsCompleted)
                _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _process.Dispose();
            _process = null;
            foreach (var asked in _asked.Values)
                asked.TrySetException(new HostKilledException());
            _asked.Clear();
        }
    }

    /// <summary>Asks the host, once it is ready, and gives its answer.</summary>
    /// <exception cref="HostKilledException">It was killed before it answered.</exception>
    public async Task<string> AskAsync(string command)
    {
        var number = Interlocked.Increment(ref _number);
        var asked = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        while (true)
        {
            await ReadyAsync();
            lock (_gate)
            {
                if (!_ready.Task.IsCompleted)
                    continue;
                _asked[number] = asked;
                try
                {
                    _process!.StandardInput.WriteLine($"{number} {command}");
                    _process.StandardInput.Flush();
                }
                catch (IOException)
                {
                    _asked.TryRemove(number, out _);
                    throw new HostKilledException();
                }
            }

            return await asked.Task;
        }
    }

    /// <summary>Ends it in order.</summary>
    public async Task StopAsync()
    {
        _process!.StandardInput.Close();
        await _process.WaitForExitAsync();
        Assert.Equal(0, _process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
    }

    private Task ReadyAsync()
    {
        lock (_gate)
            return _ready.Task;
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        if (line == "ready")
        {
            lock (_gate)
                _ready.TrySetResult();
            return;
        }

        // Killed in the middle of an answer: it has not answered.
        if (!line.EndsWith('\t'))
            return;
        line = line[..^1];
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (!_asked.TryRemove(long.Parse(line.AsSpan(0, space), CultureInfo.InvariantCulture), out var asked))
            return;
        Interlocked.Increment(ref _answers);
        asked.TrySetResult(line[(space + 1)..]);
    }
}
