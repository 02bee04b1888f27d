using EntCredit.Domain.Batches;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;

namespace EntCredit.Orchestrations.Intake;

/// <summary>Where rows are taken one after the other: finds whom and what a row speaks of, asks the decider, and keeps the answers.</summary>
/// <param name="batch">The batch.</param>
/// <param name="arrival">How it arrived.</param>
/// <param name="providerLevel">The level of who sent it.</param>
/// <param name="rules">The rules of its jurisdiction.</param>
/// <param name="known">What the ledger knows of the rows.</param>
/// <param name="cutOff">
/// The records that an attempt at these rows, cut off in the midst of its writing, was to begin; none where an append is all or nothing. What the ledger has of them was taken by that attempt:
/// it is answered as it would have been, and no repetition.
/// </param>
public sealed class IntakeDesk(
    string batch, BatchEvent.Arrived arrival, DepartmentLevel providerLevel, RecordRules rules, LedgerKnowledge known, HashSet<string> cutOff)
{
    private const string Register = "register";

    private readonly SortedDictionary<string, List<string>> manifests = new(StringComparer.Ordinal);
    private readonly List<RowAnswer> answers = [];
    private readonly HashSet<string> registeredNow = new(StringComparer.Ordinal);
    private readonly HashSet<string> cohortsToWake = new(StringComparer.Ordinal);

    /// <summary>What became of the rows so far.</summary>
    public BatchCounts Counts { get; private set; }

    /// <summary>The records that cohorts of this batch carry, by cohort.</summary>
    public IEnumerable<KeyValuePair<string, List<string>>> Manifests => manifests;

    /// <summary>The answers to rows that were refused or taken with a warning, in the order of the lines.</summary>
    public IReadOnlyList<RowAnswer> Answers => answers;

    /// <summary>Cohorts of earlier uploads whose records may move now.</summary>
    public IReadOnlyCollection<string> CohortsToWake => cohortsToWake;

    /// <summary>Takes one row.</summary>
    public void Take(ReadRow read)
    {
        var (row, reading, keys) = read;
        var findings = reading.Findings.ToList();
        if (rules.Profile.PublicationOf(reading.Content.Item, null, reading.Content.Procedure).Exposure == Exposure.NotCollected)
            findings.Add(FindingOf(row, reading.Content.Item, BatchErrors.NotCollected));
        if (reading.Content.Mends is { } named && !AwaitsMending(named))
            findings.Add(FindingOf(row, named, BatchErrors.NothingToMend, Severity.Warning));

        var origin = new RecordOrigin(arrival.Department, arrival.Jurisdiction, reading.Content.Item, batch, row.Line);
        var counts = findings.Any(finding => finding.Severity == Severity.Error)
            ? Refuse(row, reading.Content, keys, origin, findings)
            : Accept(row, reading.Content, keys, origin, findings);
        Counts += counts with { Rows = 1 };
    }

    /// <summary>Records that waited for the register and whose subject it has just brought.</summary>
    public async Task JoinParkedAsync(IIntakeIndex index, ILedger ledger, DateTimeOffset now, CancellationToken cancellation)
    {
        if (registeredNow.Count == 0) return;
        var parked = await index.ParkedRecordsAsync(registeredNow, cancellation);
        foreach (var stream in (await ledger.LoadManyAsync(parked, cancellation)).Values)
        {
            known.Remember(stream);
            var state = known.Record(stream.Stream);
            var decision = RecordDecider.Decide(new RecordCommand.Join(now), state, rules);
            known.Add(stream.Stream, stream.Partition!, decision.Events, []);
            if (decision.Events.Count > 0 && state.Cohort is { } cohort) cohortsToWake.Add(cohort);
        }
    }

    private BatchCounts Accept(SourceRow row, RecordContent content, RowKeys keys, RecordOrigin origin, List<Finding> findings)
    {
        var numbers = keys.Numbers;
        var id = MendedRecord(content, keys) ?? BatchIds.Record(batch, row.Line);

        var subject = known.SubjectOf(keys.Lookups) ?? SubjectDecider.NewId(numbers[0]);
        var registered = content.Item == Register || known.IsRegistered(subject);
        var before = known.Record(id);
        var take = new RecordCommand.Take(arrival.At, origin, subject, registered, content, keys.Digest, arrival.ReviewDeclared, providerLevel) { Channel = arrival.Channel };
        var decision = RecordDecider.Decide(take, before, rules);
        if (decision.Error is { } error)
        {
            findings.Add(FindingOf(row, content.DocumentNumber ?? string.Empty, error));
            answers.Add(new RowAnswer(row.Line, id, true, null, row.Cells, findings, RowOutcome.Refused, before.Phase));
            return new BatchCounts { Refused = 1 };
        }

        // C9: what is only kept as evidence changes neither the record nor what is known of its subject.
        var outranking = ChannelAuthority.Outranking(take, before, rules);
        if (outranking is not null) findings.Add(FindingOf(row, content.DocumentNumber ?? string.Empty, BatchErrors.OtherChannelFirst, Severity.Warning, outranking.Name));
        else Meet(subject, numbers, content, id);
        var changes = decision.Events.Any(happened => happened is not RecordEvent.EvidenceKept);
        var again = WasTaken(id, changes);
        known.Add(id, subject, decision.Events, [keys.Identity]);
        MendElsewhere(id, content, keys, origin);
        if (again || decision.Events.OfType<RecordEvent.Collected>().Any())
            Carry(known.Record(id).Cohort!, id);
        else if (changes && known.Record(id).Phase == RecordPhase.Collected)
            cohortsToWake.Add(before.Cohort!);

        if (known.Record(id) is { Phase: RecordPhase.HeldForReview, Cohort: { } holds } && !holds.StartsWith(batch, StringComparison.Ordinal))
            Carry(Cohorts.OfRepeated(batch), id);

        if (!again && before.Origin is { } first && first.Batch == batch && before.Phase != RecordPhase.AwaitingCorrection)
            findings.Add(FindingOf(row, string.Empty, RepetitionIn(changes), Severity.Warning, first.Line));
        if (findings.Count > 0 || arrival.Door == BatchEvent.Arrived.Api)
            answers.Add(new RowAnswer(row.Line, id, false, null, null, findings, outranking is null ? OutcomeOf(decision.Events, again, registered) : RowOutcome.Evidence, known.Record(id).Phase));
        var isNew = again || changes;
        return new BatchCounts
        {
            Accepted = isNew ? 1 : 0,
            Duplicates = isNew ? 0 : 1,
            Corrections = decision.Events.OfType<RecordEvent.Corrected>().Count(),
            Mended = (again && before.Origin!.Batch != batch) || decision.Events.OfType<RecordEvent.Collected>().Any(collected => collected.MendedBy is not null) ? 1 : 0,
            Withdrawn = decision.Events.OfType<RecordEvent.Withdrawn>().Count(),
            Parked = registered || !isNew ? 0 : 1,
            Warned = findings.Count > 0 && isNew ? 1 : 0,
        };
    }

    private BatchCounts Refuse(SourceRow row, RecordContent content, RowKeys keys, RecordOrigin origin, List<Finding> findings)
    {
        var id = (content.Mends is { } named && AwaitsMending(named) ? named : null)
            ?? MendedBy(keys).FirstOrDefault(AwaitsMending)
            ?? BatchIds.Record(batch, row.Line);
        var decision = RecordDecider.Decide(
            new RecordCommand.Refuse(arrival.At, origin, content, findings), known.Record(id), rules);

        // A refused row says nothing certain of whom it concerns: its stream is its own partition.
        var again = known.Record(id).Phase == RecordPhase.AwaitingCorrection && WasTaken(id, decision.Events.Count > 0);
        known.Add(id, id, decision.Events, keys.Mending);
        var due = known.Record(id).OpenDuties.GetValueOrDefault(RecordDuties.Mending)?.Due;
        if (due is { } day && (again || decision.Events.Count > 0)) Carry(Cohorts.OfRefused(batch, day), id);
        answers.Add(new RowAnswer(row.Line, id, true, due, row.Cells, findings, RowOutcome.Refused, known.Record(id).Phase));
        return new BatchCounts { Refused = 1 };
    }

    /// <summary>The record that a good row speaks of: the one it names, the one it repeats, or the refused one that it mends.</summary>
    private string? MendedRecord(RecordContent content, RowKeys keys) =>
        Collected(keys)
        ?? (content.Mends is { } named && AwaitsMending(named) ? named : null)
        ?? Standing(known.RecordOf(keys.Identity))
        ?? MendedBy(keys).FirstOrDefault(AwaitsMending);

    /// <summary>The refused rows that a row may mend, the surest first.</summary>
    private IEnumerable<string> MendedBy(RowKeys keys) => known.AnyRefused ? keys.Mending.Select(known.RecordOf).OfType<string>() : [];

    /// <summary>One number and subject is one record, whichever refused row the good one names.</summary>
    private string? Collected(RowKeys keys) =>
        keys.HasNumber && known.RecordOf(keys.Identity) is { } found
        && known.Record(found).Phase is not (RecordPhase.Unknown or RecordPhase.AwaitingCorrection or RecordPhase.Withdrawn or RecordPhase.Expired)
            ? found
            : null;

    /// <summary>
    /// A good row that speaks of a collected record also mends the refused row of the same number and subject: its mending is done there. Rows without a
    /// number are left: several of a day may be several facts.
    /// </summary>
    private void MendElsewhere(string id, RecordContent content, RowKeys keys, RecordOrigin origin)
    {
        if (!keys.HasNumber || !(known.AnyRefused || content.Mends is not null)) return;
        var keyed = MendedBy(keys).Append(content.Mends);
        foreach (var refused in keyed.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (refused == id || !AwaitsMending(refused)) continue;
            var mended = RecordDecider.Decide(new RecordCommand.MendElsewhere(arrival.At, origin.Provider, id), known.Record(refused), rules);
            known.Add(refused, refused, mended.Events, []);
        }
    }

    /// <summary>A record, unless its provider took it back by a declaration: what is sent again then is new.</summary>
    private string? Standing(string? record) => record is not null && known.Record(record).MayComeAgain ? null : record;

    // The first row that speaks of it is the one that began it: what a later one finds is a repetition.
    private bool WasTaken(string record, bool changes) => cutOff.Remove(record) && !changes;

    private static RowOutcome OutcomeOf(IReadOnlyList<RecordEvent> events, bool again, bool registered) => events switch
    {
        _ when !again && !events.Any(happened => happened is not RecordEvent.EvidenceKept) => RowOutcome.Duplicate,
        _ when events.Any(happened => happened is RecordEvent.Withdrawn) => RowOutcome.Withdrawn,
        _ when events.Any(happened => happened is RecordEvent.Corrected) => RowOutcome.Corrected,
        _ => registered ? RowOutcome.Accepted : RowOutcome.Parked,
    };

    private bool AwaitsMending(string record) =>
        known.Record(record) is { Phase: RecordPhase.AwaitingCorrection, Origin: { } refused }
        && refused.Provider == arrival.Department
        && refused.Item == arrival.Item;

    private void Meet(string subject, IReadOnlyList<(AliasKind, string)> numbers, RecordContent content, string record)
    {
        // A number that another subject has stays with it: merging two subjects is a decision of its own.
        if (numbers.Any(number => known.SubjectOf(number) is null))
            known.Add(subject, SubjectDecider.Meet(known.Subject(subject), numbers.Where(number => known.SubjectOf(number) is null), arrival.At));
        if (content is not { Item: Register, Status: ContentStatus.Valid, Subject.Name: { } name }) return;
        var wasRegistered = known.Subject(subject).Name is not null;
        known.Add(subject, SubjectDecider.Register(
            known.Subject(subject), name, record, arrival.At, PlaceOf(content, FieldRole.Address), PlaceOf(content, FieldRole.Region)));
        if (!wasRegistered) registeredNow.Add(subject);
    }

    private string? PlaceOf(RecordContent content, FieldRole role) =>
        rules.Catalogue.Find(content.Item)?.Fields.FirstOrDefault(field => field.Role == role) is { } field ? content.Fields.GetValueOrDefault(field.Code) : null;

    private void Carry(string cohort, string record)
    {
        if (!manifests.TryGetValue(cohort, out var records)) manifests[cohort] = records = [];
        records.Add(record);
    }

    private static ErrorDefinition RepetitionIn(bool changes) =>
        !changes ? IntakeErrors.DuplicateInFile : IntakeErrors.ConflictInFile;

    private static Finding FindingOf(SourceRow row, string value, ErrorDefinition error, Severity severity = Severity.Error, object? particular = null) =>
        new(row.Line, string.Empty, value, error.Code, severity, error.Describe(particular ?? value), error.Mend);
}
