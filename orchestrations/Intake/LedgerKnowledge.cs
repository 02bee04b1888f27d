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
    private readonly Dictionary<(AliasKind, string), KnownSubject> aliases;
    private readonly Dictionary<string, string> keys;
    private readonly Dictionary<string, Known<Subject>> subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Known<Record>> records = new(StringComparer.Ordinal);

    private LedgerKnowledge(
        IReadOnlyDictionary<(AliasKind Kind, string Value), KnownSubject> aliases, IReadOnlyDictionary<string, string> keys)
    {
        this.aliases = aliases.ToDictionary(pair => pair.Key, pair => pair.Value);
        this.keys = keys.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    /// <summary>Loads what may be needed for these rows.</summary>
    public static async Task<LedgerKnowledge> LoadAsync(
        ILedger ledger, IIntakeIndex index, string provider, IReadOnlyList<RowReading> readings, CancellationToken cancellation)
    {
        var contents = readings.Select(reading => reading.Content).ToList();
        var aliases = await index.SubjectsAsync(
            [.. contents.SelectMany(content => SubjectDecider.LookupsOf(content.Subject)).Distinct()], cancellation);
        var keys = await index.RecordsAsync([.. contents.SelectMany(content => KeysOf(provider, content)).Distinct()], cancellation);
        var knowledge = new LedgerKnowledge(aliases, keys);

        var streams = aliases.Values.Select(subject => subject.Id)
            .Concat(keys.Values)
            .Concat(contents.Select(content => content.Mends).OfType<string>())
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var stream in (await ledger.LoadManyAsync(streams, cancellation)).Values) knowledge.Remember(stream);
        return knowledge;
    }

    /// <summary>Adds streams loaded later.</summary>
    public void Remember(LoadedStream stream)
    {
        if (stream.Events.Count == 0) return;
        if (stream.Events[0] is SubjectEvent)
            subjects.TryAdd(stream.Stream, new Known<Subject>(stream, Domain.Subjects.Subject.Fold(stream.Events.Cast<SubjectEvent>())));
        else if (stream.Events[0] is RecordEvent)
            records.TryAdd(stream.Stream, new Known<Record>(stream, Domain.Records.Record.Fold(stream.Events.Cast<RecordEvent>())));
    }

    /// <summary>The subject known by the first of these numbers that is known, or null.</summary>
    public string? SubjectOf(IEnumerable<(AliasKind Kind, string Value)> numbers) =>
        numbers.Select(number => aliases.GetValueOrDefault(number)?.Id).FirstOrDefault(id => id is not null);

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
            subjects[subject] = known = new Known<Subject>(new LoadedStream(subject, subject, 0, []), Domain.Subjects.Subject.Initial);
        known.Add(events, Domain.Subjects.Subject.Evolve);
        foreach (var alias in events.OfType<SubjectEvent.KnownAs>())
            aliases.TryAdd((alias.Kind, alias.Value), new KnownSubject(subject, known.State.Name is not null));
    }

    /// <summary>Adds events of a record, and the keys by which it is found from now on.</summary>
    public void Add(string record, string partition, IReadOnlyList<RecordEvent> events, IEnumerable<string> foundBy)
    {
        if (events.Count > 0)
        {
            if (!records.TryGetValue(record, out var known))
                records[record] = known = new Known<Record>(new LoadedStream(record, partition, 0, []), Domain.Records.Record.Initial);
            known.Add(events, Domain.Records.Record.Evolve);
        }

        foreach (var key in foundBy)
            if (!keys.TryAdd(key, record) && Record(keys[key]).MayComeAgain) keys[key] = record;
    }

    /// <summary>Everything added, to append.</summary>
    public IEnumerable<Append> Appends() => subjects.Values.Select(known => known.Append)
        .Concat(records.Values.Select(known => known.Append))
        .OfType<Append>();

    private static IEnumerable<string> KeysOf(string provider, RecordContent content) =>
        RecordKeys.Mending(provider, content)
            .Append(RecordKeys.Identity(provider, content) ?? RecordKeys.SameContent(provider, content, ContentDigest.Of(content)));

    private sealed class Known<TState>(LoadedStream stream, TState state)
    {
        private readonly List<DomainEvent> added = [];

        public TState State { get; private set; } = state;

        public Append? Append => added.Count == 0 ? null : new Append(stream.Stream, stream.Partition!, stream.Version, added) { ClaimsIdentity = true };

        public void Add<TEvent>(IReadOnlyList<TEvent> events, Func<TState, TEvent, TState> evolve)
            where TEvent : DomainEvent
        {
            added.AddRange(events);
            State = events.Aggregate(State, evolve);
        }
    }
}
