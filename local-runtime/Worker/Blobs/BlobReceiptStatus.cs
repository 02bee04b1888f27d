namespace EntCredit.LocalRuntime.Worker.Blobs;

/// <summary>How far a receipt is. Below <see cref="Done"/> it is open. The numbers are stored.</summary>
internal enum BlobReceiptStatus
{
    Waiting = 0,
    Running = 1,
    Done = 2,
    Poison = 3,
}
