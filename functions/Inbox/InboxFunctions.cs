using System.Text.Json;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Compliance;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.OpenApi;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Inbox;

/// <summary>What a department owes, and what waits for it. Nobody sees another's.</summary>
public sealed class InboxFunctions(IInboxView inbox, ICaseIndex index, [FromKeyedServices("legal")] TimeProvider legal)
{
    /// <summary>The caller's open duties in every area, by last day, with the way to each one's explanation.</summary>
    [Function("GetInbox")]
    [Access(Reach.Own)]
    [Parameter("after", "上一页的 next")]
    [Answers(200, typeof(CasePage<InboxDuty>))]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/inbox")] HttpRequest request, CancellationToken cancellation)
    {
        var owed = await inbox.OwedAsync(Callers.Of(request).Id, CaseReplies.After(request), CaseReplies.PageSize, cancellation);
        var enterprises = await index.EnterprisesAsync([.. owed.Select(duty => duty.Subject).OfType<string>()], cancellation);
        var now = legal.GetUtcNow();
        return CaseReplies.Page<InboxDuty>([.. owed.Select(duty => DutyOf(duty, enterprises, now))], [.. owed.Select(duty => duty.Cursor)]);
    }

    /// <summary>The cases that wait for an act of the caller, with or without a numbered period, newest first.</summary>
    [Function("GetWaiting")]
    [Access(Reach.Own)]
    [Parameter("after", "上一页的 next")]
    [Answers(200, typeof(CasePage<WaitingDocument>))]
    public async Task<IResult> WaitingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/inbox/waiting")] HttpRequest request, CancellationToken cancellation)
    {
        var waiting = await inbox.WaitingAsync(Callers.Of(request).Id, CaseReplies.After(request), CaseReplies.PageSize, cancellation);
        var enterprises = await index.EnterprisesAsync([.. waiting.Select(one => one.Subject).OfType<string>()], cancellation);
        return CaseReplies.Page<WaitingDocument>(
            [.. waiting.Select(one => new WaitingDocument(
                one.Stream,
                JsonNamingPolicy.CamelCase.ConvertName(one.Kind.ToString()),
                one.Subject is { } subject ? enterprises[subject] : null))],
            [.. waiting.Select(one => one.Stream)]);
    }

    private static InboxDuty DutyOf(OwedDuty duty, IReadOnlyDictionary<string, KnownEnterprise> enterprises, DateTimeOffset now) => new(
        duty.Rule,
        RuleTitles.Of(duty.Rule),
        duty.About,
        duty.Item,
        duty.Record,
        duty.Subject is { } subject ? enterprises[subject] : null,
        duty.From,
        duty.OpenedAt,
        duty.Due,
        duty.Due.DayNumber - LegalZone.DayOf(now).DayNumber,
        now >= LegalZone.EndOf(duty.Due),
        duty.Provisional,
        $"/api/v1/duties/{duty.About}/{duty.Rule}");
}

/// <summary>An open duty.</summary>
/// <param name="Rule">The rule's number.</param>
/// <param name="What">What it demands, in Chinese.</param>
/// <param name="About">The record or case that it concerns.</param>
/// <param name="Item">The catalogue item, or null.</param>
/// <param name="Record">The record that the case is about, or null.</param>
/// <param name="Enterprise">Whom it is about, or null.</param>
/// <param name="From">The day that it is counted from.</param>
/// <param name="Since">When it came to be.</param>
/// <param name="Due">Its last day.</param>
/// <param name="DaysLeft">Calendar days to the last day; 0 on it, negative after it.</param>
/// <param name="Overdue">Whether the last day has ended.</param>
/// <param name="Provisional">True where a year without a notice was counted.</param>
/// <param name="Explanation">Where it explains its due day.</param>
public sealed record InboxDuty(
    string Rule,
    string What,
    string About,
    string? Item,
    string? Record,
    KnownEnterprise? Enterprise,
    DateOnly From,
    DateTimeOffset Since,
    DateOnly Due,
    int DaysLeft,
    bool Overdue,
    bool Provisional,
    string Explanation);

/// <summary>A case that waits.</summary>
/// <param name="About">The case.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Enterprise">Whom it is about, or null.</param>
public sealed record WaitingDocument(string About, string Kind, KnownEnterprise? Enterprise);
