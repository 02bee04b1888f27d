using EntCredit.Domain.Batches;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Subjects;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Operations;

/// <summary>The files that were refused as a whole.</summary>
public sealed class QuarantineFunctions(BlobAreas areas, ILedger ledger)
{
    private const int PageSize = 100;

    /// <summary>By department and age, each with its reason. The department was told by its receipt and sends a mended file: nothing here is run again.</summary>
    [Function("ListQuarantine")]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("after", "上一页的 next")]
    [Answers(200, typeof(QuarantinePage))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/operations/quarantine")] HttpRequest request, CancellationToken cancellation)
    {
        // By name, not by the storage's own marker, which a stranger could make up.
        var after = request.Query["after"].ToString();
        var names = new List<(string Department, string Batch)>();
        await foreach (var blob in areas.Quarantine.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (string.CompareOrdinal(blob.Name, after) <= 0 || blob.Name.Split('/') is not [var department, var batch]) continue;
            names.Add((department, batch));
            if (names.Count == PageSize) break;
        }

        var streams = await ledger.LoadManyAsync([.. names.Select(name => BatchIds.Stream(name.Batch))], cancellation);
        var items = names.Select(name => Of(name.Department, name.Batch, streams[BatchIds.Stream(name.Batch)])).ToList();
        return ApiJson.Ok(new QuarantinePage(items, items.Count == PageSize ? $"{names[^1].Department}/{names[^1].Batch}" : null));
    }

    private static QuarantinedFile Of(string department, string batch, LoadedStream stream)
    {
        var arrived = stream.Events.OfType<BatchEvent.Arrived>().FirstOrDefault();
        var refused = stream.Events.OfType<BatchEvent.Refused>().FirstOrDefault();
        return new QuarantinedFile(department, batch, PersonId.MaskIn(arrived?.Path ?? ""), arrived?.Bytes ?? 0, refused?.At, refused?.Code, refused?.Message, refused?.Mend);
    }
}

/// <summary>A page of refused files.</summary>
/// <param name="Items">The files.</param>
/// <param name="Next">The cursor of the next page, or null.</param>
public sealed record QuarantinePage(IReadOnlyList<QuarantinedFile> Items, string? Next);

/// <summary>A file that was refused as a whole.</summary>
/// <param name="Department">Whose.</param>
/// <param name="Batch">The id of its upload.</param>
/// <param name="Path">Where it was uploaded to.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="At">When it was refused; null where that fact is still to come.</param>
/// <param name="Code">The error.</param>
/// <param name="Reason">What is wrong, in Chinese.</param>
/// <param name="Mend">What its department is asked to do.</param>
public sealed record QuarantinedFile(string Department, string Batch, string Path, long Bytes, DateTimeOffset? At, string? Code, string? Reason, string? Mend);
