using System.IO.Compression;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>Opens the parts of one archive, and counts what they really inflate to, all together.</summary>
internal sealed class PartGuard(FileLimits limits)
{
    private const long RatioFrom = 8L << 20;
    private long _total;

    /// <summary>Opens a part: reading it beyond the limits is refused, and at its end it must be what the archive says that it is.</summary>
    public async ValueTask<Stream> OpenAsync(ZipArchiveEntry entry, CancellationToken cancellationToken) =>
        new GuardedPart(await entry.OpenAsync(cancellationToken).ConfigureAwait(false), entry, this);

    /// <summary>Opens a part.</summary>
    public Stream Open(ZipArchiveEntry entry) => new GuardedPart(entry.Open(), entry, this);

    /// <summary>Told that a part has grown.</summary>
    /// <exception cref="FileRefusedException">It is beyond the limits.</exception>
    public void Count(ZipArchiveEntry entry, int count, long size)
    {
        _total += count;
        if (_total > limits.MaxInflatedBytes) throw new FileRefusedException(IntakeErrors.ArchiveBomb, $"上限{limits.MaxInflatedBytes}字节");
        if (size > RatioFrom && size > limits.MaxInflationRatio * Math.Max(1, entry.CompressedLength))
            throw new FileRefusedException(IntakeErrors.ArchiveBomb, $"压缩比超过{limits.MaxInflationRatio}");
    }
}
