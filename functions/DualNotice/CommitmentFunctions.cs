using System.Security.Cryptography;
using EntCredit.Domain.Departments;
using EntCredit.Domain.DualNotice;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.Objections;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Blobs;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.DualNotice;

/// <summary>
/// 由申请人作出在取得审批前不擅自从事经营活动的书面承诺 (新会区方案 四(一)1; D2): the paper that the applicant was given and signed (告知承诺书), as a file. The fact is its digest, written when
/// the applicant was told; the file is what has that digest, and cannot be exchanged.
/// </summary>
public sealed class CommitmentFunctions(NoticeDoor door, EvidenceStore files)
{
    /// <summary>The registrar hands the file in: PDF, JPEG or PNG, at most 5 MB, of the digest that was written down. Again is the same.</summary>
    [Function("PutCommitment")]
    [Access(Reach.Own, DepartmentRole.Registrar)]
    [BodyLimit((FilingReader.MostBytesOfAFile / 3 * 4) + 1024)]
    [Parameter("id", "案件编号")]
    [Takes(typeof(FilingFile))]
    [Answers(204)]
    [Fails("EC1305", "EC1503", "EC4401", "EC4403", "EC4417")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/dual-notices/{id}/commitment")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        if (await door.FindAsync(caller, id, cancellation) is not { } found) return Problems.Of(NoticeErrors.Unknown);
        if (found.State.About!.Registrar != caller.Id) return Problems.Of(NoticeErrors.NotRegistrar);
        var body = await Bodies.ReadAsync<FilingFile>(request, cancellation);
        if (body.Value is not { } file) return body.Refusal!;
        var bytes = new byte[file.Content.Length];
        if (!Convert.TryFromBase64String(file.Content, bytes, out var length)) return Problems.Of(CaseErrors.Body, "content：Base64");
        Array.Resize(ref bytes, length);
        if (FilingReader.TypeOf(bytes) is not { } type) return Problems.Of(FilingErrors.FileType, 1);
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (digest != found.State.Commitment) return Problems.Of(NoticeErrors.CommitmentUnlike);
        await files.PutAsync(Instances.OfNotice(id), digest, type, new BinaryData(bytes), cancellation);
        return Results.NoContent();
    }

    /// <summary>The file, for whoever the notice is there for.</summary>
    [Function("GetCommitment")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("id", "案件编号")]
    [Answers(200, MediaType = "application/pdf, image/jpeg, image/png")]
    [Fails("EC1006", "EC4401")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/dual-notices/{id}/commitment")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await door.FindAsync(Callers.Of(request), id, cancellation) is not { } found) return Problems.Of(NoticeErrors.Unknown);
        return found.State.Commitment is { } digest && await files.OpenAsync(Instances.OfNotice(id), digest, cancellation) is { } file
            ? Results.Stream(file.Content, file.MediaType, digest + FilingReader.ExtensionOf(file.MediaType))
            : Problems.Of(SystemErrors.NotThere, id);
    }
}
