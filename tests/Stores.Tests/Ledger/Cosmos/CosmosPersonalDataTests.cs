using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger;

namespace EntCredit.Stores.Tests.Ledger.Cosmos;

public sealed class CosmosPersonalDataTests : IAsyncLifetime
{
    private CosmosTown _town = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _town = await CosmosTown.StartAsync();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task ReadPersonalAsync_KeptNoneOrUnknown_SaysSo()
    {
        var ledger = await FillAsync();

        var kept = await ledger.ReadPersonalAsync("r-1", 1, Cancellation);
        Assert.Equal(PersonalStanding.Kept, kept.Standing);
        Assert.Equal(Samples.Identity, Assert.IsType<RecordEvent.Collected>(kept.Event).Personal);
        Assert.Equal(PersonalStanding.None, (await ledger.ReadPersonalAsync("r-1", 2, Cancellation)).Standing);
        Assert.Equal(new PersonalReading(PersonalStanding.None, null), await ledger.ReadPersonalAsync("r-1", 3, Cancellation));
        Assert.Equal(new PersonalReading(PersonalStanding.None, null), await ledger.ReadPersonalAsync("nobody", 1, Cancellation));
    }

    [Fact]
    public async Task DestroyPersonalKeyAsync_OneSubject_LosesItsDataOnlyAndTheChainStays()
    {
        var ledger = await FillAsync();

        Assert.True(await ledger.DestroyPersonalKeyAsync(Samples.Subject, Cancellation));
        Assert.False(await ledger.DestroyPersonalKeyAsync(Samples.Subject, Cancellation));
        await ledger.AppendAsync([new Append("r-3", Samples.Subject, 0, [Samples.Collected()])], Cancellation);

        var destroyed = await ledger.ReadPersonalAsync("r-1", 1, Cancellation);
        Assert.Equal(PersonalStanding.Destroyed, destroyed.Standing);
        Assert.Null(Assert.IsType<RecordEvent.Collected>(destroyed.Event).Personal);
        Assert.Equal(PersonalStanding.Kept, (await ledger.ReadPersonalAsync("r-2", 1, Cancellation)).Standing);
        Assert.Equal(PersonalStanding.Kept, (await ledger.ReadPersonalAsync("r-3", 1, Cancellation)).Standing);
        Assert.Equal(2, (await ledger.LoadAsync("r-1", Cancellation)).Version);
    }

    [Fact]
    public async Task AppendAsync_PersonalData_LiesInNoRequestReadably()
    {
        var ledger = await FillAsync();

        await foreach (var stored in ledger.ReadAllAsync(0, Cancellation)) Assert.DoesNotContain("110101199003070000", stored.Canonical, StringComparison.Ordinal);
        Assert.All(_town.Server.Calls, one => Assert.DoesNotContain("110101199003070000", System.Text.Encoding.UTF8.GetString(one.Call.Body), StringComparison.Ordinal));
    }

    private async Task<CosmosLedger> FillAsync()
    {
        var ledger = _town.Open();
        await ledger.AppendAsync(
            [
                new Append("r-1", Samples.Subject, 0, [Samples.Collected(), new RecordEvent.Published(Samples.At)]),
                new Append("r-2", "subject-b", 0, [Samples.Collected()]),
            ],
            Cancellation);
        return ledger;
    }
}
