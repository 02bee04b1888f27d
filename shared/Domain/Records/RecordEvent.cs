using System.Text.Json.Serialization;
using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Records;

/// <summary>A fact in the life of one record. Its stream is the record's id.</summary>
public abstract record RecordEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>The row was refused; the same id is kept for the row that mends it.</summary>
    [EventName("record.refused")]
    public sealed record Refused(DateTimeOffset At, RecordOrigin Origin, RecordContent Content, IReadOnlyList<Finding> Findings) : RecordEvent(At)
    {
        /// <inheritdoc cref="RecordContent.Personal"/>
        [Personal, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyDictionary<string, string>? Personal { get; init; }
    }

    /// <summary>The row was taken. <see cref="DomainEvent.At"/> is when its content reached storage.</summary>
    /// <param name="At">The instant of collection.</param>
    /// <param name="Origin">Where it comes from; for a mended row, where the refused one came from.</param>
    /// <param name="Subject">The internal id of the enterprise.</param>
    /// <param name="Content">What was collected, without personal data.</param>
    /// <param name="Digest">The content's digest, by which a repetition is known.</param>
    /// <param name="Publicity">What the law makes of it.</param>
    /// <param name="Reviewed">True where the secrecy review is declared done.</param>
    /// <param name="SubjectRegistered">False where the register does not know the subject yet.</param>
    /// <param name="MendedBy">The batch that mended it, or null where it was right at once.</param>
    [EventName("record.collected")]
    public sealed record Collected(
        DateTimeOffset At,
        RecordOrigin Origin,
        string Subject,
        RecordContent Content,
        string Digest,
        Publicity Publicity,
        bool Reviewed,
        bool SubjectRegistered,
        string? MendedBy) : RecordEvent(At)
    {
        /// <inheritdoc cref="RecordContent.Personal"/>
        [Personal, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyDictionary<string, string>? Personal { get; init; }
    }

    /// <summary>The provider declared the secrecy and safety review done (界政办〔2020〕5号 五(二)).</summary>
    [EventName("record.secrecy-reviewed")]
    public sealed record SecrecyReviewed(DateTimeOffset At, string By) : RecordEvent(At);

    /// <summary>The register brought the subject of a parked record.</summary>
    [EventName("record.joined")]
    public sealed record Joined(DateTimeOffset At) : RecordEvent(At);

    /// <summary>The public sees it from now on.</summary>
    [EventName("record.published")]
    public sealed record Published(DateTimeOffset At) : RecordEvent(At);

    /// <summary>Its provider sent it again with other content; what was before stays in the ledger, not in public.</summary>
    [EventName("record.corrected")]
    public sealed record Corrected(DateTimeOffset At, string By, string Batch, RecordContent Content, string Digest) : RecordEvent(At)
    {
        /// <summary>What the law makes of it from now on, where the correction changed that; else null.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Publicity? Publicity { get; init; }

        /// <inheritdoc cref="RecordContent.Personal"/>
        [Personal, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyDictionary<string, string>? Personal { get; init; }
    }

    /// <summary>Its provider took it back.</summary>
    [EventName("record.withdrawn")]
    public sealed record Withdrawn(DateTimeOffset At, string By, string Reason) : RecordEvent(At);

    /// <summary>The provider was reminded of a duty before its last day.</summary>
    [EventName("record.reminded")]
    public sealed record Reminded(DateTimeOffset At, string Rule, string Debtor, DateOnly Due) : RecordEvent(At);

    /// <summary>A duty's last day ended without it being kept.</summary>
    [EventName("record.overdue")]
    public sealed record FellOverdue(DateTimeOffset At, string Rule, string Debtor, DateOnly Due) : RecordEvent(At), IFellOverdue;
}
