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
        DepartmentLevel ProviderLevel) : RecordCommand(At);

    /// <summary>Declare the secrecy review done.</summary>
    public sealed record DeclareReviewed(DateTimeOffset At, string By) : RecordCommand(At);

    /// <summary>The register knows the subject now.</summary>
    public sealed record Join(DateTimeOffset At) : RecordCommand(At);

    /// <summary>Publish it.</summary>
    public sealed record Publish(DateTimeOffset At) : RecordCommand(At);

    /// <summary>Take it back.</summary>
    public sealed record Withdraw(DateTimeOffset At, string By, string Reason) : RecordCommand(At);

    /// <summary>Remind of every open duty of a rule.</summary>
    public sealed record Remind(DateTimeOffset At, string Rule) : RecordCommand(At);

    /// <summary>Write down that a duty's last day has ended.</summary>
    public sealed record NoteOverdue(DateTimeOffset At) : RecordCommand(At);
}
