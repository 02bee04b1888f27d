using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>Invented enterprises in a register, and records about them, as the intake would have written them.</summary>
internal sealed class RegisterFacts(ILedger ledger, TimeProvider legal, string jurisdiction, string registrar)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A valid credit code in the unassigned division.</summary>
    public static string Code(int n)
    {
        var body = $"91349999MA{n:000000}" + "0";
        return Enumerable.Range(0, 36).Select(i => body + "0123456789ABCDEFGHJKLMNPQRTUWXY"[i % 31]).First(code => CreditCode.IsValid(code));
    }

    public async Task RegisterAsync(int n, string status = "存续")
    {
        var (subject, code, at) = ($"subject-{n}", Code(n), legal.GetUtcNow());
        await AppendAsync(subject, subject, new SubjectEvent.KnownAs(at, AliasKind.CreditCode, code), new SubjectEvent.Registered(at, $"样例第{n}有限公司", $"r-register-{n}"));
        await CollectAsync(n, $"r-register-{n}", "register", registrar, ("DJZT", status));
    }

    /// <summary>A record that is public at once.</summary>
    public async Task CollectAsync(int n, string record, string item, string provider, params (string Code, string Value)[] fields)
    {
        var at = legal.GetUtcNow();
        var content = new RecordContent(
            item,
            fields.ToDictionary(field => field.Code, field => field.Value),
            new Dictionary<string, string>(),
            new SubjectKey(Code(n), null, $"样例第{n}有限公司"),
            null,
            new DateOnly(2020, 7, 1),
            ContentStatus.Valid,
            UseScope.Public,
            true,
            null,
            null);
        await AppendAsync(
            record,
            $"subject-{n}",
            new RecordEvent.Collected(at, new RecordOrigin(provider, jurisdiction, item, "20200701020000-aabbccddee", 2), $"subject-{n}", content, "d-" + record, Publicity.Published, true, true, null),
            new RecordEvent.Published(at));
    }

    /// <summary>What happens to a record later.</summary>
    public async Task HappenAsync(string record, DomainEvent happened)
    {
        var loaded = await ledger.LoadAsync(record, Cancellation);
        await ledger.AppendAsync([new Append(record, loaded.Partition!, loaded.Version, [happened])], Cancellation);
    }

    private Task AppendAsync(string stream, string partition, params DomainEvent[] events) =>
        ledger.AppendAsync([new Append(stream, partition, 0, events)], Cancellation);
}
