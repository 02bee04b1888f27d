using EntCredit.LocalRuntime.Durable.Engine.Dispatch;
using EntCredit.LocalRuntime.Durable.Engine.Execution;
using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Durable.Engine.Steps;
using EntCredit.LocalRuntime.Durable.Engine.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace EntCredit.LocalRuntime.Tests.Durable.Stores;

/// <summary>The store on SQLite, behind its writer thread, with what its effects told memory.</summary>
internal sealed class RealStore(IReadOnlyList<StoreStep> before) : IDurableSteps, IDisposable
{
    /// <summary>How many timers are fired at once.</summary>
    public const int FiredAtOnce = 3;

    // What is tested here is no disk, and thousands of files are made.
    private static readonly string Memory = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private const int MostTasks = 500;
    private static readonly IReadOnlySet<OrchestrationRuntimeStatus> None = new HashSet<OrchestrationRuntimeStatus>();
    private readonly Lazy<string> _folder = new(() => Directory.CreateDirectory(Path.Combine(Memory, "store-" + Guid.NewGuid().ToString("N"))).FullName);
    private readonly Lock _opening = new();
    private readonly Told _told = new();
    private WriterThread? _writer;
    private ReaderPool? _readers;
    private string? _final;
    private bool _isStarted;

    /// <summary>What the steps answered.</summary>
    public List<string> Results { get; } = [];

    private string Database => Path.Combine(_folder.Value, "durable.db");

    public string Schedule(string id, bool replaces, int? startAt)
    {
        var refused = Do(store => ScheduleStep.Schedule(store, New(id, startAt), replaces ? None : ScheduleStep.Default, 0));
        return refused is null ? "scheduled" : $"refused by {refused}";
    }

    public string Tell(string id, MessageKind kind, string? name) => $"{Do(store => MessageStep.Tell(store, id, kind, name, null))}";

    public string Turn(string id, TurnPlan plan)
    {
        if (Do(store => store.Find(id)) is not { } key || _readers!.Read(r => r.Load(key.Sequence)) is not { IsReleased: true } loaded)
            return "not ready";
        var last = loaded.Turns.Count == 0 ? 0 : loaded.Turns[^1].Through;
        var fresh = loaded.Messages.Where(message => message.Ordinal > last).ToList();
        if (loaded.Turns.Count > 0 && fresh.Count == 0)
            return "not ready";
        var number = loaded.Turns.Count;
        var through = plan.Takes == 0 || fresh.Count == 0 ? last : fresh[Math.Min(plan.Takes, fresh.Count) - 1].Ordinal;
        var turn = new Turn(plan.IsStale ? number - 1 : number, default, through, plan.Actions(number));
        var outcome = new TurnOutcome(Status(plan.Ends), turn.Actions, null)
        {
            CancelledTimers = plan.Cancelled(number),
            Next = plan.Next,
            LeavesWork = true,
            Failure = plan.Ends == TurnEnd.Fails ? new("Failed", "failed", null, null, null) : null,
        };
        if (!plan.IsStale)
            _told.Takes(loaded);
        var committed = Do(store => TurnStep.Commit(store, loaded.Header, turn, outcome, 0));
        if (committed && plan.Next is not null)
            _told.Continues(key.Sequence);
        return $"{committed}";
    }

    public string Answer(string id, bool succeeds, bool twice)
    {
        var kind = succeeds ? MessageKind.TaskCompleted : MessageKind.TaskFailed;
        var answered = Do(store => store.Find(id) is not { } found
            ? null
            : Enumerable.Range(0, MostTasks).Select(task => new QueuedActivity(found.Sequence, found.Execution, task, id, "Do", null, null, null, 0))
                .FirstOrDefault(activity => MessageStep.Answer(store, activity, kind, null)));
        if (answered is null)
            return "none";
        return twice ? $"True {Do(store => MessageStep.Answer(store, answered, kind, null))}" : "True";
    }

    public string Fire(int now)
    {
        _told.Fires();
        var next = Do(store => MessageStep.Fire(store, DurableClock.Legal, now, FiredAtOnce));
        _told.Fired(next);
        return $"{next}";
    }

    public string Terminate(string id, bool recursive) => $"{Do(store => EndStep.Terminate(store, id, null, recursive, 0))}";

    public string Purge(string id) => $"{Do(store => MessageStep.Purge(store, id))}";

    public string PurgeAll(int limit) => $"{Do(store => MessageStep.Purge(store, 0, null, null, null, limit)).Count}";

    public string Restart(string id) => $"{Do(store => ScheduleStep.Restart(store, id, id, 0))}";

    public string Fail(string id)
    {
        Assert.Throws<InvalidOperationException>(() => Do<int>(store =>
        {
            store.AddInstance(New("failed-" + id, null), 0, null);
            MessageStep.Tell(store, id, MessageKind.EventRaised, "never", null);
            throw new InvalidOperationException("failed");
        }));
        return "failed";
    }

    public string Reopen(bool killed)
    {
        Start();
        Close(killed);
        Open();
        return "opened";
    }

    /// <summary>Everything that is stored, and what a host that starts now would find to do.</summary>
    public string Dump()
    {
        Start();
        return _readers!.Read(r => string.Join('\n',
        [
            .. StoredLines.Of(Database),
            "ready " + string.Join(' ', r.Ready()),
            $"next {r.NextDue(DurableClock.Legal)}",
        ]));
    }

    /// <summary>The last dump of all, after which the database is gone.</summary>
    public string FinalDump()
    {
        lock (_opening)
        {
            if (_final is not null)
                return _final;
            _final = Dump();
            Close(killed: false);
            Directory.Delete(_folder.Value, recursive: true);
            return _final;
        }
    }

    /// <summary>Asserts that memory was told of all that it needs to go on: without it an instance would sleep until the next start.</summary>
    public void AssertToldAll()
    {
        Start();
        _readers!.Read(r =>
        {
            _told.AssertCovers(r);
            return 0;
        });
    }

    public void Dispose()
    {
        if (_isStarted)
            FinalDump();
    }

    private T Do<T>(Func<StoreWriter, T> apply)
    {
        Start();
        return _writer!.Submit(apply).GetAwaiter().GetResult();
    }

    // Not before the first step: of the stores that a search for an order makes, most are never used.
    private void Start()
    {
        lock (_opening)
        {
            if (_isStarted)
                return;
            _isStarted = true;
            Open();
            foreach (var step in before)
                step.Take(this);
        }
    }

    private void Open()
    {
        _writer = new WriterThread(new StoreWriter(Database), _told.Hear, new LoadCounter(), NullLogger.Instance);
        _readers = new ReaderPool(Database);
        _readers.Read(r =>
        {
            _told.Recover(r);
            return 0;
        });
        _writer.Start();
    }

    private void Close(bool killed)
    {
        if (killed)
            _writer!.Abandon();
        else
            _writer!.Stop();
        _readers!.Dispose();
        _writer.Dispose();
    }

    private static NewInstance New(string id, int? startAt) => new(id, "Any", "", null, startAt, null, null, null);

    private static OrchestrationRuntimeStatus Status(TurnEnd ends) => ends switch
    {
        TurnEnd.Suspends => OrchestrationRuntimeStatus.Suspended,
        TurnEnd.Completes => OrchestrationRuntimeStatus.Completed,
        TurnEnd.Fails => OrchestrationRuntimeStatus.Failed,
        TurnEnd.Terminates => OrchestrationRuntimeStatus.Terminated,
        _ => OrchestrationRuntimeStatus.Running,
    };
}
