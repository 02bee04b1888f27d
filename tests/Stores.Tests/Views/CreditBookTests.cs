using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Tests.Ledger;
using EntCredit.Stores.Views.Sqlite;

namespace EntCredit.Stores.Tests.Views;

public sealed class CreditBookTests : ViewFixture
{
    private SqliteCreditBook Book => new(Ledger.Reads);

    [Fact]
    public async Task RecordsAsync_RecordsInEveryPhase_GivesWhatStandsAndWhetherItIsPublic()
    {
        await HappenAsync("r-collected", Collected());
        await HappenAsync("r-held", Collected(reviewed: false));
        await HappenAsync("r-only", Collected() with { Publicity = Publicity.CollectedOnly });
        await HappenAsync("r-withdrawn", Collected(), Published(), new RecordEvent.Withdrawn(At, "jieshou-chengguan", "x"));
        await HappenAsync("r-revoked", Collected(content: Samples.Content() with { Status = ContentStatus.Revoked }), Published());
        await HappenAsync("r-hidden", Collected(), Published(), new RecordEvent.Suspended(At, "jieshou-chengguan", "objection-1"));
        await HappenAsync("r-published", Collected(), Published());
        await HappenAsync("r-other", Collected("subject-other"), Published());

        Assert.Equal(
            ["r-collected False", "r-held False", "r-only False", "r-published True"],
            (await Book.RecordsAsync([Samples.Subject], Cancellation))[Samples.Subject].Select(record => $"{record.Id} {record.IsPublic}"));
        Assert.Empty((await Book.RecordsAsync(["subject-nobody"], Cancellation))["subject-nobody"]);
    }

    [Fact]
    public async Task RecordsAsync_Corrected_GivesWhatIsInForce()
    {
        var corrected = Samples.Content() with { Fields = new Dictionary<string, string> { ["amount"] = "9" } };
        await HappenAsync("r-1", Collected(), Published(), new RecordEvent.Corrected(At, "jieshou-chengguan", "b", corrected, "d2"));

        Assert.Equal("9", Assert.Single((await Book.RecordsAsync([Samples.Subject], Cancellation))[Samples.Subject]).Fields["amount"]);
    }

    [Fact]
    public async Task EntitiesAsync_RegisterOfAJurisdiction_LeavesOutWhoWasStruckOff()
    {
        await RegisterRowAsync("s-1", "91349999MA00000001", "存续");
        await RegisterRowAsync("s-2", "91349999MA00000002", "注销");
        await RegisterRowAsync("s-3", "91349999MA00000003", null);
        await RegisterRowAsync("s-4", "91349999MA00000004", "存续", "hunan");

        Assert.Equal(["91349999MA00000001", "91349999MA00000003"], (await Book.EntitiesAsync("jieshou", Cancellation)).Select(entity => entity.Number));
        Assert.Equal("hunan", await Book.JurisdictionOfAsync("s-4", Cancellation));
        Assert.Null(await Book.JurisdictionOfAsync(Samples.Subject, Cancellation));
    }

    [Fact]
    public async Task WithRecordsAsync_OfItems_GivesEnterprisesOfTheJurisdictionOnce()
    {
        await RegisterRowAsync("s-1", "91349999MA00000001", "存续");
        await RegisterRowAsync("s-4", "91349999MA00000004", "存续", "hunan");
        foreach (var (record, subject) in new[] { ("r-1", "s-1"), ("r-2", "s-1"), ("r-3", "s-4") }) await HappenAsync(record, Collected(subject));

        Assert.Equal(["s-1"], await Book.WithRecordsAsync("jieshou", ["penalty"], Cancellation));
        Assert.Empty(await Book.WithRecordsAsync("jieshou", ["abnormal"], Cancellation));
    }

    [Fact]
    public async Task SubjectsThatAreOne_AreOneEntityJudgedByAllTheirRecords()
    {
        await RegisterRowAsync("s-1", "91349999MA00000001", "存续");
        await RegisterRowAsync("s-2", "91349999MA00000002", "存续");
        foreach (var (record, subject) in new[] { ("r-1", "s-1"), ("r-2", "s-2") }) await HappenAsync(record, Collected(subject), Published());
        Assert.Equal(2, (await Book.EntitiesAsync("jieshou", Cancellation)).Count);

        await HappenAsync("s-1", new SubjectEvent.MergedInto(At, "s-2", "jieshou-scjg", "换发"));

        Assert.Equal(("s-2", "91349999MA00000002"), Assert.Single(await Book.EntitiesAsync("jieshou", Cancellation)) is var one ? (one.Subject, one.Number) : default);
        Assert.Equal(["s-2"], await Book.WithRecordsAsync("jieshou", ["penalty"], Cancellation));
        foreach (var asked in new[] { "s-1", "s-2" })
        {
            Assert.Equal(["r-1", "r-2"], (await Book.RecordsAsync([asked], Cancellation))[asked].Where(record => record.Item == "penalty").Select(record => record.Id));
            Assert.Equal("jieshou", await Book.JurisdictionOfAsync(asked, Cancellation));
        }
    }

    private async Task RegisterRowAsync(string subject, string code, string? status, string jurisdiction = "jieshou")
    {
        await HappenAsync(subject, new SubjectEvent.KnownAs(At, AliasKind.CreditCode, code), new SubjectEvent.Registered(At, "样例" + subject, "register-" + subject));
        var content = Samples.Content() with { Item = "register", Fields = status is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["DJZT"] = status } };
        await HappenAsync(
            "register-" + subject,
            Collected(subject, content) with { Origin = Samples.Origin with { Item = "register", Jurisdiction = jurisdiction } },
            Published());
    }
}
