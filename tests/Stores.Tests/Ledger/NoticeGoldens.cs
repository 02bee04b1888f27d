namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Part of <see cref="Goldens"/>.</summary>
internal static class NoticeGoldens
{
    public static IReadOnlyDictionary<string, string> ByName { get; } = new Dictionary<string, string>
    {
        ["notice.acknowledged/1"] =
            """{"stream":"stream-1","version":7,"type":"notice.acknowledged/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-housing","closed":[{"rule":"T9","outcome":"met"}]}}""",
        ["notice.applicant-told/1"] =
            """{"stream":"stream-1","version":7,"type":"notice.applicant-told/1","at":"2026-01-05T02:30:00.0000000Z","data":{"about":{"record":"20260105023000-aabbccddee-0000002","subject":"subject-0a1b2c3d4e5f60718293","jurisdiction":"jieshou","registrar":"jieshou-registrar","approvalItem":"H-012"},"by":"jieshou-registrar","commitment":"c1"}}""",
        ["notice.approver-unclear/1"] =
            """{"stream":"stream-1","version":7,"type":"notice.approver-unclear/1","at":"2026-01-05T02:30:00.0000000Z","data":{"about":{"record":"20260105023000-aabbccddee-0000002","subject":"subject-0a1b2c3d4e5f60718293","jurisdiction":"jieshou","registrar":"jieshou-registrar","approvalItem":"H-012"},"by":"jieshou-registrar"}}""",
        ["notice.approver-confirmed/1"] =
            """{"stream":"stream-1","version":7,"type":"notice.approver-confirmed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-registrar","approver":"jieshou-housing"}}""",
        ["notice.check-fed-back/1"] =
            """{"stream":"stream-1","version":7,"type":"notice.check-fed-back/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-housing","checkedOn":"2026-01-05","resultDigest":"c2","closed":[{"rule":"T11","outcome":"late","reason":"checked-in-time"}]}}""",
        ["notice.claimed/1"] =
            """{"stream":"stream-1","version":7,"type":"notice.claimed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-housing","opened":[{"rule":"T11","debtor":"jieshou-housing","from":"2026-01-05","due":"2026-03-06","calendarVersion":"2026-1","provisional":false,"term":{"unit":"calendarDays","count":60,"inclusive":false,"roll":"next"}}]}}""",
        ["notice.completed/1"] =
            """{"stream":"stream-1","version":7,"type":"notice.completed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-housing","completedOn":"2026-01-05","outcome":"granted","closed":[{"rule":"T11","outcome":"cancelled","reason":"licensed"}],"opened":[{"rule":"T10","debtor":"jieshou-housing","from":"2026-01-05","due":"2026-01-14","calendarVersion":"2026-1","provisional":false,"term":{"unit":"workingDays","count":7,"inclusive":false,"roll":"none"}}]}}""",
        ["notice.deregistered/1"] =
            """{"stream":"stream-1","version":7,"type":"notice.deregistered/1","at":"2026-01-05T02:30:00.0000000Z","data":{"closed":[{"rule":"T11","outcome":"cancelled","reason":"deregistered"}]}}""",
        ["notice.overdue/1"] =
            """{"stream":"stream-1","version":7,"type":"notice.overdue/1","at":"2026-01-05T02:30:00.0000000Z","data":{"rule":"T9","debtor":"jieshou-housing","due":"2026-01-12","opened":[{"rule":"T11","debtor":"jieshou-housing","from":"2026-01-12","due":"2026-03-13","calendarVersion":"2026-1","provisional":false,"term":{"unit":"calendarDays","count":60,"inclusive":false,"roll":"next"}}]}}""",
        ["notice.published/1"] =
            """{"stream":"stream-1","version":7,"type":"notice.published/1","at":"2026-01-05T02:30:00.0000000Z","data":{"about":{"record":"20260105023000-aabbccddee-0000002","subject":"subject-0a1b2c3d4e5f60718293","jurisdiction":"jieshou","registrar":"jieshou-registrar"},"by":"jieshou-registrar"}}""",
        ["notice.pushed/1"] =
            """{"stream":"stream-1","version":7,"type":"notice.pushed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"about":{"record":"20260105023000-aabbccddee-0000002","subject":"subject-0a1b2c3d4e5f60718293","jurisdiction":"jieshou","registrar":"jieshou-registrar","approvalItem":"H-012"},"by":"jieshou-registrar","to":"jieshou-housing","opened":[{"rule":"T9","debtor":"jieshou-housing","from":"2026-01-05","due":"2026-01-12","calendarVersion":"2026-1","provisional":false,"term":{"unit":"workingDays","count":5,"inclusive":false,"roll":"none"}}]}}""",
        ["notice.result-fed-back/1"] =
            """{"stream":"stream-1","version":7,"type":"notice.result-fed-back/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-housing","outcome":"filed","closed":[{"rule":"T10","outcome":"met"}]}}""",
        ["notice.returned/1"] =
            """{"stream":"stream-1","version":7,"type":"notice.returned/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","reason":"该事项不属本部门审批","closed":[{"rule":"T9","outcome":"cancelled","reason":"returned"}]}}""",
    };
}
