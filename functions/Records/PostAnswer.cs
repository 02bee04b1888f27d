using EntCredit.Domain.Batches;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Stores.Blobs;

namespace EntCredit.Functions.Records;

/// <summary>What an app is answered: how it went for each record, as it was when the records were taken.</summary>
/// <param name="Batch">The batch that the post is.</param>
/// <param name="Item">The catalogue item.</param>
/// <param name="CollectedAt">When the call was received.</param>
/// <param name="Counts">What became of the rows.</param>
/// <param name="Unmapped">Names that the item has no field for; their values were not read.</param>
/// <param name="Results">A result for each record, in the order sent.</param>
public sealed record PostAnswer(
    string Batch, string Item, DateTimeOffset CollectedAt, BatchCounts Counts, IReadOnlyList<string> Unmapped, IReadOnlyList<PostResult> Results)
{
    /// <summary>The answer of a batch that has its receipt.</summary>
    public static PostAnswer Of(string id, Batch batch, ResourceItem item, IReadOnlyList<string> header, IReadOnlyList<RowAnswer> answers)
    {
        var mapping = HeaderMapper.Map(item, header);
        var codes = mapping.Columns.Where(column => column.Field is not null).ToLookup(column => column.Header, column => column.Field!, StringComparer.Ordinal);
        return new PostAnswer(
            id,
            batch.Arrival!.Item,
            batch.Arrival.At,
            batch.Counts,
            [.. mapping.Unmapped],
            [.. answers.Select(answer => PostResult.Of(answer, codes))]);
    }
}

/// <summary>How it went for one record.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Record">Its record; of a duplicate, corrected or withdrawn one, the record that was there.</param>
/// <param name="State">The record's legal state when it was taken.</param>
/// <param name="CorrectionDue">The last day for the mended row, where it was refused.</param>
/// <param name="Findings">What was found wrong or doubtful.</param>
public sealed record PostResult(
    RowOutcome Outcome, string Record, RecordPhase State, DateOnly? CorrectionDue, IReadOnlyList<PostFinding> Findings)
{
    /// <summary>The result of a row's answer.</summary>
    public static PostResult Of(RowAnswer answer, ILookup<string, string> codes) => new(
        answer.Outcome,
        answer.Record,
        answer.Phase,
        answer.CorrectionDue,
        [
            .. answer.Findings.Select(found => new PostFinding(
                found.Code, found.Severity, codes[found.Column].FirstOrDefault() ?? found.Column, found.Value, found.Message, found.Mend)),
        ]);
}

/// <summary>One thing found in one record.</summary>
/// <param name="Code">The error catalogue's code.</param>
/// <param name="Severity">error refuses the record, warning does not.</param>
/// <param name="Field">The field's code, or its Chinese name where the record lacks it.</param>
/// <param name="Value">The value as read; never a personal identity number.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Mend">What to do, in Chinese.</param>
public sealed record PostFinding(string Code, Severity Severity, string Field, string Value, string Message, string Mend);

/// <summary>A post that is still being taken: the same request again gets the answer.</summary>
/// <param name="Batch">The batch that the post is.</param>
/// <param name="Phase">How far it has come.</param>
public sealed record PostTaking(string Batch, BatchPhase Phase);
