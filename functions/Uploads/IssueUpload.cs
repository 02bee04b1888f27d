using System.Text.Json;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Intake;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Stores.Files;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Uploads;

/// <summary>Gives a department a link to upload one file. Whose it is, is said by its key, never by what it asks for.</summary>
public sealed class IssueUpload(ResourceCatalogue catalogue, UploadLinks links)
{
    private const int MostBytes = 4096;

    /// <summary>A link that creates one blob, once.</summary>
    [Function("IssueUpload")]
    [Access(Reach.Own, DepartmentRole.Provider, DepartmentRole.Registrar)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/uploads")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (await ReadAsync(request, cancellation) is not { Item: { } item, FileName: { } file } asked)
            return Problems.Of(SystemErrors.Parameter, "item, fileName", "请求内容应为含 item 和 fileName 的 JSON 对象");
        if (asked.SecrecyReview is not (null or "done" or "pending")) return Problems.Of(SystemErrors.Parameter, "secrecyReview", "应为 done 或 pending");
        if (ItemRights.RefusalOf(caller.Department, item, catalogue) is { } refusal) return Problems.Of(refusal.Error, refusal.Particulars);
        if (!UploadName.IsUsable(file)) return Problems.Of(PostErrors.FileName, file.Length <= 120 ? file : file[..120] + "…");
        if (asked.ContentLength > FileLimits.Default.MaxBytes)
            return Problems.Of(IntakeErrors.FileTooLarge, asked.ContentLength, FileLimits.Default.MaxBytes);

        var path = UploadName.BlobOf(caller.Id, item, file, context.InvocationId);
        var (url, expires) = await links.CreateAsync(path, cancellation);
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["x-ms-blob-type"] = "BlockBlob" };
        if (asked.SecrecyReview is { } review) headers["x-ms-meta-" + UploadArrived.ReviewMetadata] = review;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(
            new IssuedUpload("PUT", url.AbsoluteUri, headers, expires, path, "/api/v1/batches?path=" + Uri.EscapeDataString(path)),
            ApiJson.Options,
            statusCode: StatusCodes.Status201Created);
    }

    private static async Task<Asked?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (await BoundedBody.ReadAsync(request, MostBytes, cancellation) is not { } body) return null;
        try
        {
            return JsonSerializer.Deserialize<Asked>(body.Span, ApiJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Asked(string? Item, string? FileName, long? ContentLength, string? SecrecyReview);
}

/// <summary>A link to upload one file.</summary>
/// <param name="Method">The HTTP method to use.</param>
/// <param name="Url">Where to.</param>
/// <param name="Headers">Headers that the request must carry.</param>
/// <param name="ExpiresAt">When the link ends.</param>
/// <param name="Path">The blob's path in <c>uploads/</c>.</param>
/// <param name="Batches">Where its batch is seen, soon after the file has come.</param>
public sealed record IssuedUpload(
    string Method, string Url, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt, string Path, string Batches);
