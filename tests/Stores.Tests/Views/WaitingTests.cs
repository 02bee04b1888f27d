using EntCredit.Domain.Corrections;
using EntCredit.Domain.Events;
using EntCredit.Domain.Objections;
using EntCredit.Stores.Tests.Ledger;
using EntCredit.Stores.Views;
using EntCredit.Stores.Views.Sqlite;

namespace EntCredit.Stores.Tests.Views;

/// <summary>For whom an objection and a correction wait.</summary>
public sealed class WaitingTests : ViewFixture
{
    private const string Provider = "jieshou-chengguan", Supervision = "jieshou-scjg";

    [Fact]
    public async Task WaitingAsync_ObjectionLodgedWithMarketSupervision_WaitsForItUntilItIsForwarded()
    {
        await HappenAsync("objection-1", Of<ObjectionEvent.Lodged>());
        Assert.Equal(["objection-1"], await OfAsync(Supervision));
        Assert.Empty(await OfAsync(Provider));

        await HappenAsync("objection-1", Of<ObjectionEvent.Forwarded>());
        Assert.Empty(await OfAsync(Supervision));
        Assert.Equal(["objection-1"], await OfAsync(Provider));
    }

    [Fact]
    public async Task WaitingAsync_ObjectionReceived_WaitsForTheProviderUntilTheApplicantIsNotified()
    {
        await HappenAsync("objection-1", Of<ObjectionEvent.Lodged>() with { With = Provider }, Of<ObjectionEvent.Received>());
        var waiting = Assert.Single(await new SqliteInboxView(Ledger.Reads).WaitingAsync(Provider, null, 10, Cancellation));
        Assert.Equal((CaseKind.Objection, Samples.Subject), (waiting.Kind, waiting.Subject));

        await HappenAsync("objection-1", Of<ObjectionEvent.Verified>());
        Assert.Equal(["objection-1"], await OfAsync(Provider));
        await HappenAsync("objection-1", Of<ObjectionEvent.ApplicantNotified>());
        Assert.Empty(await OfAsync(Provider));
    }

    [Fact]
    public async Task WaitingAsync_ObjectionWithdrawn_WaitsForNobody()
    {
        await HappenAsync("objection-1", Of<ObjectionEvent.Lodged>(), Of<ObjectionEvent.Withdrawn>());

        Assert.Empty(await OfAsync(Supervision));
        Assert.Empty(await OfAsync(Provider));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WaitingAsync_Correction_WaitsForTheProviderUntilItAsksForIt(bool reported)
    {
        await HappenAsync("correction-1", reported ? Of<CorrectionEvent.Reported>() : Of<CorrectionEvent.Discovered>());
        Assert.Equal(["correction-1"], await OfAsync(Provider));

        await HappenAsync("correction-1", Of<CorrectionEvent.Requested>());
        Assert.Empty(await OfAsync(Provider));
    }

    private async Task<IEnumerable<string>> OfAsync(string department) =>
        (await new SqliteInboxView(Ledger.Reads).WaitingAsync(department, null, 10, Cancellation)).Select(one => one.Stream);

    private static T Of<T>()
        where T : DomainEvent => CaseSamples.EachKind.OfType<T>().Single();
}
