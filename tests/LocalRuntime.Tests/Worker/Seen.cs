using System.Collections.Concurrent;

namespace EntCredit.LocalRuntime.Tests.Worker;

/// <summary>What the functions of a test have seen, and a way to wait for it.</summary>
public sealed class Seen
{
    private readonly ConcurrentQueue<string> _all = new();

    public IReadOnlyList<string> All => [.. _all];

    public void Add(string what) => _all.Enqueue(what);

    public async Task<IReadOnlyList<string>> AtLeastAsync(int count)
    {
        while (_all.Count < count)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        return All;
    }
}
