using System.Security.Cryptography;

namespace EntCredit.Stores.Blobs;

/// <summary>The bodies of what apps post, kept before the ledger is told, each under its own digest: two bodies with one key do not meet.</summary>
public sealed class PostBodies(BlobAreas areas)
{
    /// <summary>Where a body lies in <c>posts/</c>.</summary>
    public static string Path(string department, string batch, string digest) => $"{department}/{batch}/{digest}";

    /// <summary>The digest of a body, lower-case hex.</summary>
    public static string Digest(ReadOnlyMemory<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body.Span));

    /// <summary>Keeps a body. Keeping it again keeps the same.</summary>
    public Task KeepAsync(string department, string batch, string digest, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        areas.Posts.GetBlobClient(Path(department, batch, digest)).UploadAsync(new BinaryData(body), overwrite: true, cancellation);
}
