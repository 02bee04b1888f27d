using EntCredit.Domain.Departments;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Records;

/// <summary>What may be asked of a record. Each carries the legal instant at which it happens.</summary>
public abstract record RecordCommand(DateTimeOffset At)
{
    /// <summary>Refuse a row.</summary>
    public sealed record Refuse(DateTimeOffset At, RecordOrigin Origin, RecordContent Content, IReadOnlyList<Finding> Findings) : RecordCommand(At);

    /// <summary>Take a row: a new one, the mended form of a refused one, or one sent again.</summary>
    /// <param name="At">When the content reached storage.</param>
    /// <param name="Origin">Where this row comes from.</param>
    /// <param name="Subject">The internal id of the enterprise.</param>
    /// <param name="SubjectRegistered">False where the register does not know it yet.</param>
    /// <param name="Content">The validated row.</param>
    /// <param name="Digest">Its digest.</param>
    /// <param name="ReviewDeclared">What the upload declares of the secrecy review, or null.</param>
    /// <param name="ProviderLevel">The provider's level of government: some must declare the review where others need not (P3).</param>
    public sealed record Take(
        DateTimeOffset At,
        RecordOrigin Origin,
        string Subject,
        bool SubjectRegistered,
        RecordContent Content,
        string Digest,
        bool? ReviewDeclared,
        DepartmentLevel ProviderLevel) : RecordCommand(At)
    {
        /// <summary>The channel of the profile that it came by, as declared; null where its door says it.</summary>
        public string? Channel { get; init; }
    }

    /// <summary>Declare the secrecy review done.</summary>
    public sealed record DeclareReviewed(DateTimeOffset At, string By) : RecordCommand(At);

    /// <summary>The register knows the subject now.</summary>
    public sealed record Join(DateTimeOffset At) : RecordCommand(At);

    /// <summary>Publish it.</summary>
    public sealed record Publish(DateTimeOffset At) : RecordCommand(At);

    /// <summary>Take it back.</summary>
    public sealed record Withdraw(DateTimeOffset At, string By, string Reason) : RecordCommand(At);

    /// <summary>Hide it while a case is open (界政办〔2020〕5号 五(七)). The case says who decided and why.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">Who carries it out.</param>
    /// <param name="Case">The case's stream.</param>
    public sealed record Suspend(DateTimeOffset At, string By, string Case) : RecordCommand(At);

    /// <summary>End what one case hides; another may still hide it.</summary>
    public sealed record Resume(DateTimeOffset At, string By, string Case) : RecordCommand(At);

    /// <summary>Correct it as a case asks.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">Who carries it out.</param>
    /// <param name="Case">The case's stream; it amends once.</param>
    /// <param name="Content">The validated content that holds from now on.</param>
    /// <param name="Digest">Its digest.</param>
    public sealed record Amend(DateTimeOffset At, string By, string Case, RecordContent Content, string Digest) : RecordCommand(At);

    /// <summary>Show it no more where its display period has ended (A27).</summary>
    public sealed record Expire(DateTimeOffset At) : RecordCommand(At);

    /// <summary>A refused row of a record that was collected before: the mended row corrected that record, so this one is done.</summary>
    /// <param name="At">When the mended row was collected.</param>
    /// <param name="By">Its provider.</param>
    /// <param name="Record">The record that the mended row speaks of.</param>
    public sealed record MendElsewhere(DateTimeOffset At, string By, string Record) : RecordCommand(At);

    /// <summary>Remind of every open duty of a rule.</summary>
    public sealed record Remind(DateTimeOffset At, string Rule) : RecordCommand(At);

    /// <summary>Write down that a duty's last day has ended.</summary>
    public sealed record NoteOverdue(DateTimeOffset At) : RecordCommand(At);
}
