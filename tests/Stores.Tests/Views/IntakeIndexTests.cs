using EntCredit.Domain.Batches;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Tests.Ledger;

namespace EntCredit.Stores.Tests.Views;

public sealed class IntakeIndexTests : ViewFixture
{
    private const string Provider = "jieshou-chengguan";

    [Fact]
    public async Task SubjectsAsync_KnownAndRegistered_TellsThemApart()
    {
        await RegisterAsync("subject-a", "91990000MA00000009");
        await HappenAsync("subject-b", new SubjectEvent.KnownAs(At, AliasKind.RegistrationNumber, "990000000000001"));

        var found = await Intake.SubjectsAsync(
            [(AliasKind.CreditCode, "91990000MA00000009"), (AliasKind.RegistrationNumber, "990000000000001"), (AliasKind.CreditCode, "nobody")], Cancellation);

        Assert.Equal(2, found.Count);
        Assert.Equal(new("subject-a", true), found[(AliasKind.CreditCode, "91990000MA00000009")]);
        Assert.Equal(new("subject-b", false), found[(AliasKind.RegistrationNumber, "990000000000001")]);
    }

    [Fact]
    public async Task SubjectsAsync_SameNumberOfAnotherKind_IsNotFound()
    {
        await HappenAsync("subject-b", new SubjectEvent.KnownAs(At, AliasKind.RegistrationNumber, "990000000000001"));

        Assert.Empty(await Intake.SubjectsAsync([(AliasKind.CreditCode, "990000000000001")], Cancellation));
    }

    [Fact]
    public async Task RecordsAsync_CollectedRecord_IsFoundByItsIdentity()
    {
        await HappenAsync("r-1", Collected());
        var key = RecordKeys.Identity(Provider, Samples.Content())!;

        Assert.Equal("r-1", (await Intake.RecordsAsync([key, "other"], Cancellation))[key]);
        Assert.Empty(await Intake.RecordsAsync([RecordKeys.Identity("another", Samples.Content())!], Cancellation));
    }

    [Fact]
    public async Task RecordsAsync_RecordWithoutNumber_IsFoundByItsContent()
    {
        var content = Samples.Content() with { DocumentNumber = null };
        await HappenAsync("r-1", Collected(content: content, digest: "abc"));
        var key = RecordKeys.SameContent(Provider, content, "abc");

        Assert.Equal("r-1", (await Intake.RecordsAsync([key], Cancellation))[key]);
        Assert.Empty(await Intake.RecordsAsync([RecordKeys.SameContent(Provider, content, "abd")], Cancellation));
    }

    [Fact]
    public async Task RecordsAsync_WithdrawnRecord_IsStillFound()
    {
        await HappenAsync("r-1", Collected(), new RecordEvent.Withdrawn(At, Provider, "x"));
        var key = RecordKeys.Identity(Provider, Samples.Content())!;

        Assert.Equal("r-1", (await Intake.RecordsAsync([key], Cancellation))[key]);
    }

    [Fact]
    public async Task RecordsAsync_RefusedRow_IsFoundByMendingKeysUntilItIsMended()
    {
        await HappenAsync("r-1", Samples.Refused());
        var keys = RecordKeys.Mending(Provider, Samples.Content());

        var refused = await Intake.RecordsAsync([.. keys], Cancellation);
        await HappenAsync("r-1", Collected() with { MendedBy = "b-2" });
        var mended = await Intake.RecordsAsync([.. keys], Cancellation);

        Assert.Equal(keys.Order(StringComparer.Ordinal), refused.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(mended);
        Assert.Single(await Intake.RecordsAsync([RecordKeys.Identity(Provider, Samples.Content())!], Cancellation));
    }

    [Fact]
    public async Task RecordsAsync_RefusedRowTakenBack_IsNotFoundAnyMore()
    {
        await HappenAsync("r-1", Samples.Refused(), new RecordEvent.Withdrawn(At, Provider, "x"));

        Assert.Empty(await Intake.RecordsAsync([.. RecordKeys.Mending(Provider, Samples.Content())], Cancellation));
    }

    [Fact]
    public async Task RecordsAsync_TwoRefusedRowsWithOneKey_GivesTheFirstThenTheSecond()
    {
        await HappenAsync("r-2", Samples.Refused());
        await HappenAsync("r-1", Samples.Refused());
        var key = RecordKeys.Mending(Provider, Samples.Content())[0];

        Assert.Equal("r-2", (await Intake.RecordsAsync([key], Cancellation))[key]);
        await HappenAsync("r-2", Collected() with { MendedBy = "b-2" });
        Assert.Equal("r-1", (await Intake.RecordsAsync([key], Cancellation))[key]);
    }

    [Fact]
    public async Task BatchWithContentAsync_SameBytes_GivesTheFirstThatWasRead()
    {
        await ArriveAsync("b-1");
        await ArriveAsync("b-2");
        await ArriveAsync("b-3");
        await ReadAsync("b-2", "aa");
        await ReadAsync("b-1", "aa", "b-2");

        Assert.Equal("b-2", await Intake.BatchWithContentAsync(Provider, "penalty", "aa", "b-3", Cancellation));
        Assert.Equal("b-1", await Intake.BatchWithContentAsync(Provider, "penalty", "aa", "b-2", Cancellation));
        Assert.Null(await Intake.BatchWithContentAsync(Provider, "penalty", "bb", "b-3", Cancellation));
        Assert.Null(await Intake.BatchWithContentAsync(Provider, "permit", "aa", "b-3", Cancellation));
        Assert.Null(await Intake.BatchWithContentAsync("another", "penalty", "aa", "b-3", Cancellation));
    }

    [Fact]
    public async Task ParkedRecordsAsync_OnlyWhatWaitsForTheRegister()
    {
        await HappenAsync("r-1", Collected("subject-a", registered: false));
        await HappenAsync("r-2", Collected("subject-a"));
        await HappenAsync("r-3", Collected("subject-b", registered: false));
        await HappenAsync("r-4", Collected("subject-a", registered: false), new RecordEvent.Joined(At));

        Assert.Equal(["r-1"], await Intake.ParkedRecordsAsync(["subject-a"], Cancellation));
        Assert.Equal(["r-1", "r-3"], await Intake.ParkedRecordsAsync(["subject-a", "subject-b", "nobody"], Cancellation));
    }

    [Fact]
    public async Task ParkedRecordsAsync_HeldAndWaitingForTheRegister_IsAmongThem()
    {
        await HappenAsync("r-1", Collected("subject-a", registered: false, reviewed: false));
        await HappenAsync("r-2", Collected("subject-a", registered: true, reviewed: false));

        Assert.Equal(["r-1"], await Intake.ParkedRecordsAsync(["subject-a"], Cancellation));
    }

    [Fact]
    public async Task BatchWithContentAsync_BatchRefusedAsAWhole_IsPassedBy()
    {
        await ArriveAsync("b-1");
        await ReadAsync("b-1", "aa");
        await HappenAsync("batch-b-1", new BatchEvent.Refused(At, "EC3001", "文件无法读取", "请另存"));

        Assert.Null(await Intake.BatchWithContentAsync(Provider, "penalty", "aa", "b-2", Cancellation));
    }
}
