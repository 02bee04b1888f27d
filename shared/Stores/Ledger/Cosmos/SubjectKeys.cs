using System.Security.Cryptography;

namespace EntCredit.Stores.Ledger.Cosmos;

/// <summary>
/// The keys of personal data, one for each partition, in a container of their own. Read before each use: a key that was remembered could have been destroyed. A backup of the account
/// keeps a destroyed key for as long as it is kept itself.
/// </summary>
internal sealed class SubjectKeys(CosmosDocuments documents, RandomNumberGenerator random)
{
    /// <summary>A partition's key, made where there is none.</summary>
    public async Task<SubjectKeyDocument> OfAsync(string partition, CancellationToken cancellation)
    {
        var persistence = new Persistence();
        while (true)
        {
            if (await documents.FindAsync<SubjectKeyDocument>(partition, partition, cancellation) is { } known) return known;
            var made = new SubjectKeyDocument(partition, Convert.ToHexStringLower(Bytes(8)), Convert.ToBase64String(Bytes(SealedPersonal.KeyBytes)));
            if (persistence.IsDone(await documents.CreateAsync(partition, made))) return made;
        }
    }

    /// <summary>One of a partition's keys, or null where it was destroyed.</summary>
    public async Task<byte[]?> FindAsync(string partition, string number, CancellationToken cancellation) =>
        await documents.FindAsync<SubjectKeyDocument>(partition, partition, cancellation) is { } known && known.Number == number ? Convert.FromBase64String(known.Key) : null;

    /// <summary>Destroys a partition's key. True where there was one.</summary>
    public Task<bool> DestroyAsync(string partition, CancellationToken cancellation) => documents.DeleteAsync(partition, partition, cancellation);

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.GetBytes(bytes);
        return bytes;
    }
}
