using EntCredit.Domain.Departments;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Records;

/// <summary>What a department asks of a record that it provides. Another department's is not there (404).</summary>
public sealed class RecordFunctions(
    ILedger ledger, IObligationBook obligations, [FromKeyedServices("legal")] TimeProvider legal)
{
    /// <summary>A record's legal state, its duties with their due days, and its history.</summary>
    [Function("GetRecord")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("id", "记录编号")]
    [Answers(200, typeof(RecordDocument))]
    [Fails("EC4001")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/records/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var stream = await ledger.LoadAsync(id, cancellation);
        var history = stream.Events.OfType<RecordEvent>().ToList();
        var state = Record.Fold(history);
        if (state.Origin is not { } origin || !caller.Reaches(origin.Provider, origin.Jurisdiction))
            return Problems.Of(RecordErrors.Unknown);

        var now = legal.GetUtcNow();
        var duties = await obligations.AboutAsync(id, cancellation);
        var sees = caller.Id == origin.Provider || caller.Has(DepartmentRole.MarketSupervision);
        VersionTag.Set(request, stream.Version);
        return ApiJson.Ok(new RecordDocument(
            id,
            state.Phase,
            origin,
            state.Subject,
            state.Content?.GeneratedOn,
            state.CollectedAt,
            state.PublishedAt,
            [.. duties.Select(duty => DutyDocument.Of(duty, now))],
            [.. history.Select(happened => HappeningDocument.Of(happened, sees))])
        {
            Fields = sees ? state.Content?.Fields : null,
        });
    }
}

/// <summary>A record as its provider sees it.</summary>
public sealed record RecordDocument(
    string Id,
    RecordPhase Phase,
    RecordOrigin Origin,
    string? Subject,
    DateOnly? GeneratedOn,
    DateTimeOffset? CollectedAt,
    DateTimeOffset? PublishedAt,
    IReadOnlyList<DutyDocument> Duties,
    IReadOnlyList<HappeningDocument> History)
{
    /// <summary>What is in force now, by field code, without what concerns natural persons: for its provider and for who publishes it; else null.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }
}

/// <summary>A duty about a record.</summary>
/// <param name="Rule">The rule's number.</param>
/// <param name="Debtor">Who owes it.</param>
/// <param name="From">The day it is counted from.</param>
/// <param name="Due">Its last day.</param>
/// <param name="Standing">Where it stands now.</param>
/// <param name="ClosedAt">When it ended, or null.</param>
/// <param name="Reason">Why it ended so, or null.</param>
/// <param name="CalendarVersion">The calendar that the last day was computed with.</param>
public sealed record DutyDocument(
    string Rule, string Debtor, DateOnly From, DateOnly Due, DutyStanding Standing, DateTimeOffset? ClosedAt, string? Reason, string CalendarVersion)
{
    /// <summary>The document of a duty at an instant.</summary>
    public static DutyDocument Of(Obligation duty, DateTimeOffset now) =>
        new(duty.Rule, duty.Debtor, duty.From, duty.Due, duty.StandingAt(now), duty.ClosedAt, duty.Reason, duty.CalendarVersion);
}

/// <summary>Something that happened to a record.</summary>
/// <param name="What">The event's name in the ledger.</param>
/// <param name="At">When, in legal time.</param>
public sealed record HappeningDocument(string What, DateTimeOffset At)
{
    /// <summary>What came by another channel and was kept, where that is what happened; else null.</summary>
    public EvidenceDocument? Evidence { get; init; }

    /// <summary>The document of an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="sees">Whether who asks may see a record's fields.</param>
    public static HappeningDocument Of(RecordEvent happened, bool sees) => new(Domain.Events.EventNameAttribute.Of(happened.GetType()), happened.At)
    {
        Evidence = happened is RecordEvent.EvidenceKept kept
            ? new EvidenceDocument(kept.Channel, kept.Batch, kept.Line, kept.Content is null) { Fields = sees ? kept.Content?.Fields : null }
            : null,
    };
}

/// <summary>A copy of a record's fact that came by another channel (C9).</summary>
/// <param name="Channel">The profile's channel.</param>
/// <param name="Batch">The batch that brought it.</param>
/// <param name="Line">The line of it.</param>
/// <param name="Agrees">Whether it says what the record said then.</param>
public sealed record EvidenceDocument(string Channel, string Batch, int Line, bool Agrees)
{
    /// <summary>What it says otherwise, by field code, for who sees the record's fields; else null.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }
}
