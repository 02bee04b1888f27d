namespace EntCredit.Bench.Scenarios.Durable;

/// <summary>The bare floor of a restart: a fresh process that opens the same database, counts what waits and finds the earliest timer.</summary>
public sealed class WaitingFloorChild : IChildProcess
{
    /// <inheritdoc />
    public string Name => "waiting-floor";

    /// <inheritdoc />
    public Task<int> RunAsync(string[] args)
    {
        using var connection = RawSqlite.Open(args[0]);
        RawSqlite.Read(connection, "SELECT count(*) FROM instance WHERE status IN (0, 6, 7)");
        RawSqlite.Read(connection, "SELECT min(due) FROM timer WHERE clock = 0");
        WaitingChild.Say("ready", 0);
        WaitingChild.Say("memory", WaitingChild.Memory());
        return Task.FromResult(0);
    }
}
