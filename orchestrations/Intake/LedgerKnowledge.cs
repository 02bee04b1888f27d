using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;

namespace EntCredit.Orchestrations.Intake;

/// <summary>
/// What the ledger knows of a segment's rows, loaded at once, and what the rows add to it, to be appended at once:
/// a row sees what the rows before it have done.
/// </summary>
public sealed class LedgerKnowledge
{
    private readonly Dictionary<(AliasKind, string), KnownSubject> aliases = [];
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Known<Subject>> subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Known<Record>> records = new(StringComparer.Ordinal);
    private readonly HashSet<(AliasKind, string)> addedAliases = [];
    private readonly HashSet<string> addedKeys = new(StringComparer.Ordinal);

    private LedgerKnowledge()
    {
    }

    /// <summary>Loads what may be needed for these rows.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="index">Who is known by what.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="before">What the rows before these add while it is on its way into the ledger, or null: it counts as if it were there.</param>
    /// <param name="cancellation">Stops the loading.</param>
    public static async Task<LedgerKnowledge> LoadAsync(
        ILedger ledger, IIntakeIndex index, IReadOnlyList<ReadRow> rows, LedgerKnowledge? before, CancellationToken cancellation)
    {
        var knowledge = new LedgerKnowledge();
        knowledge.AnyRefused = before?.AnyRefused == true || await index.AnyRefusedAsync(cancellation);
        var askedAliases = new HashSet<(AliasKind, string)>(rows.Count);
        var askedKeys = new HashSet<string>(rows.Count, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            askedAliases.UnionWith(row.Keys.Lookups);
            if (knowledge.AnyRefused) askedKeys.UnionWith(row.Keys.Mending);
            askedKeys.Add(row.Keys.Identity);
        }

        if (before is not null)
        {
            foreach (var alias in before.addedAliases)
                if (askedAliases.Remove(alias)) knowledge.aliases[alias] = before.aliases[alias];
            foreach (var key in before.addedKeys)
                if (askedKeys.Remove(key)) knowledge.keys[key] = before.keys[key];
        }

        foreach (var (alias, subject) in await index.SubjectsAsync(askedAliases, cancellation)) knowledge.aliases[alias] = subject;
        foreach (var (key, record) in await index.RecordsAsync(askedKeys, cancellation)) knowledge.keys[key] = record;

        var streams = knowledge.aliases.Values.Select(subject => subject.Id)
            .Concat(knowledge.keys.Values)
            .Concat(rows.Select(row => row.Reading.Content.Mends).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        if (before is not null) streams.RemoveWhere(stream => knowledge.Inherit(stream, before));
        foreach (var stream in (await ledger.LoadManyAsync(streams, cancellation)).Values) knowledge.Remember(stream);
        return knowledge;
    }

    /// <summary>Whether a refused row waits to be mended, here or in the ledger.</summary>
    public bool AnyRefused { get; private set; }

    /// <summary>Adds streams loaded later.</summary>
    public void Remember(LoadedStream stream)
    {
        if (stream.Events.Count == 0) return;
        if (stream.Events[0] is SubjectEvent)
            subjects.TryAdd(stream.Stream, new Known<Subject>(stream.Stream, stream.Partition!, stream.Version, Domain.Subjects.Subject.Fold(stream.Events.Cast<SubjectEvent>())));
        else if (stream.Events[0] is RecordEvent)
            records.TryAdd(stream.Stream, new Known<Record>(stream.Stream, stream.Partition!, stream.Version, Domain.Records.Record.Fold(stream.Events.Cast<RecordEvent>())));
    }

    /// <summary>The subject known by the first of these numbers that is known, or null.</summary>
    public string? SubjectOf(params IReadOnlyList<(AliasKind Kind, string Value)> numbers)
    {
        for (var place = 0; place < numbers.Count; place++)
            if (aliases.TryGetValue(numbers[place], out var known)) return known.Id;
        return null;
    }

    /// <summary>The record found by a key, or null.</summary>
    public string? RecordOf(string key) => keys.GetValueOrDefault(key);

    /// <summary>A subject's state with what was added.</summary>
    public Subject Subject(string id) => subjects.TryGetValue(id, out var known) ? known.State : Domain.Subjects.Subject.Initial;

    /// <summary>Whether the register has brought a subject, or the one that it was found to be.</summary>
    public bool IsRegistered(string id) => Subject(id) is var subject
        && (subject.Name is not null || (subject.MergedInto is not null && aliases.Values.Any(known => known.Id == id && known.Registered)));

    /// <summary>A record's state with what was added.</summary>
    public Record Record(string id) => records.TryGetValue(id, out var known) ? known.State : Domain.Records.Record.Initial;

    /// <summary>Adds events of a subject; a number that another subject has keeps it.</summary>
    public void Add(string subject, IReadOnlyList<SubjectEvent> events)
    {
        if (events.Count == 0) return;
        if (!subjects.TryGetValue(subject, out var known))
            subjects[subject] = known = new Known<Subject>(subject, subject, 0, Domain.Subjects.Subject.Initial);
        known.Add(events, Domain.Subjects.Subject.Evolve);
        foreach (var alias in events.OfType<SubjectEvent.KnownAs>())
            if (aliases.TryAdd((alias.Kind, alias.Value), new KnownSubject(subject, known.State.Name is not null))) addedAliases.Add((alias.Kind, alias.Value));
    }

    /// <summary>Adds events of a record, and the keys by which it is found from now on.</summary>
    public void Add(string record, string partition, IReadOnlyList<RecordEvent> events, IEnumerable<string> foundBy)
    {
        if (events.Count > 0)
        {
            if (!records.TryGetValue(record, out var known))
                records[record] = known = new Known<Record>(record, partition, 0, Domain.Records.Record.Initial);
            known.Add(events, Domain.Records.Record.Evolve);
        }

        foreach (var key in foundBy)
        {
            if (keys.TryGetValue(key, out var found) && !Record(found).MayComeAgain) continue;
            keys[key] = record;
            addedKeys.Add(key);
            AnyRefused |= RecordKeys.IsMending(key);
        }
    }

    /// <summary>Everything added, to append.</summary>
    public IEnumerable<Append> Appends() => subjects.Values.Select(known => known.Append)
        .Concat(records.Values.Select(known => known.Append))
        .OfType<Append>();

    // What the rows before have added to a stream counts as loaded.
    private bool Inherit(string stream, LedgerKnowledge before)
    {
        if (before.subjects.TryGetValue(stream, out var subject) && subject.After is { } subjectAfter) return subjects.TryAdd(stream, subjectAfter);
        return before.records.TryGetValue(stream, out var record) && record.After is { } recordAfter && records.TryAdd(stream, recordAfter);
    }

    private sealed class Known<TState>(string stream, string partition, long version, TState state)
    {
        private readonly List<DomainEvent> added = [];

        public TState State { get; private set; } = state;

        public Append? Append => added.Count == 0 ? null : new Append(stream, partition, version, added) { ClaimsIdentity = true };

        /// <summary>As it is once what was added is in the ledger; null where nothing was.</summary>
        public Known<TState>? After => added.Count == 0 ? null : new Known<TState>(stream, partition, version + added.Count, State);

        public void Add<TEvent>(IReadOnlyList<TEvent> events, Func<TState, TEvent, TState> evolve)
            where TEvent : DomainEvent
        {
            added.AddRange(events);
            foreach (var happened in events) State = evolve(State, happened);
        }
    }
}
