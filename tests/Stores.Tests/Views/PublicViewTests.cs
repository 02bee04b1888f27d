using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Tests.Ledger;

namespace EntCredit.Stores.Tests.Views;

public sealed class PublicViewTests : ViewFixture
{
    private const string Code = "91990000MA00000009";

    [Fact]
    public async Task FindAsync_NumberNotKnown_GivesNull() => Assert.Null(await Public.FindAsync(Code, Cancellation));

    [Fact]
    public async Task FindAsync_SubjectTheRegisterHasNotBrought_GivesNull()
    {
        await HappenAsync(Samples.Subject, new SubjectEvent.KnownAs(At, AliasKind.CreditCode, Code));
        await HappenAsync("r-1", Collected(), Published());

        Assert.Null(await Public.FindAsync(Code, Cancellation));
    }

    [Fact]
    public async Task FindAsync_ByEitherNumber_GivesNameBothNumbersAndRecords()
    {
        await HappenAsync("r-1", Collected(), Published());
        await RegisterAsync(Samples.Subject, Code);
        await HappenAsync(Samples.Subject, new SubjectEvent.KnownAs(At, AliasKind.RegistrationNumber, "990000000000001"));

        var byCode = await Public.FindAsync(Code, Cancellation);
        var byNumber = await Public.FindAsync("990000000000001", Cancellation);

        Assert.Equal(("界首市样例甲有限公司", Code, "990000000000001"), (byCode!.Name, byCode.CreditCode, byCode.RegistrationNumber));
        Assert.Equal(Samples.Subject, byNumber!.Subject);
        var record = Assert.Single(byCode.Records);
        Assert.Equal(("r-1", "jieshou-chengguan", At, At.AddDays(1)), (record.Id, record.Provider, record.CollectedAt, record.PublishedAt));
        Assert.Equal("0.50", record.Content.Fields["amount"]);
        Assert.Null(record.CorrectedAt);
    }

    [Fact]
    public async Task FindAsync_RecordsInEveryPhase_ShowsOnlyPublishedAndValid()
    {
        await RegisterAsync(Samples.Subject, Code);
        await HappenAsync("r-collected", Collected());
        await HappenAsync("r-held", Collected(reviewed: false));
        await HappenAsync("r-only", Collected() with { Publicity = Publicity.CollectedOnly });
        await HappenAsync("r-withdrawn", Collected(), Published(), new RecordEvent.Withdrawn(At, "jieshou-chengguan", "x"));
        await HappenAsync("r-revoked", Collected(content: Samples.Content() with { Status = ContentStatus.Revoked }), Published());
        await HappenAsync("r-published", Collected(), Published());
        await HappenAsync("r-other", Collected("subject-other"), Published());

        Assert.Equal(["r-published"], (await Public.FindAsync(Code, Cancellation))!.Records.Select(record => record.Id));
    }

    [Fact]
    public async Task FindAsync_SeveralRecords_NewestDayOfOriginFirst()
    {
        await RegisterAsync(Samples.Subject, Code);
        foreach (var day in new[] { 3, 9, 6 })
            await HappenAsync($"r-{day}", Collected(content: Samples.Content($"{day}号") with { GeneratedOn = new DateOnly(2026, 1, day) }), Published());

        Assert.Equal(["r-9", "r-6", "r-3"], (await Public.FindAsync(Code, Cancellation))!.Records.Select(record => record.Id));
    }

    [Fact]
    public async Task FindAsync_CorrectedAfterPublication_ShowsTheNewContentMarked()
    {
        await RegisterAsync(Samples.Subject, Code);
        await HappenAsync("r-1", Collected(), Published(), Correction("改后"));

        var record = Assert.Single((await Public.FindAsync(Code, Cancellation))!.Records);
        Assert.Equal(("改后", At.AddDays(2), "jieshou-chengguan"), (record.Content.Fields["note"], record.CorrectedAt, record.CorrectedBy));
    }

    [Fact]
    public async Task FindAsync_CorrectedBeforePublication_ShowsTheNewContentUnmarked()
    {
        await RegisterAsync(Samples.Subject, Code);
        await HappenAsync("r-1", Collected(), Correction("改后"), Published(3));

        var record = Assert.Single((await Public.FindAsync(Code, Cancellation))!.Records);
        Assert.Equal(("改后", null, null), (record.Content.Fields["note"], record.CorrectedAt, record.CorrectedBy));
    }

    private static RecordEvent.Corrected Correction(string note) => new(
        At.AddDays(2),
        "jieshou-chengguan",
        Batch,
        Samples.Content() with { Fields = new Dictionary<string, string> { ["note"] = note } },
        "d2");
}
