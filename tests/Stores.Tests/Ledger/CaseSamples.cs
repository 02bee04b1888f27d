using EntCredit.Domain.Corrections;
using EntCredit.Domain.Events;
using EntCredit.Domain.Objections;

namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Facts of invented cases, one of each kind that the Domain knows.</summary>
internal static class CaseSamples
{
    private const string Provider = "jieshou-chengguan", Supervision = "jieshou-scjg", Record = "20260105023000-aabbccddee-0000002";
    private static readonly DateOnly Due = new(2026, 1, 8);
    private static readonly ObjectionSubject Objected = new(Record, Samples.Subject, Provider, "jieshou", "penalty");
    private static readonly CorrectionSubject Wrong = new(Record, Provider, "jieshou", "penalty");

    /// <summary>One event of each kind, every property with a value.</summary>
    public static IReadOnlyList<DomainEvent> EachKind =>
    [
        new ObjectionEvent.Lodged(Samples.At, Objected, Supervision, "c0ffee", ["ab12"], "objection-0")
        {
            Applicant = new Applicant("样申请", "0558-0000000", "处罚已撤销"),
        },
        new ObjectionEvent.Forwarded(Samples.At, Supervision),
        new ObjectionEvent.Received(Samples.At, Provider, Due),
        new ObjectionEvent.SuspensionDecided(Samples.At, Provider, "核实期间暂停公示", "界城停〔2026〕1号"),
        new ObjectionEvent.Hidden(Samples.At, Supervision),
        new ObjectionEvent.SuspensionLifted(Samples.At, Provider, "界城复〔2026〕1号"),
        new ObjectionEvent.Resumed(Samples.At, Supervision),
        new ObjectionEvent.Verified(Samples.At, Provider, ObjectionFinding.Upheld, "处罚决定已被撤销"),
        new ObjectionEvent.RemedyAsked(Samples.At, Provider, Remedy.Removal, "界城撤〔2026〕1号"),
        new ObjectionEvent.SecretGiven(Samples.At, "5ec2e7"),
        new ObjectionEvent.ContentSupplied(Samples.At, Provider, Samples.Content(), "d2") { Personal = Samples.Identity },
        new ObjectionEvent.Remedied(Samples.At, Supervision, Remedy.Correction),
        new ObjectionEvent.ApplicantNotified(Samples.At, Provider, ObjectionFinding.Rejected, "界城告〔2026〕1号"),
        new ObjectionEvent.Withdrawn(Samples.At, "申请人撤回"),
        new ObjectionEvent.FellOverdue(Samples.At, "T14", Provider, Due),
        new CorrectionEvent.Reported(Samples.At, Wrong, "objection-1", Due),
        new CorrectionEvent.Discovered(Samples.At, Wrong, Provider, new DateOnly(2026, 1, 4), "金额有误"),
        new CorrectionEvent.Confirmed(Samples.At, Provider, "金额有误"),
        new CorrectionEvent.Dismissed(Samples.At, Provider, "经核实无误"),
        new CorrectionEvent.Requested(Samples.At, Provider, "界城更〔2026〕1号", "d2"),
        new CorrectionEvent.ContentSupplied(Samples.At, Provider, Samples.Content(), "d2") { Personal = Samples.Identity },
        new CorrectionEvent.CarriedOut(Samples.At, Supervision),
        new CorrectionEvent.FellOverdue(Samples.At, "T17", Provider, Due),
    ];
}
