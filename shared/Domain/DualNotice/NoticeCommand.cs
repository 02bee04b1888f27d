namespace EntCredit.Domain.DualNotice;

/// <summary>What may be asked of a notice. Each carries the legal instant at which it happens.</summary>
public abstract record NoticeCommand(DateTimeOffset At)
{
    /// <summary>Tell the applicant which approvals are needed (告知申请人).</summary>
    /// <param name="At">When.</param>
    /// <param name="About">The registration.</param>
    /// <param name="By">The registrar.</param>
    /// <param name="Commitment">The digest of the applicant's written commitment not to operate before, or null.</param>
    public sealed record TellApplicant(DateTimeOffset At, Registration About, string By, string? Commitment) : NoticeCommand(At);

    /// <summary>Push the registration to an approver (告知审批部门).</summary>
    public sealed record Push(DateTimeOffset At, Registration About, string By, string To) : NoticeCommand(At);

    /// <summary>Lay it out for claiming: no approver is clear.</summary>
    public sealed record Publish(DateTimeOffset At, Registration About, string By) : NoticeCommand(At);

    /// <summary>No approver is clear, and the document lets nobody claim it: the registrar is to say whose it is.</summary>
    public sealed record LeaveUnclear(DateTimeOffset At, Registration About, string By) : NoticeCommand(At);

    /// <summary>Claim and download it (认领下载).</summary>
    public sealed record Claim(DateTimeOffset At, string By) : NoticeCommand(At);

    /// <summary>Say that it was received (在线反馈信息接收情况).</summary>
    public sealed record Acknowledge(DateTimeOffset At, string By) : NoticeCommand(At);

    /// <summary>Send it back: it is another department's.</summary>
    public sealed record Return(DateTimeOffset At, string By, string Reason) : NoticeCommand(At);

    /// <summary>The registrar confirms by hand whose it is.</summary>
    public sealed record ConfirmApprover(DateTimeOffset At, string By, string Approver) : NoticeCommand(At);

    /// <summary>The approval or filing ended.</summary>
    public sealed record Complete(DateTimeOffset At, string By, DateOnly CompletedOn, ApprovalOutcome Outcome) : NoticeCommand(At);

    /// <summary>Feed its result back to the platform.</summary>
    public sealed record FeedBackResult(DateTimeOffset At, string By) : NoticeCommand(At);

    /// <summary>Feed back an on-site check of an enterprise without approval.</summary>
    public sealed record FeedBackCheck(DateTimeOffset At, string By, DateOnly CheckedOn, string ResultDigest) : NoticeCommand(At);

    /// <summary>The enterprise was deregistered.</summary>
    public sealed record Deregister(DateTimeOffset At) : NoticeCommand(At);

    /// <summary>Write down that a duty's last day has ended.</summary>
    public sealed record NoteOverdue(DateTimeOffset At) : NoticeCommand(At);
}
