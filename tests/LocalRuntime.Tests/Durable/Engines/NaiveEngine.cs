namespace EntCredit.LocalRuntime.Tests.Durable.Engines;

/// <summary>A host without replay, turns, cache and database: it does at once what its instances are told.</summary>
internal sealed class NaiveEngine : IEngineSteps
{
    private readonly SortedDictionary<string, Instance> _all = new(StringComparer.Ordinal);

    public void Schedule(string id)
    {
        if (!_all.TryGetValue(id, out var existing) || existing.HasEnded)
            _all[id] = new([]);
    }

    public void Raise(string id, int number) => Tell(id, instance => instance.Waiting.Enqueue(number));

    public void Suspend(string id) => Tell(id, instance => instance.Status = OrchestrationRuntimeStatus.Suspended);

    public void Resume(string id) => Tell(id, instance => instance.Status = OrchestrationRuntimeStatus.Running);

    public void Terminate(string id) => Tell(id, instance => instance.Status = OrchestrationRuntimeStatus.Terminated);

    public void Purge(string id)
    {
        if (_all.TryGetValue(id, out var found) && found.HasEnded)
            _all.Remove(id);
    }

    public void Restart(string id)
    {
        // With the input of its last execution, as it is stored.
        if (_all.TryGetValue(id, out var found) && found.HasEnded)
            _all[id] = new(found.Input);
    }

    public void Advance()
    {
        foreach (var instance in _all.Values)
        {
            instance.TimerHasFired |= instance.WaitsForTimer;
            instance.GoOn();
        }
    }

    public void Reopen(bool killed)
    {
    }

    public string Dump() => string.Join('\n', _all.Select(one => $"{one.Key} {one.Value.Status} [{one.Value.Result}]"));

    private void Tell(string id, Action<Instance> what)
    {
        if (!_all.TryGetValue(id, out var found) || found.HasEnded)
            return;
        what(found);
        found.GoOn();
    }

    private sealed class Instance(IReadOnlyList<int> input)
    {
        private readonly List<int> _got = [.. input];

        public IReadOnlyList<int> Input { get; private set; } = input;

        public OrchestrationRuntimeStatus Status { get; set; } = OrchestrationRuntimeStatus.Running;

        public Queue<int> Waiting { get; } = new();

        public bool WaitsForTimer { get; private set; }

        public bool TimerHasFired { get; set; }

        /// <summary>The output, the reason of a failure, or the custom status of the execution.</summary>
        public string Result { get; private set; } = "";

        public bool HasEnded => Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

        public void GoOn()
        {
            while (Status == OrchestrationRuntimeStatus.Running)
            {
                if (WaitsForTimer && TimerHasFired)
                {
                    (WaitsForTimer, TimerHasFired) = (false, false);
                    _got.Add(0);
                    Tell();
                }

                if (WaitsForTimer || !Waiting.TryDequeue(out var number))
                    return;
                Take(number);
            }
        }

        private void Take(int number)
        {
            _got.Add(number);
            switch (number)
            {
                case Collecting.CallsAnActivity or Collecting.CallsAChild:
                    _got.Add(-_got.Count);
                    break;
                case Collecting.SetsATimer:
                    WaitsForTimer = true;
                    return;
                case Collecting.ContinuesAsNew:
                    // A custom status is an execution's own.
                    Result = "";
                    Input = [.. _got];
                    return;
                case Collecting.Ends:
                    Status = OrchestrationRuntimeStatus.Completed;
                    break;
                case Collecting.Fails:
                    Status = OrchestrationRuntimeStatus.Failed;
                    break;
            }

            Tell();
        }

        private void Tell() => Result = string.Join(' ', _got);
    }
}
