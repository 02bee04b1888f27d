using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Objections;

/// <summary>What may be asked of an objection. Each carries the legal instant at which it happens.</summary>
public abstract record ObjectionCommand(DateTimeOffset At)
{
    /// <summary>Lodge it: in writing, with evidence, with market supervision or the provider.</summary>
    /// <param name="At">When it was handed in.</param>
    /// <param name="About">What is objected to.</param>
    /// <param name="With">The department that took it.</param>
    /// <param name="GroundsDigest">The digest of its content, by which a repetition is known.</param>
    /// <param name="Evidence">The digests of the evidence files.</param>
    /// <param name="Applicant">Who objects.</param>
    /// <param name="Prior">An earlier objection to the same record with the same content, or null.</param>
    public sealed record Lodge(
        DateTimeOffset At,
        ObjectionSubject About,
        string With,
        string GroundsDigest,
        IReadOnlyList<string> Evidence,
        Applicant Applicant,
        PriorObjection? Prior) : ObjectionCommand(At)
    {
        /// <summary>The SHA-256 of the secret by which the applicant reads the case, hex; null where it was handed in at a counter.</summary>
        public string? SecretSha256 { get; init; }
    }

    /// <summary>Market supervision hands it on to the provider.</summary>
    public sealed record Forward(DateTimeOffset At, string By) : ObjectionCommand(At);

    /// <summary>The provider receives it (收到异议申请).</summary>
    public sealed record Receive(DateTimeOffset At, string By) : ObjectionCommand(At);

    /// <summary>Decide that the information is not shown during verification.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">Who decides.</param>
    /// <param name="Reason">Why, in Chinese.</param>
    /// <param name="Notice">The id of the written notice to market supervision.</param>
    public sealed record DecideSuspension(DateTimeOffset At, string By, string Reason, string Notice) : ObjectionCommand(At);

    /// <summary>Hide the information upon that decision.</summary>
    public sealed record Hide(DateTimeOffset At, string By) : ObjectionCommand(At);

    /// <summary>Decide that it may be shown again before the verification ends.</summary>
    public sealed record LiftSuspension(DateTimeOffset At, string By, string Notice) : ObjectionCommand(At);

    /// <summary>Show the information again.</summary>
    public sealed record Resume(DateTimeOffset At, string By) : ObjectionCommand(At);

    /// <summary>Write down what the verification found.</summary>
    public sealed record Verify(DateTimeOffset At, string By, ObjectionFinding Finding, string Reason) : ObjectionCommand(At);

    /// <summary>The provider tells who corrects what is to be mended (信息提供单位应告知市场监管部门予以更正).</summary>
    /// <param name="At">When.</param>
    /// <param name="By">The provider.</param>
    /// <param name="Remedy">What it asks for.</param>
    /// <param name="Notice">The id of the written request.</param>
    /// <param name="Content">For a correction the validated content that is to be shown, personal data with it; else null.</param>
    public sealed record AskRemedy(DateTimeOffset At, string By, Remedy Remedy, string Notice, RecordContent? Content = null) : ObjectionCommand(At);

    /// <summary>Mend it upon the provider's word.</summary>
    public sealed record CarryOutRemedy(DateTimeOffset At, string By) : ObjectionCommand(At);

    /// <summary>Write down that the applicant was told the result.</summary>
    public sealed record NotifyApplicant(DateTimeOffset At, string By, string Notice) : ObjectionCommand(At);

    /// <summary>The applicant takes it back.</summary>
    public sealed record Withdraw(DateTimeOffset At, string Reason) : ObjectionCommand(At);

    /// <summary>Write down that a duty's last day has ended.</summary>
    public sealed record NoteOverdue(DateTimeOffset At) : ObjectionCommand(At);
}
