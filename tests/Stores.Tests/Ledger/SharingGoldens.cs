namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Part of <see cref="Goldens"/>.</summary>
internal static class SharingGoldens
{
    public static IReadOnlyDictionary<string, string> ByName { get; } = new Dictionary<string, string>
    {
        ["sharing.consent-given/1"] =
            """{"stream":"stream-1","version":7,"type":"sharing.consent-given/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-scjg","byMarketSupervision":true,"jurisdiction":"jieshou","to":"jieshou-housing","subject":"subject-0a1b2c3d4e5f60718293","purpose":"招标审核","notice":"界市监函〔2026〕1号","until":"2026-06-30"}}""",
    };
}
