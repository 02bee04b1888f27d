namespace EntCredit.Stores.Tests.Ledger;

/// <summary>
/// The bytes of each kind and version of event, as they lie in ledgers. A line here is never changed: a kind that changes its shape gets
/// another version, and both stay.
/// </summary>
internal static class Goldens
{
    public static IReadOnlyDictionary<string, string> ByName { get; } = new Dictionary<string, string>(
        EffectGoldens.ByName.Concat(SanctionGoldens.ByName).Concat(NoticeGoldens.ByName).Concat(InspectionGoldens.ByName).Concat(ProvisionGoldens.ByName).Concat(CreditGoldens.ByName).Concat(SharingGoldens.ByName).Concat(AccountGoldens.ByName))
    {
        ["batch.arrived/1"] =
            """{"stream":"stream-1","version":7,"type":"batch.arrived/1","at":"2026-01-05T02:30:00.0000000Z","data":{"department":"jieshou-chengguan","jurisdiction":"jieshou","item":"penalty","path":"jieshou-chengguan/penalty/处罚.xlsx","eTag":"0x8D","bytes":2048,"reviewDeclared":true}}""",
        ["batch.read/1"] =
            """{"stream":"stream-1","version":7,"type":"batch.read/1","at":"2026-01-05T02:30:00.0000000Z","data":{"contentSha256":"ab12","sameAs":"20260101000000-0011223344","rows":3,"segments":1,"format":"xlsx","encoding":"utf-8"}}""",
        ["batch.receipted/1"] =
            """{"stream":"stream-1","version":7,"type":"batch.receipted/1","at":"2026-01-05T02:30:00.0000000Z","data":{"receipt":"jieshou-chengguan/receipt.json","counts":{"rows":3,"accepted":2,"refused":1,"duplicates":0,"corrections":0,"mended":0,"withdrawn":0,"parked":1,"warned":0}}}""",
        ["batch.refused/1"] =
            """{"stream":"stream-1","version":7,"type":"batch.refused/1","at":"2026-01-05T02:30:00.0000000Z","data":{"code":"EC3001","message":"文件无法读取","mend":"请另存为 xlsx"}}""",
        ["batch.review-done/1"] =
            """{"stream":"stream-1","version":7,"type":"batch.review-done/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan"}}""",
        ["export.delta-written/1"] =
            """{"stream":"stream-1","version":7,"type":"export.delta-written/1","at":"2026-01-05T02:30:00.0000000Z","data":{"sequence":2,"from":10,"through":20,"records":3,"tombstones":1,"sha256":"ab12","path":"chongqing/00000002.jsonl"}}""",
        ["seal.day-sealed/1"] =
            """{"stream":"stream-1","version":7,"type":"seal.day-sealed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"day":"2026-01-04","from":1,"through":120,"root":"5f"}}""",
        ["seal.order-extended/1"] =
            """{"stream":"stream-1","version":7,"type":"seal.order-extended/1","at":"2026-01-05T02:30:00.0000000Z","data":{"from":7,"through":9,"spans":[{"stream":"batch-1","from":1,"through":2},{"stream":"r-1","from":3,"through":3}]}}""",
        ["batch.review-carried-out/1"] =
            """{"stream":"stream-1","version":7,"type":"batch.review-carried-out/1","at":"2026-01-05T02:30:00.0000000Z","data":{"records":12}}""",
        ["batch.withdrawal-done/1"] =
            """{"stream":"stream-1","version":7,"type":"batch.withdrawal-done/1","at":"2026-01-05T02:30:00.0000000Z","data":{"records":57,"public":3}}""",
        ["batch.withdrawn/1"] =
            """{"stream":"stream-1","version":7,"type":"batch.withdrawn/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","reason":"选错文件"}}""",
        ["batch.segment-taken/1"] =
            """{"stream":"stream-1","version":7,"type":"batch.segment-taken/1","at":"2026-01-05T02:30:00.0000000Z","data":{"segment":0,"counts":{"rows":3,"accepted":2,"refused":1,"duplicates":0,"corrections":0,"mended":0,"withdrawn":0,"parked":1,"warned":0}}}""",
        ["calendar.notice-loaded/1"] =
            """{"stream":"stream-1","version":7,"type":"calendar.notice-loaded/1","at":"2026-01-05T02:30:00.0000000Z","data":{"notice":{"id":"content_9999999","year":2027,"issued":"2026-11-30","issuedCertain":true,"daysOff":[{"name":"元旦","from":"2027-01-01","to":"2027-01-04"}],"makeUpDays":["2027-01-09"]}}}""",
        ["correction.carried-out/1"] =
            """{"stream":"stream-1","version":7,"type":"correction.carried-out/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-scjg"}}""",
        ["correction.confirmed/1"] =
            """{"stream":"stream-1","version":7,"type":"correction.confirmed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","what":"金额有误"}}""",
        ["correction.discovered/1"] =
            """{"stream":"stream-1","version":7,"type":"correction.discovered/1","at":"2026-01-05T02:30:00.0000000Z","data":{"about":{"record":"20260105023000-aabbccddee-0000002","provider":"jieshou-chengguan","jurisdiction":"jieshou","item":"penalty"},"by":"jieshou-chengguan","discoveredOn":"2026-01-04","what":"金额有误"}}""",
        ["correction.dismissed/1"] =
            """{"stream":"stream-1","version":7,"type":"correction.dismissed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","reason":"经核实无误"}}""",
        ["correction.overdue/1"] =
            """{"stream":"stream-1","version":7,"type":"correction.overdue/1","at":"2026-01-05T02:30:00.0000000Z","data":{"rule":"T17","debtor":"jieshou-chengguan","due":"2026-01-08"}}""",
        ["correction.reported/1"] =
            """{"stream":"stream-1","version":7,"type":"correction.reported/1","at":"2026-01-05T02:30:00.0000000Z","data":{"about":{"record":"20260105023000-aabbccddee-0000002","provider":"jieshou-chengguan","jurisdiction":"jieshou","item":"penalty"},"source":"objection-1","internalDue":"2026-01-08"}}""",
        ["correction.requested/1"] =
            """{"stream":"stream-1","version":7,"type":"correction.requested/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","notice":"界城更〔2026〕1号","contentDigest":"d2"}}""",
        ["key.issued/1"] =
            """{"stream":"stream-1","version":7,"type":"key.issued/1","at":"2026-01-05T02:30:00.0000000Z","data":{"department":"jieshou-chengguan","key":{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","from":"2026-01-05","until":"2027-01-05","label":"业务系统"},"by":"jieshou-scjg"}}""",
        ["record.followed-up/1"] =
            """{"stream":"stream-1","version":7,"type":"record.followed-up/1","at":"2026-01-05T02:30:00.0000000Z","data":{"standing":"d2","law":"2026-1","codes":["construction"]}}""",
        ["law.file-loaded/1"] =
            """{"stream":"stream-1","version":7,"type":"law.file-loaded/1","at":"2026-01-05T02:30:00.0000000Z","data":{"kind":"departments","file":"departments.json","text":"{}","sha256":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","by":"jieshou-scjg"}}""",
        ["key.revoked/1"] =
            """{"stream":"stream-1","version":7,"type":"key.revoked/1","at":"2026-01-05T02:30:00.0000000Z","data":{"department":"jieshou-chengguan","hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","by":"jieshou-scjg"}}""",
        ["objection.applicant-notified/1"] =
            """{"stream":"stream-1","version":7,"type":"objection.applicant-notified/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","finding":"rejected","notice":"界城告〔2026〕1号"}}""",
        ["objection.forwarded/1"] =
            """{"stream":"stream-1","version":7,"type":"objection.forwarded/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-scjg"}}""",
        ["objection.hidden/1"] =
            """{"stream":"stream-1","version":7,"type":"objection.hidden/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-scjg"}}""",
        ["objection.lodged/1"] =
            """{"stream":"stream-1","version":7,"type":"objection.lodged/1","at":"2026-01-05T02:30:00.0000000Z","data":{"about":{"record":"20260105023000-aabbccddee-0000002","subject":"subject-0a1b2c3d4e5f60718293","provider":"jieshou-chengguan","jurisdiction":"jieshou","item":"penalty"},"with":"jieshou-scjg","groundsDigest":"c0ffee","evidence":["ab12"],"prior":"objection-0"},"personal":"aef2c6d08b23e4ff727d36c086ffc0df94507023bcba947ad61bcf4d2b8fcb97"}""",
        ["objection.overdue/1"] =
            """{"stream":"stream-1","version":7,"type":"objection.overdue/1","at":"2026-01-05T02:30:00.0000000Z","data":{"rule":"T14","debtor":"jieshou-chengguan","due":"2026-01-08"}}""",
        ["objection.received/1"] =
            """{"stream":"stream-1","version":7,"type":"objection.received/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","internalDue":"2026-01-08"}}""",
        ["objection.remedied/1"] =
            """{"stream":"stream-1","version":7,"type":"objection.remedied/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-scjg","remedy":"correction"}}""",
        ["objection.remedy-asked/1"] =
            """{"stream":"stream-1","version":7,"type":"objection.remedy-asked/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","remedy":"removal","notice":"界城撤〔2026〕1号"}}""",
        ["objection.resumed/1"] =
            """{"stream":"stream-1","version":7,"type":"objection.resumed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-scjg"}}""",
        ["objection.suspension-decided/1"] =
            """{"stream":"stream-1","version":7,"type":"objection.suspension-decided/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","reason":"核实期间暂停公示","notice":"界城停〔2026〕1号"}}""",
        ["objection.suspension-lifted/1"] =
            """{"stream":"stream-1","version":7,"type":"objection.suspension-lifted/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","notice":"界城复〔2026〕1号"}}""",
        ["objection.verified/1"] =
            """{"stream":"stream-1","version":7,"type":"objection.verified/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","finding":"upheld","reason":"处罚决定已被撤销"}}""",
        ["objection.withdrawn/1"] =
            """{"stream":"stream-1","version":7,"type":"objection.withdrawn/1","at":"2026-01-05T02:30:00.0000000Z","data":{"reason":"申请人撤回"}}""",
        ["record.collected/1"] =
            """{"stream":"stream-1","version":7,"type":"record.collected/1","at":"2026-01-05T02:30:00.0000000Z","data":{"origin":{"provider":"jieshou-chengguan","jurisdiction":"jieshou","item":"penalty","batch":"20260105023000-aabbccddee","line":2},"subject":"subject-0a1b2c3d4e5f60718293","content":{"item":"penalty","fields":{"document_number":"界城罚〔2026〕1号","subject_name":"界首市样例<甲>有限公司","amount":"0.50"},"personal":{},"subject":{"creditCode":"91990000MA00000009","name":"界首市样例<甲>有限公司"},"documentNumber":"界城罚〔2026〕1号","generatedOn":"2026-01-04","status":"valid","scope":"public","secrecyReviewed":true,"procedure":"一般程序"},"digest":"d1","publicity":"published","reviewed":true,"subjectRegistered":true,"mendedBy":"20260106000000-0011223344","closed":[{"rule":"T1","outcome":"met"}],"opened":[{"rule":"T1","debtor":"jieshou-chengguan","from":"2026-01-04","due":"2026-01-13","calendarVersion":"2026-1","provisional":false},{"rule":"T2","debtor":"jieshou-scjg","from":"2026-01-04","due":"2026-02-02","calendarVersion":"2026-1","provisional":false}]},"personal":"2a85119d6a1ec339ad2bfabb46d01e4a5d5d0f900a30fb84943ddc7da807110f"}""",
        ["record.corrected/1"] =
            """{"stream":"stream-1","version":7,"type":"record.corrected/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","batch":"20260106000000-0011223344","content":{"item":"penalty","fields":{"document_number":"界城罚〔2026〕1号","subject_name":"界首市样例<甲>有限公司","amount":"0.50"},"personal":{},"subject":{"creditCode":"91990000MA00000009","name":"界首市样例<甲>有限公司"},"documentNumber":"界城罚〔2026〕1号","generatedOn":"2026-01-04","status":"valid","scope":"public","secrecyReviewed":true,"procedure":"一般程序"},"digest":"d2"},"personal":"2a85119d6a1ec339ad2bfabb46d01e4a5d5d0f900a30fb84943ddc7da807110f"}""",
        ["record.evidence-kept/1"] =
            """{"stream":"stream-1","version":7,"type":"record.evidence-kept/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","batch":"20260106000000-0011223344","line":2,"channel":"direct-entry","digest":"d2","content":{"item":"penalty","fields":{"document_number":"界城罚〔2026〕1号","subject_name":"界首市样例<甲>有限公司","amount":"0.50"},"personal":{},"subject":{"creditCode":"91990000MA00000009","name":"界首市样例<甲>有限公司"},"documentNumber":"界城罚〔2026〕1号","generatedOn":"2026-01-04","status":"valid","scope":"public","secrecyReviewed":true,"procedure":"一般程序"}},"personal":"2a85119d6a1ec339ad2bfabb46d01e4a5d5d0f900a30fb84943ddc7da807110f"}""",
        ["record.joined/1"] =
            """{"stream":"stream-1","version":7,"type":"record.joined/1","at":"2026-01-05T02:30:00.0000000Z","data":{}}""",
        ["record.overdue/1"] =
            """{"stream":"stream-1","version":7,"type":"record.overdue/1","at":"2026-01-05T02:30:00.0000000Z","data":{"rule":"T1-mend","debtor":"jieshou-chengguan","due":"2026-01-08"}}""",
        ["record.published/1"] =
            """{"stream":"stream-1","version":7,"type":"record.published/1","at":"2026-01-08T02:30:00.0000000Z","data":{"closed":[{"rule":"T2","outcome":"late","reason":"upstream-late"}]}}""",
        ["record.refused/1"] =
            """{"stream":"stream-1","version":7,"type":"record.refused/1","at":"2026-01-05T02:30:00.0000000Z","data":{"origin":{"provider":"jieshou-chengguan","jurisdiction":"jieshou","item":"penalty","batch":"20260105023000-aabbccddee","line":2},"content":{"item":"penalty","fields":{"document_number":"界城罚〔2026〕1号","subject_name":"界首市样例<甲>有限公司","amount":"0.50"},"personal":{},"subject":{"creditCode":"91990000MA00000009","name":"界首市样例<甲>有限公司"},"documentNumber":"界城罚〔2026〕1号","generatedOn":"2026-01-04","status":"valid","scope":"public","secrecyReviewed":true,"procedure":"一般程序"},"findings":[{"line":2,"column":"统一社会信用代码","value":"9199","code":"EC2101","severity":"error","message":"代码长度不对","mend":"请填写18位代码"}],"opened":[{"rule":"T1-mend","debtor":"jieshou-chengguan","from":"2026-01-05","due":"2026-01-08","calendarVersion":"2026-1","provisional":true}]},"personal":"2a85119d6a1ec339ad2bfabb46d01e4a5d5d0f900a30fb84943ddc7da807110f"}""",
        ["record.reminded/1"] =
            """{"stream":"stream-1","version":7,"type":"record.reminded/1","at":"2026-01-05T02:30:00.0000000Z","data":{"rule":"T1-mend","debtor":"jieshou-chengguan","due":"2026-01-08"}}""",
        ["record.secrecy-reviewed/1"] =
            """{"stream":"stream-1","version":7,"type":"record.secrecy-reviewed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan"}}""",
        ["record.withdrawn/1"] =
            """{"stream":"stream-1","version":7,"type":"record.withdrawn/1","at":"2026-01-05T02:30:00.0000000Z","data":{"by":"jieshou-chengguan","reason":"provider-revoked"}}""",
        ["subject.known-as/1"] =
            """{"stream":"stream-1","version":7,"type":"subject.known-as/1","at":"2026-01-05T02:30:00.0000000Z","data":{"kind":"creditCode","value":"91990000MA00000009"}}""",
        ["subject.registered/1"] =
            """{"stream":"stream-1","version":7,"type":"subject.registered/1","at":"2026-01-05T02:30:00.0000000Z","data":{"name":"界首市样例甲有限公司","record":"20260105023000-aabbccddee-0000002"}}""",
        ["subject.registered/2"] =
            """{"stream":"stream-1","version":7,"type":"subject.registered/2","at":"2026-01-05T02:30:00.0000000Z","data":{"name":"界首市样例甲有限公司","record":"20260105023000-aabbccddee-0000002","address":"界首市示例路1号","region":"界首"}}""",
        ["subject.merged-into/1"] =
            """{"stream":"stream-1","version":7,"type":"subject.merged-into/1","at":"2026-01-05T02:30:00.0000000Z","data":{"into":"subject-b","by":"jieshou-scjg","reason":"同一企业"}}""",
        ["subject.absorbed/1"] =
            """{"stream":"stream-1","version":7,"type":"subject.absorbed/1","at":"2026-01-05T02:30:00.0000000Z","data":{"other":"subject-a","by":"jieshou-scjg","reason":"同一企业"}}""",
        ["subject.separated/1"] =
            """{"stream":"stream-1","version":7,"type":"subject.separated/1","at":"2026-01-05T02:30:00.0000000Z","data":{"from":"subject-b","by":"jieshou-scjg","reason":"核实为两家企业"}}""",
        ["subject.released/1"] =
            """{"stream":"stream-1","version":7,"type":"subject.released/1","at":"2026-01-05T02:30:00.0000000Z","data":{"other":"subject-a","by":"jieshou-scjg","reason":"核实为两家企业"}}""",
    };
}
