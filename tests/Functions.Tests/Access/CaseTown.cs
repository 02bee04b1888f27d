using System.Security.Cryptography;
using EntCredit.Domain.Corrections;
using EntCredit.Domain.Departments;
using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Events;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Sanctions.Counter;
using EntCredit.Orchestrations;
using EntCredit.Stores.Ledger;

namespace EntCredit.Functions.Tests.Access;

/// <summary>For a department a case of each kind that has an id: its own sanction pushed to itself, restriction, notice and draw.</summary>
internal static class CaseTown
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 2, 30, 0, TimeSpan.Zero);

    /// <summary>The enterprise that everything is about.</summary>
    public const string Subject = "subject-0a1b2c3d4e5f60718293";

    /// <summary>The digest of the file that comes with each objection.</summary>
    public static string Evidence { get; } = Convert.ToHexStringLower(SHA256.HashData(EvidenceBytes));

    /// <summary>That file.</summary>
    public static byte[] EvidenceBytes => "%PDF-1.7 sample"u8.ToArray();

    public static string CaseOf(string department) => KeyText.HashOf("case of " + department)[..20];

    public static string ProposalOf(string department) => KeyText.HashOf("proposal of " + department)[..20];

    public static IReadOnlyList<Append> Of(string department, string jurisdiction)
    {
        var id = CaseOf(department);
        var target = new SanctionTarget(Subject, jurisdiction, "失信被执行人", "C01");
        var about = new Registration(AccessTown.RecordOf(department), Subject, jurisdiction, department, "item-1");
        return
        [
            Begin(
                Instances.OfObjection(id),
                new ObjectionEvent.Lodged(
                    At, new ObjectionSubject(AccessTown.RecordOf(department), Subject, department, jurisdiction, "penalty"), department, "digest", [Evidence], null)),
            Begin(
                Instances.OfCorrection(id),
                new CorrectionEvent.Reported(
                    At, new CorrectionSubject(AccessTown.RecordOf(department), department, jurisdiction, "penalty"), "report-1", new DateOnly(2026, 1, 8))),
            Begin(Instances.OfSanction(id), new SanctionEvent.Initiated(At, department, target, [department])),
            Begin(Instances.OfSanction(ProposalOf(department)), new SanctionEvent.Proposed(At, department, target, [], "record-1")),
            Begin(Instances.OfCounterQuery(id), new CounterEvent.Asked(At, department, jurisdiction, "honour", "评优", "1", [])),
            Begin(Instances.OfSanctionDelivery(id, department), new DeliveryEvent.Pushed(At, Instances.OfSanction(id), target, department, department)),
            Begin(Instances.OfAccount(id), new AccountEvent.Applied(At, jurisdiction, department, "样例银行", DepartmentLevel.County, DepartmentRole.Provider, "业务系统", new string('c', 64))),
            Begin(Instances.OfRestriction(id), new RestrictionEvent.Decided(At, department, target, null, new DateOnly(2026, 1, 5), "限制参加政府采购活动")),
            new(Instances.OfNotice(id), Subject, 0, [new NoticeEvent.ApplicantTold(At, about, department, Evidence), new NoticeEvent.Pushed(At, about, department, department)]),
            Begin(Instances.OfDraw(id), new DrawEvent.Committed(At, [department], jurisdiction, "matter-1", new string('a', 64), new string('b', 64))),
        ];
    }

    // A case lies where the enterprise lies that it is about.
    private static Append Begin(string stream, DomainEvent happened) => new(stream, Subject, 0, [happened]);
}
