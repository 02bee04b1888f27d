namespace EntCredit.LocalRuntime.Tests.Durable.Kills;

/// <summary>What the hosts wrote, in order: a run of an effect when it happened, and a result that an orchestrator saw.</summary>
internal sealed class EffectHistory
{
    private readonly Dictionary<string, List<(bool IsSeen, string Run)>> _lines = [];

    public EffectHistory(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var (what, effect) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            var (key, run) = Parts(effect);
            if (!_lines.TryGetValue(key, out var all))
                _lines.Add(key, all = []);
            all.Add((what == "seen", run));
        }
    }

    /// <summary>The effects that happened, by instance, round and task id.</summary>
    public IReadOnlyCollection<string> Effects => _lines.Keys;

    /// <summary>How many effects happened more than once: their first results had not been recorded.</summary>
    public int Repeated => _lines.Values.Count(all => all.Count(line => !line.IsSeen) > 1);

    /// <summary>An effect and the run that brought it.</summary>
    public static (string Key, string Run) Parts(string effect) =>
        (effect[..effect.IndexOf('=', StringComparison.Ordinal)], effect[(effect.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    /// <summary>The one result that was recorded: seen by every turn that asked, the last run but those before the record, never run again after it.</summary>
    public string TheResultOf(string key)
    {
        var all = _lines[key];
        var firstSeen = all.FindIndex(line => line.IsSeen);
        Assert.True(firstSeen > 0, $"{key} was not seen, or seen before it ran.");
        Assert.DoesNotContain(all[firstSeen..], line => !line.IsSeen);
        var recorded = Assert.Single(all.Where(line => line.IsSeen).Select(line => line.Run).Distinct());
        Assert.Contains(all, line => !line.IsSeen && line.Run == recorded);
        return recorded;
    }
}
