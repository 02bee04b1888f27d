namespace EntCredit.LocalRuntime.Tests.Durable.Kills;

/// <summary>Drives one life from outside, whatever happens to the host: what it asked for and what of that was answered.</summary>
internal sealed class Life(string id)
{
    private const int Rounds = 3;
    private readonly List<Sent> _sent = [];

    public string Id => id;

    /// <summary>Every event sent, one after the other.</summary>
    public IReadOnlyList<Sent> Sends => _sent;

    /// <summary>Its status and output.</summary>
    public string Ended { get; private set; } = "";

    public async Task LiveAsync(KilledHost host)
    {
        await UntilAnsweredAsync(() => host.AskAsync($"schedule {id}"), "scheduled", "exists");
        for (var number = 1; number <= Rounds; number++)
            await RaiseAsync(host, $"e{number}");
        await RaiseAsync(host, "end");
        Ended = await UntilAnsweredAsync(() => host.AskAsync($"wait {id}"));
    }

    // An event that was not answered for is sent again under another name: it is another event.
    private Task RaiseAsync(KilledHost host, string name) => UntilAnsweredAsync(
        async () =>
        {
            var sent = new Sent($"{name}-{_sent.Count}");
            _sent.Add(sent);
            var answer = await host.AskAsync($"raise {id} {sent.Name}");
            sent.IsAnswered = true;
            return answer;
        },
        "raised");

    private static async Task<string> UntilAnsweredAsync(Func<Task<string>> ask, params string[] expected)
    {
        while (true)
        {
            try
            {
                var answer = await ask();
                Assert.True(expected.Length == 0 || expected.Contains(answer), answer);
                return answer;
            }
            catch (HostKilledException)
            {
                // Asked again.
            }
        }
    }

    /// <summary>An event that was sent.</summary>
    internal sealed record Sent(string Name)
    {
        public bool IsAnswered { get; set; }
    }
}
