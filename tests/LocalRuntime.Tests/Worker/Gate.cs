namespace EntCredit.LocalRuntime.Tests.Worker;

/// <summary>Holds functions back until the test lets one go on.</summary>
public sealed class Gate : IDisposable
{
    private readonly SemaphoreSlim _open = new(0);

    public Task WaitAsync(CancellationToken cancellation) => _open.WaitAsync(cancellation);

    public void Open(int count = 1) => _open.Release(count);

    public void Dispose() => _open.Dispose();
}
