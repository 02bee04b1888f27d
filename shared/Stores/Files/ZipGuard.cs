using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>
/// Looks at an archive before it is read: how many parts, by which names, how large they really inflate, whether a part declares a document type. No length
/// that the archive states is believed.
/// </summary>
internal static class ZipGuard
{
    private const int DirectoryEntry = 0x02014B50;

    /// <summary>Whether an archive's library says by this that the archive is damaged.</summary>
    public static bool IsDamage(Exception e) =>
        e is InvalidDataException or EndOfStreamException or IOException or NotSupportedException or OverflowException or ArgumentException;

    /// <summary>Holds a workbook's parts to the limits by their number and their names.</summary>
    /// <exception cref="FileRefusedException">They are too many, or not those of a workbook.</exception>
    public static void CheckNames(ZipArchive archive, FileLimits limits)
    {
        if (archive.Entries.Count > limits.MaxArchiveEntries)
            throw new FileRefusedException(IntakeErrors.ArchiveCrowded, archive.Entries.Count, limits.MaxArchiveEntries);
        var names = NamesOf(archive);
        var sheets = names.Count(n => n.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) && !n.Contains("/_rels/", StringComparison.OrdinalIgnoreCase) && !n.EndsWith('/'));
        if (sheets > limits.MaxSheets) throw new FileRefusedException(IntakeErrors.ArchiveCrowded, sheets, limits.MaxSheets);
        if (!names.Contains("xl/workbook.xml")) throw new FileRefusedException(IntakeErrors.FormatMismatch, ".xlsx", "其他压缩包");
    }

    /// <summary>The names of an archive's parts, none of which leaves its folder or occurs twice.</summary>
    /// <exception cref="FileRefusedException">One does.</exception>
    public static HashSet<string> NamesOf(ZipArchive archive)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName.Replace('\\', '/');
            if (name.StartsWith('/') || name.Contains(':') || name.Split('/').Contains("..", StringComparer.Ordinal))
                throw new FileRefusedException(IntakeErrors.ArchiveUnsafe, "部件路径越界");
            if (!names.Add(name)) throw new FileRefusedException(IntakeErrors.ArchiveUnsafe, "部件重名");
        }

        return names;
    }

    /// <summary>Inflates a part, really counted, into nothing or into a stream.</summary>
    /// <param name="entry">The part.</param>
    /// <param name="guard">Counts what the archive inflates to.</param>
    /// <param name="into">Where to, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="FileRefusedException">It is beyond the limits.</exception>
    /// <exception cref="InvalidDataException">It is not what the archive says that it is.</exception>
    public static async Task InflateAsync(ZipArchiveEntry entry, PartGuard guard, Stream? into, CancellationToken cancellationToken)
    {
        var xml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        var buffer = new byte[64 * 1024];
        var first = true;
        var stream = await guard.OpenAsync(entry, cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (xml && first && buffer.AsSpan(0, count).IndexOf("<!DOCTYPE"u8) >= 0) throw new FileRefusedException(IntakeErrors.ArchiveUnsafe, "文档类型声明");
            first = false;
            if (into is not null) await WriteAsync(into, buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }
    }

    // A full disk is no fault of the archive: it is told as what it is, and tried again.
    private static async ValueTask WriteAsync(Stream into, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await into.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException full)
        {
            throw new InvalidOperationException("The temporary file cannot be written.", full);
        }
    }

    /// <summary>Counts the parts: the library reads the whole directory into memory before it can be asked how long it is.</summary>
    /// <exception cref="FileRefusedException">They are too many.</exception>
    /// <exception cref="InvalidDataException">There is no directory.</exception>
    public static void CountEntries(Stream stream, int limit)
    {
        var tail = new byte[Math.Min(stream.Length, 22 + 65535 + 20)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + 22 > tail.Length) throw new InvalidDataException();
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        // A workbook under the size limit needs no 64-bit directory.
        if (offset == uint.MaxValue) throw new InvalidDataException();
        var header = new byte[46];
        for (var count = 0; offset + header.Length <= stream.Length; count++)
        {
            stream.Position = offset;
            stream.ReadExactly(header);
            if (BinaryPrimitives.ReadInt32LittleEndian(header) != DirectoryEntry) return;
            if (count >= limit) throw new FileRefusedException(IntakeErrors.ArchiveCrowded, count + 1, limit);
            offset += header.Length + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28)) +
                BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32));
        }
    }
}
