namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Part of <see cref="Goldens"/>.</summary>
internal static class SanctionGoldens
{
    public static IReadOnlyDictionary<string, string> ByName { get; } = new Dictionary<string, string>
    {
        ["restriction.decided/1"] =
            """{"stream":"stream-1","version":7,"type":"restriction.decided/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"hunan-housing","target":{"subject":"subject-0a1b2c3d4e5f60718293","jurisdiction":"hunan","list":"失信被执行人","cause":"C01"},"sanction":"sanction-20260105-01","decidedOn":"2026-01-05","measure":"限制参加政府采购活动","opened":[{"rule":"T13","debtor":"hunan-housing","from":"2026-01-05","due":"2026-01-26","calendarVersion":"2026-1","provisional":false,"term":{"unit":"workingDays","count":15,"inclusive":false,"roll":"none"}}]},"personal":"af321d5955ec96933750d60cda02b242e7f4204e75c954dd0642806bbd108d09"}""",
        ["restriction.fed-back/1"] =
            """{"stream":"stream-1","version":7,"type":"restriction.fed-back/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"hunan-housing","resultDigest":"e2","to":"platform","published":true,"closed":[{"rule":"T13","outcome":"met"}]}}""",
        ["restriction.lifted/1"] =
            """{"stream":"stream-1","version":7,"type":"restriction.lifted/1","at":"2026-01-05T02:30:00.0000000Z","data":{"reason":"惩戒期限届满"}}""",
        ["restriction.overdue/1"] =
            """{"stream":"stream-1","version":7,"type":"restriction.overdue/1","at":"2026-01-05T02:30:00.0000000Z","data":{"rule":"T13","debtor":"hunan-housing","due":"2026-01-26"}}""",
        ["sanction-delivery.applied/1"] =
            """{"stream":"stream-1","version":7,"type":"sanction-delivery.applied/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","resultDigest":"e1","to":"publisher"}}""",
        ["sanction-delivery.lifting-received/1"] =
            """{"stream":"stream-1","version":7,"type":"sanction-delivery.lifting-received/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan"}}""",
        ["sanction-delivery.lifting-sent/1"] =
            """{"stream":"stream-1","version":7,"type":"sanction-delivery.lifting-sent/1","at":"2026-01-05T02:30:00.0000000Z","data":{}}""",
        ["sanction-delivery.overdue/1"] =
            """{"stream":"stream-1","version":7,"type":"sanction-delivery.overdue/1","at":"2026-01-05T02:30:00.0000000Z","data":{"rule":"T12","debtor":"jieshou-chengguan","due":"2026-01-08"}}""",
        ["sanction-delivery.pushed/1"] =
            """{"stream":"stream-1","version":7,"type":"sanction-delivery.pushed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"sanction":"sanction-20260105-01","target":{"subject":"subject-0a1b2c3d4e5f60718293","jurisdiction":"jieshou","list":"失信被执行人","cause":"C01"},"initiator":"jieshou-fgw","to":"jieshou-chengguan","opened":[{"rule":"T12","debtor":"jieshou-chengguan","from":"2026-01-05","due":"2026-01-08","calendarVersion":"2026-1","provisional":false,"term":{"unit":"workingDays","count":3,"inclusive":false,"roll":"none"}}]}}""",
        ["sanction-delivery.recalled/1"] =
            """{"stream":"stream-1","version":7,"type":"sanction-delivery.recalled/1","at":"2026-01-05T02:30:00.0000000Z","data":{"closed":[{"rule":"T12","outcome":"cancelled","reason":"lifted"}]}}""",
        ["sanction-delivery.received/1"] =
            """{"stream":"stream-1","version":7,"type":"sanction-delivery.received/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","closed":[{"rule":"T12","outcome":"met"}]}}""",
        ["sanction.extended/1"] =
            """{"stream":"stream-1","version":7,"type":"sanction.extended/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-fgw","implementers":["jieshou-scjg"]}}""",
        ["sanction.initiated/1"] =
            """{"stream":"stream-1","version":7,"type":"sanction.initiated/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-fgw","target":{"subject":"subject-0a1b2c3d4e5f60718293","jurisdiction":"jieshou","list":"失信被执行人","cause":"C01"},"implementers":["jieshou-chengguan","jieshou-housing"]},"personal":"af321d5955ec96933750d60cda02b242e7f4204e75c954dd0642806bbd108d09"}""",
        ["sanction.proposal-dropped/1"] =
            """{"stream":"stream-1","version":7,"type":"sanction.proposal-dropped/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-fgw","reason":"已移出名单"}}""",
        ["sanction.proposed/1"] =
            """{"stream":"stream-1","version":7,"type":"sanction.proposed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-fgw","target":{"subject":"subject-0a1b2c3d4e5f60718293","jurisdiction":"jieshou","list":"失信被执行人","cause":"C01"},"implementers":["jieshou-chengguan"],"record":"r-1"}}""",
        ["counter.asked/1"] =
            """{"stream":"stream-1","version":7,"type":"counter.asked/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","jurisdiction":"jieshou","matter":"honour","purpose":"评优","law":"2026-1","answers":[{"number":"91990000MA00000009","subject":"subject-0a1b2c3d4e5f60718293","verdict":"restricted","grounds":["sanction-1:honour-listed"]}]}}""",
        ["counter.result-recorded/1"] =
            """{"stream":"stream-1","version":7,"type":"counter.result-recorded/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","resultDigest":"e3"}}""",
        ["sanction.lifted/1"] =
            """{"stream":"stream-1","version":7,"type":"sanction.lifted/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-fgw","reason":"已履行生效法律文书确定的义务"}}""",
    };
}
