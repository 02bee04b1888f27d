using EntCredit.Domain.Events;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Exports;
using EntCredit.Domain.Intake;
using EntCredit.Domain.LoadedFiles;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Domain.Seals;
using EntCredit.Domain.Subjects;

namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Facts about invented enterprises, one of each kind that the Domain knows.</summary>
internal static class Samples
{
    public const string Subject = "subject-0a1b2c3d4e5f60718293";

    public static DateTimeOffset At { get; } = new(2026, 1, 5, 2, 30, 0, TimeSpan.Zero);

    public static RecordOrigin Origin { get; } = new("jieshou-chengguan", "jieshou", "penalty", "20260105023000-aabbccddee", 2);

    public static OpenedDuty Publication { get; } =
        new("T2", "jieshou-scjg", new DateOnly(2026, 1, 4), new DateOnly(2026, 2, 2), "2026-1");

    public static IReadOnlyDictionary<string, string> Identity { get; } = new Dictionary<string, string> { ["legal_person_id"] = "110101199003070000" };

    public static RecordContent Content(string number = "界城罚〔2026〕1号", string name = "界首市样例<甲>有限公司") => new(
        "penalty",
        new Dictionary<string, string> { ["document_number"] = number, ["subject_name"] = name, ["amount"] = "0.50" },
        new Dictionary<string, string>(),
        new SubjectKey("91990000MA00000009", null, name),
        number,
        new DateOnly(2026, 1, 4),
        ContentStatus.Valid,
        UseScope.Public,
        true,
        "一般程序",
        null);

    public static RecordEvent.Collected Collected(string digest = "d1") =>
        new(At, Origin, Subject, Content(), digest, Publicity.Published, true, true, null)
        {
            Personal = Identity,
            Opened = [new OpenedDuty("T1", "jieshou-chengguan", new DateOnly(2026, 1, 4), new DateOnly(2026, 1, 13), "2026-1"), Publication],
            Closed = [new ClosedDuty("T1", DutyOutcome.Met)],
        };

    public static RecordEvent.Refused Refused(RecordContent? content = null) =>
        new(At, Origin, content ?? Content(), [new Finding(2, "统一社会信用代码", "9199", "EC2101", Severity.Error, "代码长度不对", "请填写18位代码")])
        {
            Opened = [new OpenedDuty("T1-mend", "jieshou-chengguan", new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 8), "2026-1", true)],
        };

    /// <summary>An invented notice for 2027.</summary>
    public static HolidayNotice Notice { get; } = new(
        "content_9999999", 2027, new DateOnly(2026, 11, 30), true, null, [new HolidayRun("元旦", new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 4))], [new DateOnly(2027, 1, 9)]);

    /// <summary>One event of each kind, every property with a value.</summary>
    public static IReadOnlyList<DomainEvent> EachKind { get; } =
    [
        new SubjectEvent.KnownAs(At, AliasKind.CreditCode, "91990000MA00000009"),
        new SubjectEvent.Registered(At, "界首市样例甲有限公司", "20260105023000-aabbccddee-0000002") { Address = "界首市示例路1号", Region = "界首" },
        new SubjectEvent.MergedInto(At, "subject-b", "jieshou-scjg", "同一企业"),
        new SubjectEvent.Absorbed(At, "subject-a", "jieshou-scjg", "同一企业"),
        new SubjectEvent.Separated(At, "subject-b", "jieshou-scjg", "核实为两家企业"),
        new SubjectEvent.Released(At, "subject-a", "jieshou-scjg", "核实为两家企业"),
        new BatchEvent.Arrived(At, "jieshou-chengguan", "jieshou", "penalty", "jieshou-chengguan/penalty/处罚.xlsx", "0x8D", 2048, true),
        new BatchEvent.Read(At, "ab12", "20260101000000-0011223344", 3, 1, "xlsx", "utf-8"),
        new BatchEvent.Refused(At, "EC3001", "文件无法读取", "请另存为 xlsx"),
        new BatchEvent.SegmentTaken(At, 0, new BatchCounts(3, 2, 1, 0, 0, 0, 0, 1, 0)),
        new BatchEvent.Receipted(At, "jieshou-chengguan/receipt.json", new BatchCounts(3, 2, 1, 0, 0, 0, 0, 1, 0)),
        new BatchEvent.ReviewDone(At, "jieshou-chengguan"),
        new DeltaWritten(At, 2, 10, 20, 3, 1, "ab12", "chongqing/00000002.jsonl"),
        new DaySealed(At, new DateOnly(2026, 1, 4), 1, 120, "5f"),
        new OrderExtended(At, 7, 9, [new StreamSpan("batch-1", 1, 2), new StreamSpan("r-1", 3, 3)]),
        new BatchEvent.ReviewCarriedOut(At, 12),
        new BatchEvent.Withdrawn(At, "jieshou-chengguan", "选错文件"),
        new BatchEvent.WithdrawalDone(At, 57, 3),
        Refused() with { Personal = Identity },
        Collected() with { MendedBy = "20260106000000-0011223344" },
        new RecordEvent.SecrecyReviewed(At, "jieshou-chengguan"),
        new RecordEvent.Joined(At),
        new RecordEvent.Published(At.AddDays(3)) { Closed = [new ClosedDuty("T2", DutyOutcome.Late, "upstream-late")] },
        new RecordEvent.Corrected(At, "jieshou-chengguan", "20260106000000-0011223344", Content(), "d2") { Personal = Identity },
        new RecordEvent.EvidenceKept(At, "jieshou-chengguan", "20260106000000-0011223344", 2, "direct-entry", "d2") { Content = Content(), Personal = Identity },
        new RecordEvent.Withdrawn(At, "jieshou-chengguan", "provider-revoked"),
        new RecordEvent.Suspended(At, "jieshou-scjg", "objection-1"),
        new RecordEvent.Resumed(At, "jieshou-scjg", "objection-2"),
        new RecordEvent.Expired(At, new DateOnly(2026, 1, 4)),
        new RecordEvent.FollowedUp(At, "d2", "2026-1", ["construction"]),
        new RecordEvent.Reminded(At, "T1-mend", "jieshou-chengguan", new DateOnly(2026, 1, 8)),
        new RecordEvent.FellOverdue(At, "T1-mend", "jieshou-chengguan", new DateOnly(2026, 1, 8)),
        new CalendarEvent.NoticeLoaded(At, Notice),
        new LawEvent.FileLoaded(At, LawFileKind.Departments, "departments.json", "{}", "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", "jieshou-scjg"),
        new KeyEvent.Issued(At, "jieshou-chengguan", new ApiKey(new string('a', 64), new DateOnly(2026, 1, 5), new DateOnly(2027, 1, 5), "业务系统"), "jieshou-scjg"),
        new KeyEvent.Revoked(At, "jieshou-chengguan", new string('a', 64), "jieshou-scjg"),
        .. CaseSamples.EachKind,
        .. SanctionSamples.EachKind,
        .. NoticeSamples.EachKind,
        .. InspectionSamples.EachKind,
        .. ProvisionSamples.EachKind,
        .. CreditSamples.EachKind,
        .. SharingSamples.EachKind,
        .. AccountSamples.EachKind,
    ];
}
