namespace EntCredit.LocalRuntime.Worker.Blobs;

/// <summary>A version of a blob that its function failed for as often as it may.</summary>
internal sealed record PoisonBlob(long Id, string Function, string Container, string Name, string ETag, int Tries, string Error);
