namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Part of <see cref="Goldens"/>.</summary>
internal static class AccountGoldens
{
    public static IReadOnlyDictionary<string, string> ByName { get; } = new Dictionary<string, string>
    {
        ["account.applied/1"] =
            """{"stream":"stream-1","version":7,"type":"account.applied/1","at":"2026-01-05T02:30:00.0000000Z","data":{"jurisdiction":"hunan","with":"hunan-aic","name":"样例银行","level":"province","role":"bank","purpose":"业务系统","secretSha256":"c0ffee"},"personal":"1c96d395acfdc2491b0f0a4c1f92c62abf2628d86ff8954133590b5e9c82b1cd"}""",
        ["account.refused/1"] =
            """{"stream":"stream-1","version":7,"type":"account.refused/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"hunan-aic","reason":"材料不全"}}""",
        ["account.issued/1"] =
            """{"stream":"stream-1","version":7,"type":"account.issued/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"hunan-aic","department":"hunan-housing","until":"2026-12-31"}}""",
        ["account.key-taken/1"] =
            """{"stream":"stream-1","version":7,"type":"account.key-taken/1","at":"2026-01-05T02:30:00.0000000Z","data":{"key":"ab12cd34ef56"}}""",
    };
}
