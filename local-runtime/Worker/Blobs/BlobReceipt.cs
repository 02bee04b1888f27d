namespace EntCredit.LocalRuntime.Worker.Blobs;

/// <summary>One version of one blob that one function was, is or will be run for.</summary>
/// <param name="Seq">Its number, in the order of finding.</param>
/// <param name="Name">The blob's name.</param>
/// <param name="ETag">Which version.</param>
/// <param name="Tries">How often it was begun, this time included.</param>
internal sealed record BlobReceipt(long Seq, string Name, string ETag, int Tries);
