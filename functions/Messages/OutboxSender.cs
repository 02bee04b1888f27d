using EntCredit.Domain.Departments;
using EntCredit.Domain.Events;
using EntCredit.Domain.Messages;
using EntCredit.Domain.Sanctions;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Outbox;
using EntCredit.Stores.Views;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Messages;

/// <summary>
/// Sends what events say to departments with a system of their own: at least once, each stream's in order. What is sent again has the event's id, by which the topic
/// knows it (docs/adr/0019).
/// </summary>
public sealed class OutboxSender(
    IOutbox outbox, ILedger ledger, ICaseIndex cases, Func<DepartmentRegister> departments, MessageBus bus, ILogger<OutboxSender> logger) : IDisposable
{
    private const int MessagesAtOnce = 50;

    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Sends everything that has not left yet.</summary>
    /// <exception cref="ServiceBusException">The bus cannot be reached, or refused; nothing is noted as sent that was not.</exception>
    public async Task SendAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            OutboxPage page;
            do
            {
                page = await outbox.NextAsync(Announcements.Streams, cancellation);
                var said = await AnnouncementsOfAsync(page, cancellation);
                await SendAsync(said, cancellation);
                await outbox.SentAsync(page, cancellation);
                if (said.Count > 0) logger.LogInformation("{Messages} messages of {Events} facts were sent", said.Count, page.Events.Count);
            }
            while (page.More);
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private async Task<List<Announcement>> AnnouncementsOfAsync(OutboxPage page, CancellationToken cancellation)
    {
        var known = departments().All.Where(department => department.Messages).ToList();
        if (known.Count == 0) return [];
        var streams = await ledger.LoadManyAsync([.. page.Events.Select(leaving => leaving.Stream)], cancellation);
        List<Announcement> all = [];
        foreach (var leaving in page.Events)
        {
            IReadOnlyList<DomainEvent> history = [.. streams[leaving.Stream].Events.Take((int)leaving.Version)];
            var said = Announcements.Of(leaving.Stream, history, await InitiatorAsync(history, cancellation));
            all.AddRange(said.Where(one => known.Any(one.Reaches)));
        }

        return all;
    }

    private async Task<string?> InitiatorAsync(IReadOnlyList<DomainEvent> history, CancellationToken cancellation) =>
        Announcements.FollowedBy(history) is { } sanction
            ? Sanction.Fold((await ledger.LoadAsync(sanction, cancellation)).Events.Cast<SanctionEvent>()).Initiator
            : null;

    private async Task SendAsync(List<Announcement> said, CancellationToken cancellation)
    {
        if (said.Count == 0) return;
        var subjects = await cases.EnterprisesAsync([.. said.Select(one => one.Subject).OfType<string>().Distinct()], cancellation);

        // A stream's events all go to one topic, so its order is the topic's.
        foreach (var topic in said.GroupBy(one => one.Topic, StringComparer.Ordinal))
        {
            foreach (var some in topic.Chunk(MessagesAtOnce))
            {
                await bus.SenderOf(topic.Key).SendMessagesAsync(
                    [.. some.Select(one => CloudEvents.Of(one, one.Subject is { } subject ? subjects.GetValueOrDefault(subject) : null))], cancellation);
            }
        }
    }
}
