namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Part of <see cref="Goldens"/>: what cases keep and what they do to records.</summary>
internal static class EffectGoldens
{
    public static IReadOnlyDictionary<string, string> ByName { get; } = new Dictionary<string, string>
    {
        ["correction.content-supplied/1"] =
            """{"stream":"stream-1","version":7,"type":"correction.content-supplied/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","content":{"item":"penalty","fields":{"document_number":"界城罚〔2026〕1号","subject_name":"界首市样例<甲>有限公司","amount":"0.50"},"personal":{},"subject":{"creditCode":"91990000MA00000009","name":"界首市样例<甲>有限公司"},"documentNumber":"界城罚〔2026〕1号","generatedOn":"2026-01-04","status":"valid","scope":"public","secrecyReviewed":true,"procedure":"一般程序"},"digest":"d2"},"personal":"2a85119d6a1ec339ad2bfabb46d01e4a5d5d0f900a30fb84943ddc7da807110f"}""",
        ["objection.content-supplied/1"] =
            """{"stream":"stream-1","version":7,"type":"objection.content-supplied/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","content":{"item":"penalty","fields":{"document_number":"界城罚〔2026〕1号","subject_name":"界首市样例<甲>有限公司","amount":"0.50"},"personal":{},"subject":{"creditCode":"91990000MA00000009","name":"界首市样例<甲>有限公司"},"documentNumber":"界城罚〔2026〕1号","generatedOn":"2026-01-04","status":"valid","scope":"public","secrecyReviewed":true,"procedure":"一般程序"},"digest":"d2"},"personal":"2a85119d6a1ec339ad2bfabb46d01e4a5d5d0f900a30fb84943ddc7da807110f"}""",
        ["objection.secret-given/1"] =
            """{"stream":"stream-1","version":7,"type":"objection.secret-given/1","at":"2026-01-05T02:30:00.0000000Z","data":{"sha256":"5ec2e7"}}""",
        ["record.expired/1"] =
            """{"stream":"stream-1","version":7,"type":"record.expired/1","at":"2026-01-05T02:30:00.0000000Z","data":{"lastDay":"2026-01-04"}}""",
        ["record.resumed/1"] =
            """{"stream":"stream-1","version":7,"type":"record.resumed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-scjg","case":"objection-2"}}""",
        ["record.suspended/1"] =
            """{"stream":"stream-1","version":7,"type":"record.suspended/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-scjg","case":"objection-1"}}""",
    };
}
