namespace EntCredit.Functions.Tests.Cases;

/// <summary>What functions tell a test: the durable client that they are given, and how often cases were asked.</summary>
public sealed class CaseLog
{
    private readonly List<(int Times, TaskCompletionSource Done)> waiting = [];
    private int asked;

    public DurableTaskClient? Client { get; set; }

    public void Ask()
    {
        lock (waiting)
        {
            asked++;
            foreach (var (_, done) in waiting.Where(one => one.Times <= asked)) done.TrySetResult();
        }
    }

    public Task AskedAsync(int times)
    {
        lock (waiting)
        {
            if (asked >= times) return Task.CompletedTask;
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((times, done));
            return done.Task;
        }
    }
}
