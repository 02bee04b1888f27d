using EntCredit.Domain.Sanctions;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Outbox;
using EntCredit.Stores.Tests.Ledger;

namespace EntCredit.Stores.Tests.Outbox;

/// <summary>What leaves each store's ledger: every event of the streams that matter, each stream's in order, at least once, and what was noted as sent no more.</summary>
public abstract class OutboxContract
{
    private static readonly string[] Streams = ["sanction-"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A ledger and its outbox.</summary>
    protected abstract (ILedger Ledger, IOutbox Outbox) Open();

    /// <summary>The outbox of the same ledger in another process.</summary>
    protected abstract IOutbox OpenAgain();

    [Fact]
    public async Task Next_EventsOfManyStreams_LeaveInOrderOnce()
    {
        var (ledger, outbox) = Open();
        for (var stream = 0; stream < 20; stream++) await PushAsync(ledger, $"sanction-{stream:D2}");
        await ledger.AppendAsync([new Append("r-1", Samples.Subject, 0, [Samples.Collected()])], Cancellation);
        await ReceiveAsync(ledger, "sanction-07");

        var left = await DrainAsync(outbox);
        Assert.Equal(21, left.Distinct().Count());
        Assert.Equal(21, left.Count);
        Assert.Equal([1, 2], left.Where(sent => sent.Stream == "sanction-07").Select(sent => sent.Version));
        Assert.DoesNotContain(left, sent => sent.Stream == "r-1");

        await ReceiveAsync(ledger, "sanction-11");
        Assert.Equal([new OutboxEvent("sanction-11", 2)], await DrainAsync(outbox));
        Assert.Empty(await DrainAsync(outbox));
    }

    [Fact]
    public async Task Next_SentButNotNoted_LeavesAgain()
    {
        var (ledger, outbox) = Open();
        await PushAsync(ledger, "sanction-01");
        Assert.Equal([new OutboxEvent("sanction-01", 1)], await FirstAsync(outbox));

        // The process died here. Another begins where the note stands.
        Assert.Equal([new OutboxEvent("sanction-01", 1)], await DrainAsync(OpenAgain()));
        Assert.Empty(await DrainAsync(OpenAgain()));
        await ReceiveAsync(ledger, "sanction-01");
        Assert.Equal([new OutboxEvent("sanction-01", 2)], await DrainAsync(OpenAgain()));
    }

    [Fact]
    public async Task Next_TwoSenders_LoseNothing()
    {
        var (ledger, one) = Open();
        var other = OpenAgain();
        List<OutboxEvent> left = [];
        for (var stream = 0; stream < 12; stream++)
        {
            await PushAsync(ledger, $"sanction-{stream:D2}");
            left.AddRange(await DrainAsync(stream % 2 == 0 ? one : other));
        }

        left.AddRange(await DrainAsync(one));
        left.AddRange(await DrainAsync(other));
        Assert.Equal(Enumerable.Range(0, 12).Select(stream => $"sanction-{stream:D2}"), left.Select(sent => sent.Stream).Distinct().Order());
    }

    /// <summary>Takes everything and notes it.</summary>
    protected static async Task<List<OutboxEvent>> DrainAsync(IOutbox outbox)
    {
        List<OutboxEvent> left = [];
        OutboxPage page;
        do
        {
            page = await outbox.NextAsync(Streams, Cancellation);
            left.AddRange(page.Events);
            await outbox.SentAsync(page, Cancellation);
        }
        while (page.More);
        return left;
    }

    /// <summary>A push on a stream of its own.</summary>
    protected static Task PushAsync(ILedger ledger, string stream) =>
        ledger.AppendAsync(
            [new Append(stream, Samples.Subject, 0, [new DeliveryEvent.Pushed(Samples.At, "sanction-1", new SanctionTarget(Samples.Subject, "jieshou", "失信被执行人", "C01"), "jieshou-fgw", "jieshou-chengguan")])],
            Cancellation);

    private static async Task<IReadOnlyList<OutboxEvent>> FirstAsync(IOutbox outbox)
    {
        while (true)
        {
            var page = await outbox.NextAsync(Streams, Cancellation);
            if (page.Events.Count > 0 || !page.More) return page.Events;
            await outbox.SentAsync(page, Cancellation);
        }
    }

    private static Task ReceiveAsync(ILedger ledger, string stream) =>
        ledger.AppendAsync([new Append(stream, Samples.Subject, 1, [new DeliveryEvent.Received(Samples.At, "jieshou-chengguan")])], Cancellation);
}
