using EntCredit.Domain.Calendar;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Corrections;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;

namespace EntCredit.Orchestrations.Corrections;

/// <summary>
/// What a record says after a correction: what it says now with some fields replaced, read as a row of an upload is, so that nothing is published that
/// an upload could not have brought.
/// </summary>
public sealed class CorrectedContent(ILedger ledger, IPersonalData personal, ResourceCatalogue catalogue)
{
    /// <summary>Reads it.</summary>
    /// <param name="record">The record's id.</param>
    /// <param name="fields">The corrected fields, by code or Chinese name; an empty text takes a field away.</param>
    /// <param name="at">The instant of the request: nothing in it can have happened later.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<CorrectedReading> ReadAsync(
        string record, IReadOnlyDictionary<string, string> fields, DateTimeOffset at, CancellationToken cancellation)
    {
        var loaded = await ledger.LoadAsync(record, cancellation);
        var state = Record.Fold(loaded.Events.OfType<RecordEvent>());
        if (state.Content is not { } now || state.Subject is null || catalogue.Find(now.Item) is not { } item)
            return new CorrectedReading(null, [], RecordErrors.Unknown);

        var columns = CorrectedRow.FieldsOf(item);
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            if (columns.FirstOrDefault(field => field.Code == name || field.Name == name) is not { } field) return Invalid(name);
            given[field.Code] = value;
        }

        var cells = CorrectedRow.Cells(item, now.Fields, await PersonalAsync(loaded, cancellation), given).ToList();
        var mapping = HeaderMapper.Map(item, [.. cells.Select(cell => cell.Name)]);
        var reading = RowReader.Read(item, mapping, new SourceRow(1, [.. cells.Select(cell => cell.Value)]), LegalZone.DayOf(at));
        if (!reading.Accepted) return Invalid(string.Join('；', Wrong(reading).Select(finding => finding.Message)), [.. Wrong(reading)]);
        if (!SubjectDecider.AliasesOf(reading.Content.Subject).Intersect(SubjectDecider.AliasesOf(now.Subject)).Any())
            return new CorrectedReading(null, [], CorrectionErrors.AnotherSubject);
        var content = CorrectedRow.Complete(reading.Content, now);
        if (ContentDigest.Of(content) == state.Digest) return new CorrectedReading(null, [], CorrectionErrors.NothingCorrected);
        return RecordDuties.IsDated(content, at)
            ? new CorrectedReading(content, reading.Findings, null)
            : new CorrectedReading(null, [], RecordErrors.Undated);
    }

    private static IEnumerable<Finding> Wrong(RowReading reading) => reading.Findings.Where(finding => finding.Severity == Severity.Error);

    private static CorrectedReading Invalid(string what, IReadOnlyList<Finding>? findings = null) =>
        new(null, findings ?? [], CorrectionErrors.ContentInvalid) { Particular = what };

    // What is in force lies in the last event that brought content; its personal data lies apart.
    private async Task<IReadOnlyDictionary<string, string>> PersonalAsync(LoadedStream loaded, CancellationToken cancellation)
    {
        var version = loaded.Events.Index().Last(pair => pair.Item is RecordEvent.Collected or RecordEvent.Corrected).Index + 1;
        return (await personal.ReadPersonalAsync(loaded.Stream, version, cancellation)).Event switch
        {
            RecordEvent.Collected { Personal: { } kept } => kept,
            RecordEvent.Corrected { Personal: { } kept } => kept,
            _ => new Dictionary<string, string>(),
        };
    }
}

/// <summary>What reading a corrected content gave.</summary>
/// <param name="Content">The validated content, personal data with it; or null.</param>
/// <param name="Findings">What was found, as in a receipt.</param>
/// <param name="Error">Why it cannot be shown, or null.</param>
public sealed record CorrectedReading(RecordContent? Content, IReadOnlyList<Finding> Findings, ErrorDefinition? Error)
{
    /// <summary>What the error names.</summary>
    public string Particular { get; init; } = string.Empty;
}
