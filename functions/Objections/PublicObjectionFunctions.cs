using System.Security.Cryptography;
using System.Text;
using EntCredit.Domain.Objections;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Functions.Pages;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Objections;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Objections;

/// <summary>
/// 公民、法人和其他组织认为公示信息存在问题的,可以提出书面异议申请,并提供相关证明材料 (界政办〔2020〕5号 五(七)): without an account, by a case number and a secret.
/// </summary>
public sealed class PublicObjectionFunctions(ILedger ledger, ObjectionCounter counter, ObjectionDesk desk, IObligationBook obligations)
{
    /// <summary>The header that carries the secret.</summary>
    public const string SecretHeader = "X-Case-Secret";

    private static readonly byte[] Nobody = new byte[SHA256.HashSizeInBytes];

    /// <summary>Hands an objection in; the answer is told once.</summary>
    [Function("LodgeObjection")]
    [Public]
    [BodyLimit(FilingReader.MostBytesOfJson)]
    [BodyType("application/json", "multipart/form-data")]
    [Takes(typeof(FilingRequest), MediaType = "application/json, multipart/form-data")]
    [Answers(201, typeof(LodgedObjection), MediaType = "application/json, text/html")]
    [Fails("EC1005", "EC13*", "EC40*", "EC41*")]
    public async Task<IResult> LodgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/public/objections")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var (filing, refusal) = await FilingReader.ReadAsync(request, null, true, cancellation);
        if (filing is null) return refusal!;
        var answer = await counter.LodgeAsync(filing, client, cancellation);
        if (answer.Error is { } error) return Problems.Of(error);
        var location = "/api/v1/public/objections/" + answer.Case;
        request.HttpContext.Response.Headers.Location = location;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return request.HasFormContentType && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? Results.Text(ObjectionPage.Taken(answer.Case!, answer.Secret!), "text/html; charset=utf-8", Encoding.UTF8, StatusCodes.Status201Created)
            : Results.Json(new LodgedObjection(answer.Case!, answer.Secret!, location), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>How far one's objection has come.</summary>
    [Function("GetOwnObjection")]
    [Public]
    [Parameter("case", "案号")]
    [Parameter(SecretHeader, "查询密码", Header = true, Required = true)]
    [Answers(200, typeof(OwnObjectionDocument), Versioned = true)]
    [Fails("EC1306")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/public/objections/{case}")] HttpRequest request,
        string @case,
        CancellationToken cancellation)
    {
        if (await OwnAsync(request, @case, cancellation) is not { } stream) return Problems.Of(FilingErrors.NotYours);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        VersionTag.Set(request, stream.Version);
        return ApiJson.Ok(OwnObjectionDocument.Of(@case, [.. stream.Events.Cast<ObjectionEvent>()], await obligations.AboutAsync(stream.Stream, cancellation)));
    }

    /// <summary>Takes one's objection back.</summary>
    [Function("WithdrawObjection")]
    [Public]
    [Parameter("case", "案号")]
    [Parameter(SecretHeader, "查询密码", Header = true, Required = true)]
    [Parameter("If-Match", "读取时的 ETag：其后已有变化的不予办理", Header = true)]
    [Answers(200, typeof(WithdrawnObjection), Versioned = true)]
    [Fails("EC1306", "EC1307", "EC41*")]
    public async Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/public/objections/{case}/withdraw")] HttpRequest request,
        string @case,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (await OwnAsync(request, @case, cancellation) is null) return Problems.Of(FilingErrors.NotYours);
        var answer = await desk.ActAsync(@case, VersionTag.Expected(request), at => new ObjectionCommand.Withdraw(at, "申请人撤回"), client, cancellation);
        VersionTag.Set(request, answer.Version);
        if (answer.Stale) return Problems.Of(FilingErrors.Stale);
        return answer.Error is { } error ? Problems.Of(error) : ApiJson.Ok(new WithdrawnObjection(@case, answer.State.Phase));
    }

    // An unknown case takes the same way as a wrong secret.
    private async Task<LoadedStream?> OwnAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(Instances.OfObjection(id), cancellation);
        var kept = Objection.Fold(stream.Events.Cast<ObjectionEvent>()).SecretSha256;
        var presented = Convert.FromHexString(ObjectionCounter.SecretOf(request.Headers[SecretHeader].ToString()));
        var same = CryptographicOperations.FixedTimeEquals(presented, kept is null ? Nobody : Convert.FromHexString(kept));
        return same & kept is not null ? stream : null;
    }
}
