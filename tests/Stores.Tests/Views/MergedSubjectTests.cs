using EntCredit.Domain.Subjects;
using EntCredit.Stores.Tests.Ledger;
using EntCredit.Stores.Views.Sqlite;

namespace EntCredit.Stores.Tests.Views;

public sealed class MergedSubjectTests : ViewFixture
{
    [Fact]
    public async Task FindAsync_MergedSubjects_AreOnePageUnderEveryNumber()
    {
        await MergedAsync();

        var pages = await Task.WhenAll(new[] { "c-new", "n-old" }.Select(number => Public.FindAsync(number, Cancellation)));

        Assert.All(pages, page => Assert.Equal(("s-new", "新名有限公司", "c-new", "n-old"), (page!.Subject, page.Name, page.CreditCode, page.RegistrationNumber)));
        Assert.All(pages, page => Assert.Equal(["r-new", "r-old"], page!.Records.Select(record => record.Id).Order()));
        Assert.All(pages, page => Assert.Equal(["旧名有限公司"], page!.FormerNames));
    }

    [Fact]
    public async Task FindAsync_MergeUndone_IsTwoPagesAsBefore()
    {
        await MergedAsync();
        await HappenAsync("s-old", new SubjectEvent.Separated(At.AddDays(3), "s-new", "scjg", "并错"));

        Assert.Equal(["r-new"], (await Public.FindAsync("c-new", Cancellation))!.Records.Select(record => record.Id));
        var old = await Public.FindAsync("n-old", Cancellation);
        Assert.Equal(("旧名有限公司", "n-old", "r-old"), (old!.Name, old.RegistrationNumber, Assert.Single(old.Records).Id));
        Assert.Empty(old.FormerNames);
    }

    [Fact]
    public async Task FindAsync_ChainOfMerges_LeadsToItsEndAndComesApartWhereItIsCut()
    {
        await MergedAsync();
        await RegisterAsync("s-last", "c-last", "末名有限公司");
        await HappenAsync("s-new", new SubjectEvent.MergedInto(At, "s-last", "scjg", "同一企业"));
        Assert.All(await Task.WhenAll(new[] { "n-old", "c-new", "c-last" }.Select(number => Public.FindAsync(number, Cancellation))), page => Assert.Equal("s-last", page!.Subject));

        await HappenAsync("s-new", new SubjectEvent.Separated(At, "s-last", "scjg", "并错"));
        Assert.Equal("s-new", (await Public.FindAsync("n-old", Cancellation))!.Subject);
        Assert.Empty((await Public.FindAsync("c-last", Cancellation))!.Records);
    }

    [Fact]
    public async Task SubjectsAsync_Merged_KeepTheirOwnIdsAndAreRegisteredTogether()
    {
        await HappenAsync("s-old", new SubjectEvent.KnownAs(At, AliasKind.RegistrationNumber, "n-old"));
        await RegisterAsync("s-new", "c-new");
        await HappenAsync("r-1", Collected("s-old", registered: false));
        Assert.Empty(await Records.JoinableAsync(9, Cancellation));

        await HappenAsync("s-old", new SubjectEvent.MergedInto(At, "s-new", "scjg", "同一企业"));

        var known = (await Intake.SubjectsAsync([(AliasKind.RegistrationNumber, "n-old")], Cancellation)).Values.Single();
        Assert.Equal(("s-old", true), (known.Id, known.Registered));
        Assert.Equal(["r-1"], await Records.JoinableAsync(9, Cancellation));
        Assert.Equal(["r-1"], await Intake.ParkedRecordsAsync(["s-new"], Cancellation));
    }

    [Fact]
    public async Task AfterAsync_MergeAndItsUndoing_TellTheRecordsAgainUnderTheirNewName()
    {
        await MergedAsync(merge: false);
        var feed = new SqliteChangeFeed(Ledger.Reads);
        var before = await feed.AfterAsync(null, 0, 1000, Cancellation);
        await HappenAsync("s-old", new SubjectEvent.MergedInto(At, "s-new", "scjg", "同一企业"));
        var merged = await feed.AfterAsync(null, before.Through, 1000, Cancellation);
        await HappenAsync("s-old", new SubjectEvent.Separated(At, "s-new", "scjg", "并错"));
        var separated = await feed.AfterAsync(null, merged.Through, 1000, Cancellation);

        Assert.Equal([("r-old", "新名有限公司")], merged.Changes.Select(change => (change.Id, change.Name)));
        Assert.Equal([("r-old", "旧名有限公司")], separated.Changes.Select(change => (change.Id, change.Name)));
    }

    private async Task MergedAsync(bool merge = true)
    {
        await HappenAsync("s-old", new SubjectEvent.KnownAs(At, AliasKind.RegistrationNumber, "n-old"), new SubjectEvent.Registered(At, "旧名有限公司", "r"));
        await RegisterAsync("s-new", "c-new", "新名有限公司");
        await HappenAsync("r-old", Collected("s-old"), Published());
        await HappenAsync("r-new", Collected("s-new", Samples.Content("2号")), Published());
        if (merge) await HappenAsync("s-old", new SubjectEvent.MergedInto(At.AddDays(2), "s-new", "scjg", "同一企业"));
    }
}
