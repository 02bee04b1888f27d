using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Subjects;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Intake;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Uploads;

/// <summary>The door for files: a department uploads, one batch orchestration starts.</summary>
public sealed class UploadArrived(
    ILedger ledger,
    DepartmentRegister departments,
    JurisdictionProfiles profiles,
    ResourceCatalogue catalogue,
    [FromKeyedServices("legal")] TimeProvider legal,
    [FromKeyedServices("machine")] TimeProvider machine,
    ILogger<UploadArrived> logger)
{
    /// <summary>The metadata by which an upload declares the secrecy review: <c>done</c> or <c>pending</c>.</summary>
    public const string ReviewMetadata = "secrecyreview";

    /// <summary>The metadata that hold the signature over the file's bytes, base64, and the name of its key (C16).</summary>
    public const string SignatureMetadata = "signature", KeyMetadata = "signingkey";

    /// <summary>The metadata by which an upload declares the channel of the profile that it came by (C9).</summary>
    public const string ChannelMetadata = "channel";

    /// <summary>Writes down that the upload arrived, then starts its orchestration. Running it twice changes nothing.</summary>
    [Function("UploadArrived")]
    public async Task RunAsync(
        [BlobTrigger("uploads/{department}/{item}/{file}", Source = BlobTriggerSource.EventGrid, Connection = Composition.StorageConnection)]
        BlobClient blob,
        string department,
        string item,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        BlobProperties properties;
        try
        {
            properties = await blob.GetPropertiesAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return;
        }

        var id = BatchIds.Of(properties.LastModified, blob.Name, properties.ETag.ToString());
        using var scope = LogScope.Begin(logger, ("batch", id), ("department", department));
        var stream = await ledger.LoadAsync(BatchIds.Stream(id), cancellation);
        if (stream.Version == 0)
        {
            var arrived = Arrival(department, item, blob.Name, properties);
            await AppendOnceAsync(new Append(stream.Stream, stream.Stream, 0, [arrived]), cancellation);
            logger.LogInformation("Upload {Path} arrived, {Bytes} bytes", PersonId.MaskIn(blob.Name), arrived.Bytes);
        }

        await client.StartOnceAsync(BatchOrchestrator.Name, new BatchInput(id), Instances.OfBatch(id), cancellation);
    }

    private async Task AppendOnceAsync(Append append, CancellationToken cancellation)
    {
        try
        {
            await ledger.AppendAsync([append], cancellation);
        }
        catch (LedgerConflictException)
        {
            // The same upload was announced twice and the other was first.
        }
    }

    private BatchEvent.Arrived Arrival(string departmentId, string item, string path, BlobProperties properties)
    {
        // Collected is when the content reached storage, not when a queue got to it: its age is taken off the legal now.
        // Machine time is read first: what passes between the two readings must not date the upload a second, or a day, too early.
        var age = Max(machine.GetUtcNow() - properties.LastModified, TimeSpan.Zero);
        var at = legal.GetUtcNow() - age;
        var department = departments.Find(departmentId);
        var (signature, unsigned) = department is null ? (null, null) : SignatureOf(department, properties.Metadata);
        var channel = properties.Metadata.TryGetValue(ChannelMetadata, out var declared) ? declared : null;
        return new BatchEvent.Arrived(
            at,
            departmentId,
            department?.Jurisdiction ?? "national",
            item,
            path,
            properties.ETag.ToString(),
            properties.ContentLength,
            ReviewOf(properties.Metadata))
        {
            Channel = channel,
            Signature = signature,
            Refusal = (RefusalOf(department, departmentId, item, channel, at) ?? (unsigned is null ? null : (unsigned, []))) is { } refusal
                ? new BatchEvent.Refused(at, refusal.Error.Code, refusal.Error.Describe(refusal.Particulars), refusal.Error.Mend)
                : null,
        };
    }

    private (ErrorDefinition Error, object?[] Particulars)? RefusalOf(Department? department, string departmentId, string item, string? channel, DateTimeOffset at)
    {
        if (department is null || !department.ExistsAt(at)) return (BatchErrors.DepartmentUnknown, [departmentId]);
        return ItemRights.RefusalOf(department, item, catalogue) ?? ItemRights.RefusalOf(department, item, channel, profiles);
    }

    private (SubmissionSignature? Signature, ErrorDefinition? Error) SignatureOf(Department department, IDictionary<string, string> metadata) => SubmissionSignature.Read(
        profiles.Find(department.Jurisdiction)?.DigitalSignature.Use ?? SignatureUse.None,
        department,
        metadata.TryGetValue(KeyMetadata, out var key) ? key : null,
        metadata.TryGetValue(SignatureMetadata, out var value) ? value : null,
        machine.GetUtcNow());

    private static bool? ReviewOf(IDictionary<string, string> metadata) => metadata.TryGetValue(ReviewMetadata, out var review)
        ? review.Equals("done", StringComparison.OrdinalIgnoreCase)
        : null;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
