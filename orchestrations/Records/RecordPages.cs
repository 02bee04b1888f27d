using EntCredit.Domain.Records;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Records;

/// <summary>Asks one thing of many records: loads them, decides, appends. What is already so gives nothing.</summary>
public sealed class RecordPages(
    ILedger ledger, ManifestStore manifests, Rulebook rulebook, [FromKeyedServices("legal")] TimeProvider legal)
{
    // A transaction of the ledger that leaves room beside it.
    private const int RecordsOfPage = 1000;

    /// <summary>The page of a cohort that begins at a chunk: its record ids, and the chunk after it or -1.</summary>
    public Task<(IReadOnlyList<string> Records, int NextChunk)> OpenAsync(PageInput page, CancellationToken cancellation) =>
        manifests.PageAsync(page.Cohort, page.Chunk, RecordsOfPage, cancellation);

    /// <summary>Decides a command for each record and appends what follows. The states after it, in the order of the ids.</summary>
    /// <param name="records">The records' ids.</param>
    /// <param name="command">The command for a record's state at the legal instant, or null where nothing is asked of it.</param>
    /// <param name="cancellation">Stops the work between ledger calls.</param>
    public async Task<IReadOnlyList<Record>> AskAsync(
        IReadOnlyList<string> records, Func<Record, DateTimeOffset, RecordCommand?> command, CancellationToken cancellation)
    {
        var now = legal.GetUtcNow();
        var law = await rulebook.TodayAsync(cancellation);
        var loaded = await ledger.LoadManyAsync(records, cancellation);
        var appends = new List<Append>(records.Count);
        var after = new List<Record>(records.Count);
        foreach (var id in records.Distinct(StringComparer.Ordinal))
        {
            var stream = loaded[id];
            var state = Record.Fold(stream.Events.Cast<RecordEvent>());
            if (state.Origin is { } origin && command(state, now) is { } asked)
            {
                var events = RecordDecider.Decide(asked, state, law.For(origin.Jurisdiction)).Events;
                if (events.Count > 0) appends.Add(new Append(id, stream.Partition ?? id, stream.Version, events));
                state = events.Aggregate(state, Record.Evolve);
            }

            after.Add(state);
        }

        if (appends.Count > 0) await ledger.AppendAsync(appends, cancellation);
        return after;
    }

    /// <summary>The earliest last day, under today's calendar, of the duties of these records whose end is not noted yet; null where none has one.</summary>
    public async Task<DateOnly?> EarliestDueAsync(IEnumerable<Record> waiting, CancellationToken cancellation)
    {
        var law = await rulebook.TodayAsync(cancellation);
        return waiting
            .SelectMany(state => state.OpenDuties.Values
                .Where(duty => !state.Overdue.Contains(duty.Rule))
                .Select(duty => (DateOnly?)law.For(state.Origin!.Jurisdiction).Today(duty).Due))
            .Min();
    }
}
