namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Part of <see cref="Goldens"/>.</summary>
internal static class InspectionGoldens
{
    public static IReadOnlyDictionary<string, string> ByName { get; } = new Dictionary<string, string>
    {
        ["draw.committed/1"] =
            """{"stream":"stream-1","version":7,"type":"draw.committed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"departments":["hunan-aic","hunan-housing"],"jurisdiction":"hunan","matter":"S-03","seedDigest":"5eed","listsDigest":"f3"}}""",
        ["draw.drawn/1"] =
            """{"stream":"stream-1","version":7,"type":"draw.drawn/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"hunan-aic","seed":"2026-01-05#1","subjects":["subject-0a1b2c3d4e5f60718293"],"inspectors":["inspector-07","inspector-12"]}}""",
        ["draw.result-recorded/1"] =
            """{"stream":"stream-1","version":7,"type":"draw.result-recorded/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"hunan-housing","subject":"subject-0a1b2c3d4e5f60718293","inspectedOn":"2026-01-05","outcome":"未发现问题"}}""",
        ["draw.list-part/1"] =
            """{"stream":"stream-1","version":7,"type":"draw.list-part/1","at":"2026-01-05T02:30:00.0000000Z","data":{"subjects":[{"number":"91349999MA00000009","weight":2,"class":"poor"}],"inspectors":[{"department":"hunan-housing","code":"H1"}],"conflicts":[{"department":"hunan-housing","code":"H1","number":"91349999MA00000009"}]}}""",
        ["matter.listed/1"] =
            """{"stream":"stream-1","version":7,"type":"matter.listed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"hunan-housing","jurisdiction":"hunan","matter":{"code":"S-03","name":"示例事项","basis":"示例依据"}}}""",
        ["matter.removed/1"] =
            """{"stream":"stream-1","version":7,"type":"matter.removed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"hunan-housing","code":"S-03"}}""",
        ["entity-list.awaited/1"] =
            """{"stream":"stream-1","version":7,"type":"entity-list.awaited/1","at":"2026-01-05T02:30:00.0000000Z","data":{"jurisdiction":"hunan","day":"2026-01-06","opened":[{"rule":"T17","debtor":"hunan-aic","from":"2026-01-06","due":"2026-01-06","calendarVersion":"2026-1","provisional":false,"term":{"unit":"calendarDays","count":1,"inclusive":true,"roll":"none"}}]}}""",
        ["entity-list.overdue/1"] =
            """{"stream":"stream-1","version":7,"type":"entity-list.overdue/1","at":"2026-01-05T02:30:00.0000000Z","data":{"rule":"T17","debtor":"hunan-aic","due":"2026-01-06"}}""",
        ["entity-list.refreshed/1"] =
            """{"stream":"stream-1","version":7,"type":"entity-list.refreshed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"hunan-aic","jurisdiction":"hunan","day":"2026-01-05","entities":1200,"listDigest":"f2","closed":[{"rule":"T17","outcome":"met"}]}}""",
        ["roster.changed/1"] =
            """{"stream":"stream-1","version":7,"type":"roster.changed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"hunan-housing","jurisdiction":"hunan","changeId":"change-1","changedOn":"2026-01-05","opened":[{"rule":"T16","debtor":"hunan-housing","from":"2026-01-05","due":"2026-01-14","calendarVersion":"2026-1","provisional":false,"term":{"unit":"workingDays","count":7,"inclusive":false,"roll":"none"}}]},"personal":"932db9b3b71b765ce8da894dc9b500d562af4d9a9fd419f17f1194f67a3f65d9"}""",
        ["roster.overdue/1"] =
            """{"stream":"stream-1","version":7,"type":"roster.overdue/1","at":"2026-01-05T02:30:00.0000000Z","data":{"rule":"T16","debtor":"hunan-housing","due":"2026-01-14"}}""",
        ["roster.updated/1"] =
            """{"stream":"stream-1","version":7,"type":"roster.updated/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"hunan-housing","rosterDigest":"f1","closed":[{"rule":"T16","outcome":"met"}]}}""",
    };
}
