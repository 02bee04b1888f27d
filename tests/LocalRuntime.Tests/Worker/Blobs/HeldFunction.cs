using Azure.Storage.Blobs;

namespace EntCredit.LocalRuntime.Tests.Worker.Blobs;

public sealed class HeldFunction(Seen seen, Gate gate)
{
    [Function("Held")]
    public async Task Held([BlobTrigger("uploads/{name}", Connection = "Storage")] BlobClient blob, string name, CancellationToken cancellation)
    {
        seen.Add("begin");
        await gate.WaitAsync(cancellation);
        seen.Add("end");
    }
}
