using System.Security.Cryptography;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.Objections;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations.Departments;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Departments;

/// <summary>A department, court or bank without an account applies for one (C14), follows its application by number and secret, and fetches its key.</summary>
public sealed class PublicAccountFunctions(AccountDesk desk, CaseReplies replies)
{
    private static readonly byte[] Nobody = new byte[SHA256.HashSizeInBytes];

    /// <summary>Hands an application in; the secret is told once.</summary>
    [Function("ApplyForAccount")]
    [Public]
    [Takes(typeof(AccountBody))]
    [Answers(201, typeof(LodgedAccount))]
    [Fails("EC1211", "EC1212", "EC15*")]
    public async Task<IResult> ApplyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/public/accounts")] HttpRequest request, CancellationToken cancellation)
    {
        var (body, refusal) = await CaseBody.ReadAsync<AccountBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var answer = await desk.ApplyAsync(
            body!.Jurisdiction,
            (now, digest) => new AccountCommand.Apply(
                now, body.Jurisdiction, body.Name.Trim(), body.Level, body.Role, body.Purpose.Trim(), new AccountContact(body.ContactName.Trim(), body.ContactPhone.Trim()), digest),
            cancellation);
        if (answer.Error is { } error) return Problems.Of(error);
        var status = "/api/v1/public/accounts/" + answer.Id;
        request.HttpContext.Response.Headers.Location = status;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(new LodgedAccount(answer.Id!, answer.Secret!, status), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>How far one's application has come.</summary>
    [Function("GetOwnAccount")]
    [Public]
    [Parameter("id", "申请编号")]
    [Parameter(PublicObjectionFunctions.SecretHeader, "查询密码", Header = true, Required = true)]
    [Answers(200, typeof(OwnAccountDocument), Versioned = true)]
    [Fails("EC1306")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/public/accounts/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var found = await desk.LoadAsync(id, cancellation);
        if (!IsOwn(request, found.State)) return Problems.Of(FilingErrors.NotYours);
        var state = found.State;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return CaseReplies.Document(
            request,
            new OwnAccountDocument(
                id,
                state.Phase,
                replies.Department(state.Applied!.With),
                state.Applied.At,
                state.Refusal?.Reason,
                state.Issue is { } issue ? replies.Department(issue.Department) : null,
                state.Issue?.Until),
            found.Version);
    }

    /// <summary>Makes the key of an account that was issued, and shows it this once.</summary>
    [Function("TakeAccountKey")]
    [Public]
    [Parameter("id", "申请编号")]
    [Parameter(PublicObjectionFunctions.SecretHeader, "查询密码", Header = true, Required = true)]
    [Answers(201, typeof(IssuedKey))]
    [Fails("EC1203", "EC1204", "EC1205", "EC1213", "EC1216", "EC1217", "EC1218", "EC1306", "EC15*")]
    public async Task<IResult> TakeKeyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/public/accounts/{id}/key")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var state = (await desk.LoadAsync(id, cancellation)).State;
        if (!IsOwn(request, state)) return Problems.Of(FilingErrors.NotYours);
        var taken = await desk.TakeKeyAsync(id, cancellation);
        if (taken.Error is { } error) return Problems.Of(error);
        var key = taken.Key!;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(
            new IssuedKey(key.Hash[..KeyText.IdDigits], state.Issue!.Department, taken.Text!, key.Label, key.From, key.Until), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    // An unknown application takes the same way as a wrong secret.
    private static bool IsOwn(HttpRequest request, AccountApplication state)
    {
        var presented = Convert.FromHexString(AccountDesk.DigestOf(request.Headers[PublicObjectionFunctions.SecretHeader].ToString()));
        var kept = state.Applied?.SecretSha256;
        return CryptographicOperations.FixedTimeEquals(presented, kept is null ? Nobody : Convert.FromHexString(kept)) & kept is not null;
    }
}
