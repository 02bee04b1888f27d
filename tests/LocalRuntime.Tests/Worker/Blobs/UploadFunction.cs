using Azure.Storage.Blobs;

namespace EntCredit.LocalRuntime.Tests.Worker.Blobs;

public sealed class UploadFunction(Seen seen)
{
    [Function("Upload")]
    public async Task Upload(
        [BlobTrigger("uploads/{department}/{item}/{file}.csv", Source = BlobTriggerSource.EventGrid, Connection = "Storage")] BlobClient blob,
        string department,
        string item,
        string file,
        FunctionContext context,
        CancellationToken cancellation
    )
    {
        string text = (await blob.DownloadContentAsync(cancellation)).Value.Content.ToString();
        seen.Add($"{department} {item} {file} {text}");
        if (text == "wrong" || (text == "wrong twice" && seen.All.Count <= 2))
            throw new InvalidOperationException($"{context.BindingContext.BindingData["blobTrigger"]} is wrong");
    }
}
