using System.Security.Cryptography;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Stores.Departments;
using EntCredit.Stores.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Departments;

/// <summary>
/// The keys of departments, for the operator of their jurisdiction, and for market supervision where the document has departments apply to it for their accounts
/// (账号申领管理由区工商局负责; 通过同级工商、市场监管部门申请账号: C14). To rotate one, issue another, change the department's system over, revoke the old one: meanwhile both hold.
/// </summary>
public sealed class KeyFunctions(
    DepartmentRegister departments,
    DepartmentKeys keys,
    JurisdictionProfiles profiles,
    RandomNumberGenerator random,
    [FromKeyedServices("legal")] TimeProvider legal,
    [FromKeyedServices("machine")] TimeProvider machine)
{
    private const string Route = "api/v1/operations/departments/{id}/keys";

    /// <summary>Issues a key and shows it, this once.</summary>
    [Function("IssueKey")]
    [Access(Reach.Jurisdiction, DepartmentRole.Operator, DepartmentRole.MarketSupervision)]
    [Parameter("id", "部门编号")]
    [Takes(typeof(KeyRequest))]
    [Answers(201, typeof(IssuedKey))]
    [Fails("EC1005", "EC1201", "EC1203", "EC1204", "EC1205")]
    public async Task<IResult> IssueAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string id, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (Find(caller, id) is not { } department) return Problems.Of(KeyErrors.DepartmentUnknown);
        var body = await Bodies.ReadAsync<KeyRequest>(request, cancellation);
        if (body.Value is not { } wanted) return body.Refusal!;
        if (wanted.Label.Trim() is not { Length: > 0 and <= KeyRequest.MostCharacters } label) return Problems.Of(SystemErrors.Parameter, "label", wanted.Label);

        var now = machine.GetUtcNow();
        var text = NewKey();
        var from = wanted.From ?? LegalZone.DayOf(now);
        var key = new ApiKey(KeyText.HashOf(text), from, wanted.Until ?? from.AddYears(1), label);
        return await DecideAsync(department, new KeyCommand.Issue(legal.GetUtcNow(), caller.Id, key, now), cancellation) is { } error
            ? error
            : Results.Json(
                new IssuedKey(key.Hash[..KeyText.IdDigits], department.Id, text, key.Label, key.From, key.Until),
                ApiJson.Options,
                statusCode: StatusCodes.Status201Created);
    }

    /// <summary>A department's keys, without the keys.</summary>
    [Function("ListKeys")]
    [Access(Reach.Jurisdiction, DepartmentRole.Operator, DepartmentRole.MarketSupervision)]
    [Parameter("id", "部门编号")]
    [Answers(200, typeof(KeyList))]
    [Fails("EC1201")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (Find(Callers.Of(request), id) is not { } department) return Problems.Of(KeyErrors.DepartmentUnknown);
        var now = machine.GetUtcNow();
        return ApiJson.Ok(new KeyList([.. (await keys.OfAsync(department, cancellation)).Keys.Select(held => KeyDocument.Of(held, now))]));
    }

    /// <summary>Revokes a key at once, one of the departments file too. Again is the same.</summary>
    [Function("RevokeKey")]
    [Access(Reach.Jurisdiction, DepartmentRole.Operator, DepartmentRole.MarketSupervision)]
    [Parameter("id", "部门编号")]
    [Parameter("key", "密钥编号")]
    [Answers(204)]
    [Fails("EC1201", "EC1202", "EC1205")]
    public async Task<IResult> RevokeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{key}")] HttpRequest request,
        string id,
        string key,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (Find(caller, id) is not { } department) return Problems.Of(KeyErrors.DepartmentUnknown);
        return await DecideAsync(department, new KeyCommand.Revoke(legal.GetUtcNow(), caller.Id, key), cancellation) ?? Results.NoContent();
    }

    private Department? Find(Caller caller, string id) =>
        departments.Find(id) is { } department && caller.Reaches(department.Id, department.Jurisdiction) && Issues(caller, department) ? department : null;

    private bool Issues(Caller caller, Department department) =>
        caller.Has(DepartmentRole.Operator) || (profiles.Find(department.Jurisdiction)?.Accounts is { } rule && caller.Has(rule.IssuedBy));

    private async Task<IResult?> DecideAsync(Department department, KeyCommand command, CancellationToken cancellation)
    {
        try
        {
            Decision<KeyEvent> decision = await keys.DecideAsync(department, command, cancellation);
            return decision.Error is { } error ? Problems.Of(error) : null;
        }
        catch (LedgerConflictException)
        {
            return Problems.Of(KeyErrors.Busy);
        }
    }

    private string NewKey()
    {
        Span<byte> bytes = stackalloc byte[KeyText.RandomBytes];
        random.GetBytes(bytes);
        return KeyText.Of(bytes);
    }
}
