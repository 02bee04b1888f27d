using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Records;
using EntCredit.Domain.Settings;
using EntCredit.Functions.Tests.Objections;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Records;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Tests.Records;

/// <summary>公示期限 (A27) over a ledger and the public view: a profile that sets a period is all it takes.</summary>
[Collection("cases")]
public sealed class DisplayExpiryTests(CaseStorage storage)
{
    private const string Provider = "jieshou-enforcement", Period = """
        "displayPeriods": [{ "items": ["penalty"], "atMost": { "unit": "months", "count": 12 }, "source": { "article": "第八条", "quote": "公示期一年" } }],
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_AfterTheLastDay_TakesOutOfThePublicViewAndKeepsTheRecord()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        await town.PublishPenaltyAsync("r-1", Provider, "jieshou");
        town.MoveTo("2020-07-14 10:00");
        await town.PublishPenaltyAsync("r-2", Provider, "jieshou", "样罚〔2020〕2号");

        town.MoveTo("2021-07-13 23:59");
        Assert.Equal(0, await ExpiryIn(town, Period).RunAsync(Cancellation));
        Assert.Equal(2, (await town.PublicAsync())["records"]!.AsArray().Count);

        town.MoveTo("2021-07-14 00:10");
        Assert.Equal(1, await ExpiryIn(town, Period).RunAsync(Cancellation));
        Assert.Equal(0, await ExpiryIn(town, Period).RunAsync(Cancellation));
        Assert.Equal("r-2", (string?)Assert.Single((await town.PublicAsync())["records"]!.AsArray())!["id"]);
        Assert.Equal(RecordPhase.Expired, (await town.RecordAsync("r-1")).Phase);
    }

    [Fact]
    public async Task Run_ProfileWithoutAPeriod_LeavesEverything()
    {
        await using var town = await CaseTown.StartAsync(storage, "2020-07-13 10:00");
        await town.PublishPenaltyAsync("r-1", Provider, "jieshou");

        town.MoveTo("2040-07-14 00:10");
        Assert.Equal(0, await ExpiryIn(town, string.Empty).RunAsync(Cancellation));
        Assert.Single((await town.PublicAsync())["records"]!.AsArray());
    }

    private static DisplayExpiry ExpiryIn(CaseTown town, string period)
    {
        var profiles = JurisdictionProfiles.Load(SettingsFile.EmbeddedIn("Jurisdictions").Select(
            file => (file.FileName, file.FileName == "jieshou.json" ? file.Json.Insert(file.Json.IndexOf('{', StringComparison.Ordinal) + 1, period) : file.Json)));
        var rulebook = new Rulebook(profiles, town.Get<DepartmentRegister>(), town.Get<ResourceCatalogue>(), town.Get<CalendarBook>());
        return new DisplayExpiry(
            town.Get<IRecordBook>(), new RecordPages(town.Get<ILedger>(), town.Get<ManifestStore>(), rulebook, town.Legal), profiles, town.Legal);
    }
}
