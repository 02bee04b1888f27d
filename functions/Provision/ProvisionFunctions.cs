using System.Globalization;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Provision;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Functions.Records;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Provision;
using EntCredit.Orchestrations;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Provision;

/// <summary>The monthly provision of 渝府办发〔2016〕170号 三(二)(三). What is uploaded counts by itself; here a department says that a month had nothing.</summary>
public sealed class ProvisionFunctions(
    ProvisionDesk desk, ILedger ledger, DepartmentRegister departments, JurisdictionProfiles profiles, ICaseIndex index, CaseReplies replies)
{
    /// <summary>The caller's months, newest first; <c>scope=jurisdiction</c> for who supervises.</summary>
    [Function("ListProvisions")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("after", "上一页的 next")]
    [Parameter("scope", "jurisdiction：本地全部（市场监管、审计）", OneOf = ["jurisdiction"])]
    [Answers(200, typeof(CasePage<ProvisionDocument>))]
    [Fails("EC1002")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/provisions")] HttpRequest request, CancellationToken cancellation)
    {
        if (CaseScope.Of(request, Callers.Of(request)) is not { } scope) return Problems.Of(SystemErrors.Forbidden);
        var streams = await index.FindAsync(
            CaseKind.Provision, scope.Part ?? CasePart.Party, scope.Key, CaseReplies.After(request), CaseReplies.PageSize, cancellation);
        var loaded = await ledger.LoadManyAsync(streams, cancellation);
        List<ProvisionDocument> items = [];
        foreach (var stream in streams.Select(stream => loaded[stream]))
            items.Add(await DocumentAsync(new(MonthProvision.Fold(stream.Events.Cast<ProvisionEvent>()), stream.Version), cancellation));
        return CaseReplies.Page(items, streams);
    }

    /// <summary>本月无新增: the caller had nothing (more) to give for a month.</summary>
    [Function("ProvideNothing")]
    [Access(Reach.Own, DepartmentRole.Provider)]
    [Parameter("month", "月份，yyyy-MM")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Answers(200, typeof(ProvisionDocument), Versioned = true)]
    [Fails("EC46*", "EC15*")]
    public async Task<IResult> NothingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/provisions/{month}/none")] HttpRequest request,
        string month,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (MonthOf(month) is not { } day) return Problems.Of(ProvisionErrors.Unknown);
        if (!IsMonthly(caller)) return Problems.Of(ProvisionErrors.NotMonthly);
        var digest = CaseIds.DigestOf($"none:{caller.Id}:{month}");
        return await AnswerAsync(
            request,
            await desk.ProvideAsync(caller.Id, day, 0, digest, null, VersionTag.Expected(request), client, cancellation),
            cancellation);
    }

    /// <summary>Market supervision loaded what a department gave for a month into the national system (T7).</summary>
    [Function("LoadProvision")]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision)]
    [Parameter("id", "部门编号")]
    [Parameter("month", "月份，yyyy-MM")]
    [Parameter("If-Match", "读取时的 ETag；已有变化的为 412", Header = true)]
    [Answers(200, typeof(ProvisionDocument), Versioned = true)]
    [Fails("EC46*", "EC15*")]
    public async Task<IResult> LoadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/provisions/{id}/{month}/load")] HttpRequest request,
        string id,
        string month,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (departments.Find(id) is not { } giving || giving.Jurisdiction != caller.Department.Jurisdiction || MonthOf(month) is not { } day)
            return Problems.Of(ProvisionErrors.Unknown);
        if (!IsMonthly(caller)) return Problems.Of(ProvisionErrors.NotMonthly);
        return await AnswerAsync(
            request,
            await desk.LoadIntoNationalSystemAsync(id, day, caller.Id, VersionTag.Expected(request), client, cancellation),
            cancellation);
    }

    private bool IsMonthly(Caller caller) => profiles.Find(caller.Department.Jurisdiction)?.Provision.Mode == ProvisionMode.Monthly;

    private async Task<IResult> AnswerAsync(HttpRequest request, CaseAnswer<MonthProvision> answer, CancellationToken cancellation) =>
        answer.Error is { } error ? Problems.Of(error)
        : answer.State.Expected is null ? Problems.Of(ProvisionErrors.Unknown)
        : CaseReplies.Document(request, await DocumentAsync(answer, cancellation), answer.Version);

    private async Task<ProvisionDocument> DocumentAsync(CaseAnswer<MonthProvision> found, CancellationToken cancellation)
    {
        var expected = found.State.Expected!;
        return new ProvisionDocument(
            expected.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            replies.Department(expected.Department),
            found.State.Provided.Count,
            found.State.AwaitingLoad,
            found.State.LoadedAt,
            found.State.Finished,
            await replies.DutiesAsync(Instances.OfProvision(expected.Department, expected.Month), cancellation),
            found.Version);
    }

    private static DateOnly? MonthOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}

/// <summary>A department's provision for a month.</summary>
/// <param name="Month">The month, yyyy-MM.</param>
/// <param name="Department">Who owes it.</param>
/// <param name="Given">How many uploads were given for it, a declaration of none among them.</param>
/// <param name="AwaitingLoad">Records given and not loaded yet.</param>
/// <param name="LoadedAt">When it was last loaded, or null.</param>
/// <param name="Finished">Whether it was given, and all of it loaded.</param>
/// <param name="Duties">What is or was owed, with due days.</param>
/// <param name="Version">The version of this document: its ETag.</param>
public sealed record ProvisionDocument(
    string Month,
    DepartmentDocument Department,
    int Given,
    int AwaitingLoad,
    DateTimeOffset? LoadedAt,
    bool Finished,
    IReadOnlyList<DutyDocument> Duties,
    long Version);
