using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.DualNotice;

/// <summary>A fact in the life of one registration's notice to one approver. Its stream is <c>notice-{id}</c>; it has one addressee at a time.</summary>
public abstract record NoticeEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>The applicant was told.</summary>
    [EventName("notice.applicant-told")]
    public sealed record ApplicantTold(DateTimeOffset At, Registration About, string By, string? Commitment) : NoticeEvent(At), IOfJurisdiction
    {
        string IOfJurisdiction.Jurisdiction => About.Jurisdiction;
    }

    /// <summary>It was pushed to an approver, for the first time or again.</summary>
    [EventName("notice.pushed")]
    public sealed record Pushed(DateTimeOffset At, Registration About, string By, string To) : NoticeEvent(At), IOfJurisdiction
    {
        string IOfJurisdiction.Jurisdiction => About.Jurisdiction;
    }

    /// <summary>It was laid out for claiming.</summary>
    [EventName("notice.published")]
    public sealed record Published(DateTimeOffset At, Registration About, string By) : NoticeEvent(At), IOfJurisdiction
    {
        string IOfJurisdiction.Jurisdiction => About.Jurisdiction;
    }

    /// <summary>No approver was clear: the registrar is to confirm one by hand.</summary>
    [EventName("notice.approver-unclear")]
    public sealed record ApproverUnclear(DateTimeOffset At, Registration About, string By) : NoticeEvent(At), IOfJurisdiction
    {
        string IOfJurisdiction.Jurisdiction => About.Jurisdiction;
    }

    /// <summary>An approver claimed it.</summary>
    [EventName("notice.claimed")]
    public sealed record Claimed(DateTimeOffset At, string By) : NoticeEvent(At);

    /// <summary>The approver said that it was received.</summary>
    [EventName("notice.acknowledged")]
    public sealed record Acknowledged(DateTimeOffset At, string By) : NoticeEvent(At);

    /// <summary>It was sent back.</summary>
    [EventName("notice.returned")]
    public sealed record Returned(DateTimeOffset At, string By, string Reason) : NoticeEvent(At);

    /// <summary>The registrar confirmed by hand whose it is.</summary>
    [EventName("notice.approver-confirmed")]
    public sealed record ApproverConfirmed(DateTimeOffset At, string By, string Approver) : NoticeEvent(At);

    /// <summary>The approval or filing ended.</summary>
    [EventName("notice.completed")]
    public sealed record Completed(DateTimeOffset At, string By, DateOnly CompletedOn, ApprovalOutcome Outcome) : NoticeEvent(At);

    /// <summary>Its result was fed back.</summary>
    [EventName("notice.result-fed-back")]
    public sealed record ResultFedBack(DateTimeOffset At, string By, ApprovalOutcome Outcome) : NoticeEvent(At);

    /// <summary>An on-site check was fed back.</summary>
    [EventName("notice.check-fed-back")]
    public sealed record CheckFedBack(DateTimeOffset At, string By, DateOnly CheckedOn, string ResultDigest) : NoticeEvent(At);

    /// <summary>The enterprise was deregistered.</summary>
    [EventName("notice.deregistered")]
    public sealed record Deregistered(DateTimeOffset At) : NoticeEvent(At);

    /// <summary>A duty's last day ended without it being kept.</summary>
    [EventName("notice.overdue")]
    public sealed record FellOverdue(DateTimeOffset At, string Rule, string Debtor, DateOnly Due) : NoticeEvent(At), IFellOverdue;
}
