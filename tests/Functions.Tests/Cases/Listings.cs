using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Orchestrations.Records;
using EntCredit.Stores.Ledger;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>Entries of an invented enterprise on lists, as intake would have taken them.</summary>
internal static class Listings
{
    public const string Code = "91990000MA00000008", Subject = "subject-1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Puts it on a list.</summary>
    public static async Task ListAsync(DoorHost host, string record, string provider, string item, string? kind = null)
    {
        var at = host.Legal.GetUtcNow();
        var known = (await host.Get<ILedger>().LoadAsync(Subject, Cancellation)).Version > 0;
        List<Append> appends = known ? [] : [new Append(Subject, Subject, 0, [new SubjectEvent.KnownAs(at, AliasKind.CreditCode, Code)])];
        appends.Add(new Append(record, Subject, 0, [new RecordEvent.Collected(
            at, new RecordOrigin(provider, provider[..provider.IndexOf('-')], item, "20200701020000-aabbccddee", 2), Subject, Content(item, kind, false), "d1", Publicity.Published, true, true, null)]));
        await host.Get<ILedger>().AppendAsync(appends, Cancellation);
    }

    /// <summary>Takes it off again (移出).</summary>
    public static Task RemoveAsync(DoorHost host, string record, string provider, string item, string? kind = null) =>
        AddAsync(host, record, new RecordEvent.Corrected(host.Legal.GetUtcNow(), provider, "b-2", Content(item, kind, true), "d2"));

    /// <summary>Another event of the record.</summary>
    public static async Task AddAsync(DoorHost host, string record, RecordEvent happened)
    {
        var stream = await host.Get<ILedger>().LoadAsync(record, Cancellation);
        await host.Get<ILedger>().AppendAsync([new Append(record, stream.Partition!, stream.Version, [happened])], Cancellation);
    }

    /// <summary>What intake does after it took the record.</summary>
    public static Task<int> FollowAsync(DoorHost host, string record) => host.Get<FollowUpDesk>().FollowAsync([record], host.Client, Cancellation);

    private static RecordContent Content(string item, string? kind, bool removed)
    {
        Dictionary<string, string> fields = new() { ["QYMC"] = "样例甲有限公司" };
        if (kind is not null) fields["MDLB"] = kind;
        if (removed) fields[item == "abnormal" ? "REMDATE" : "YCRQ"] = "2020-07-02";
        return new RecordContent(
            item, fields, new Dictionary<string, string>(), new SubjectKey(Code, null, "样例甲有限公司"), null, new DateOnly(2020, 6, 30), ContentStatus.Valid, UseScope.Public, null, null, null);
    }
}
