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
        /// <inheritdoc cref="Record.Channel"/>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Channel { get; init; }

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

    /// <summary>It has other content: its provider sent it again, or a case corrected it. What was before stays in the ledger, not in public.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">Who corrected it.</param>
    /// <param name="Batch">The upload, or the case's stream.</param>
    /// <param name="Content">What holds from now on, without personal data.</param>
    /// <param name="Digest">Its digest.</param>
    [EventName("record.corrected")]
    public sealed record Corrected(DateTimeOffset At, string By, string Batch, RecordContent Content, string Digest) : RecordEvent(At)
    {
        /// <summary>What the law makes of it from now on, where the correction changed that; else null.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Publicity? Publicity { get; init; }

        /// <inheritdoc cref="Record.Channel"/>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Channel { get; init; }

        /// <inheritdoc cref="RecordContent.Personal"/>
        [Personal, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyDictionary<string, string>? Personal { get; init; }
    }

    /// <summary>The same fact came by another channel and is kept as evidence; the record says what it said (C9).</summary>
    /// <param name="At">When it reached storage.</param>
    /// <param name="By">Who sent it.</param>
    /// <param name="Batch">The batch that brought it.</param>
    /// <param name="Line">The line of it.</param>
    /// <param name="Channel">The profile's channel that it came by.</param>
    /// <param name="Digest">The digest of its content.</param>
    [EventName("record.evidence-kept")]
    public sealed record EvidenceKept(DateTimeOffset At, string By, string Batch, int Line, string Channel, string Digest) : RecordEvent(At)
    {
        /// <summary>What it says where that is not what the record says, without personal data; null where both say the same.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public RecordContent? Content { get; init; }

        /// <inheritdoc cref="RecordContent.Personal"/>
        [Personal, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyDictionary<string, string>? Personal { get; init; }
    }

    /// <summary>Its provider took it back.</summary>
    [EventName("record.withdrawn")]
    public sealed record Withdrawn(DateTimeOffset At, string By, string Reason) : RecordEvent(At);

    /// <summary>A case hides it: the public sees a mark in its place.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">Who hid it.</param>
    /// <param name="Case">The case's stream.</param>
    [EventName("record.suspended")]
    public sealed record Suspended(DateTimeOffset At, string By, string Case) : RecordEvent(At);

    /// <summary>A case hides it no more.</summary>
    [EventName("record.resumed")]
    public sealed record Resumed(DateTimeOffset At, string By, string Case) : RecordEvent(At);

    /// <summary>Its display period has ended.</summary>
    /// <param name="At">When that was written down.</param>
    /// <param name="LastDay">The last day of the display.</param>
    [EventName("record.expired")]
    public sealed record Expired(DateTimeOffset At, DateOnly LastDay) : RecordEvent(At);

    /// <summary>What follows from it elsewhere was carried out: a registration's notices to approvers, a sanction for an entry on a list. None may follow.</summary>
    /// <param name="At">When.</param>
    /// <param name="Standing">The <see cref="Record.FollowKey"/> that it followed from: what changes later is followed again.</param>
    /// <param name="Law">The version of the catalogue that said so.</param>
    /// <param name="Codes">The catalogue's items or causes that it met.</param>
    [EventName("record.followed-up")]
    public sealed record FollowedUp(DateTimeOffset At, string Standing, string Law, IReadOnlyList<string> Codes) : RecordEvent(At);

    /// <summary>The provider was reminded of a duty before its last day.</summary>
    [EventName("record.reminded")]
    public sealed record Reminded(DateTimeOffset At, string Rule, string Debtor, DateOnly Due) : RecordEvent(At);

    /// <summary>A duty's last day ended without it being kept.</summary>
    [EventName("record.overdue")]
    public sealed record FellOverdue(DateTimeOffset At, string Rule, string Debtor, DateOnly Due) : RecordEvent(At), IFellOverdue;
}
