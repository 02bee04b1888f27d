using System.Text;

namespace EntCredit.LocalRuntime.CrashHost;

/// <summary>What happened, one line each, in the order in which it happened. A line that is written outlives the process.</summary>
internal sealed class EffectLog(string path, string start) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
    private int _runs;

    /// <summary>A name that no other run of any activity has.</summary>
    public string NextRun() => $"{start}.{Interlocked.Increment(ref _runs)}";

    public void Dispose() => _file.Dispose();

    public void Write(string what, string effect)
    {
        lock (_gate)
            _file.Write(Encoding.UTF8.GetBytes($"{what} {effect}\n"));
    }
}
