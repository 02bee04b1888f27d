using EntCredit.Domain.Batches;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Stores.Files;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Uploads;

/// <summary>Gives a department a link to upload one file. Whose it is, is said by its key, never by what it asks for.</summary>
public sealed class IssueUpload(ResourceCatalogue catalogue, JurisdictionProfiles profiles, UploadLinks links, FileLimits limits)
{
    /// <summary>A link that creates one blob, once.</summary>
    [Function("IssueUpload")]
    [Access(Reach.Own, DepartmentRole.Provider, DepartmentRole.Registrar)]
    [Takes(typeof(UploadRequest))]
    [Answers(201, typeof(IssuedUpload))]
    [Fails("EC1005", "EC3002", "EC3016", "EC3102", "EC3112", "EC3301")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/uploads")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var body = await Bodies.ReadAsync<UploadRequest>(request, cancellation);
        if (body.Value is not { } asked) return body.Refusal!;
        var (item, file) = (asked.Item, asked.FileName);
        if (asked.SecrecyReview is not (null or "done" or "pending")) return Problems.Of(SystemErrors.Parameter, "secrecyReview", "应为 done 或 pending");
        if (ItemRights.RefusalOf(caller.Department, item, catalogue) is { } refusal) return Problems.Of(refusal.Error, refusal.Particulars);
        if (ItemRights.RefusalOf(caller.Department, item, asked.Channel, profiles) is { } misrouted) return Problems.Of(misrouted.Error, misrouted.Particulars);
        if (!UploadName.IsUsable(file)) return Problems.Of(PostErrors.FileName, file.Length <= 120 ? file : file[..120] + "…");
        if (asked.ContentLength > limits.MaxBytes)
            return Problems.Of(IntakeErrors.FileTooLarge, asked.ContentLength, limits.MaxBytes);

        var path = UploadName.BlobOf(caller.Id, item, file, context.InvocationId);
        var (url, expires) = await links.CreateAsync(path, cancellation);
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["x-ms-blob-type"] = "BlockBlob" };
        if (asked.SecrecyReview is { } review) headers["x-ms-meta-" + UploadArrived.ReviewMetadata] = review;
        if (asked.Channel is { } channel) headers["x-ms-meta-" + UploadArrived.ChannelMetadata] = channel;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(
            new IssuedUpload("PUT", url.AbsoluteUri, headers, expires, path, "/api/v1/batches?path=" + Uri.EscapeDataString(path)),
            ApiJson.Options,
            statusCode: StatusCodes.Status201Created);
    }
}

/// <summary>A file that a department means to upload.</summary>
/// <param name="Item">The catalogue item.</param>
/// <param name="FileName">The file's name alone.</param>
/// <param name="ContentLength">Its bytes, or null.</param>
/// <param name="SecrecyReview">done or pending, or null where the file itself says it.</param>
/// <param name="Channel">The profile's channel that it comes by, or null for the one of files.</param>
public sealed record UploadRequest(string Item, string FileName, long? ContentLength = null, string? SecrecyReview = null, string? Channel = null);

/// <summary>A link to upload one file.</summary>
/// <param name="Method">The HTTP method to use.</param>
/// <param name="Url">Where to.</param>
/// <param name="Headers">Headers that the request must carry.</param>
/// <param name="ExpiresAt">When the link ends.</param>
/// <param name="Path">The blob's path in <c>uploads/</c>.</param>
/// <param name="Batches">Where its batch is seen, soon after the file has come.</param>
public sealed record IssuedUpload(
    string Method, string Url, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt, string Path, string Batches);
