namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Part of <see cref="Goldens"/>.</summary>
internal static class ProvisionGoldens
{
    public static IReadOnlyDictionary<string, string> ByName { get; } = new Dictionary<string, string>
    {
        ["provision.expected/1"] =
            """{"stream":"stream-1","version":7,"type":"provision.expected/1","at":"2026-01-05T02:30:00.0000000Z","data":{"department":"chongqing-transport","jurisdiction":"chongqing","month":"2025-12-01","opened":[{"rule":"T6","debtor":"chongqing-transport","from":"2025-12-01","due":"2026-01-05","calendarVersion":"2026-1","provisional":false,"term":{"unit":"dayOfMonth","count":5,"inclusive":false,"roll":"none"}}]}}""",
        ["provision.loaded/1"] =
            """{"stream":"stream-1","version":7,"type":"provision.loaded/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"chongqing-aic","records":40,"closed":[{"rule":"T7","outcome":"met"}]}}""",
        ["provision.overdue/1"] =
            """{"stream":"stream-1","version":7,"type":"provision.overdue/1","at":"2026-01-05T02:30:00.0000000Z","data":{"rule":"T6","debtor":"chongqing-transport","due":"2026-01-05"}}""",
        ["provision.provided/1"] =
            """{"stream":"stream-1","version":7,"type":"provision.provided/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"chongqing-transport","records":40,"digest":"a1","closed":[{"rule":"T6","outcome":"met"}],"opened":[{"rule":"T7","debtor":"chongqing-aic","from":"2026-01-05","due":"2026-01-30","calendarVersion":"2026-1","provisional":false}]}}""",
    };
}
