namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Part of <see cref="Goldens"/>.</summary>
internal static class CreditGoldens
{
    public static IReadOnlyDictionary<string, string> ByName { get; } = new Dictionary<string, string>
    {
        ["credit.classified/1"] =
            """{"stream":"stream-1","version":7,"type":"credit.classified/1","at":"2026-01-05T02:30:00.0000000Z","data":{"jurisdiction":"jieshou","subject":"subject-0a1b2c3d4e5f60718293","scheme":"2020-1","class":"poor","reasons":[{"rule":"abnormal","records":["r-1"]}]}}""",
        ["credit.warned/1"] =
            """{"stream":"stream-1","version":7,"type":"credit.warned/1","at":"2026-01-05T02:30:00.0000000Z","data":{"jurisdiction":"jieshou","subject":"subject-0a1b2c3d4e5f60718293","scheme":"2020-1","signal":{"rule":"listed","records":["r-1"]}}}""",
        ["credit.warning-ended/1"] =
            """{"stream":"stream-1","version":7,"type":"credit.warning-ended/1","at":"2026-01-05T02:30:00.0000000Z","data":{"signal":"listed","last":true}}""",
    };
}
