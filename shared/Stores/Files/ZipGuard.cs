using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>
/// Reads an archive to its end before any library does: how many parts, how large they really inflate, how long a cell is, whether a part declares a
/// document type. No length that the archive states is believed.
/// </summary>
internal static class ZipGuard
{
    private const int DirectoryEntry = 0x02014B50;
    private const long RatioFrom = 8L << 20;

    /// <exception cref="FileRefusedException">The archive is damaged or beyond the limits.</exception>
    public static async Task CheckAsync(Stream stream, FileLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            CountEntries(stream, limits.MaxArchiveEntries);
            stream.Position = 0;
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            CheckNames(archive, limits);
            long total = 0;
            foreach (var entry in archive.Entries) total = await InflateAsync(entry, total, limits, null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new FileRefusedException(IntakeErrors.ArchiveDamaged);
        }

        stream.Position = 0;
    }

    /// <summary>Whether an archive's library says by this that the archive is damaged.</summary>
    public static bool IsDamage(Exception e) =>
        e is InvalidDataException or EndOfStreamException or IOException or NotSupportedException or OverflowException or ArgumentException;

    private static void CheckNames(ZipArchive archive, FileLimits limits)
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
    /// <param name="total">The bytes inflated of the archive before.</param>
    /// <param name="limits">How much may come.</param>
    /// <param name="into">Where to, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The bytes inflated of the archive.</returns>
    /// <exception cref="FileRefusedException">It is beyond the limits, or not what the archive says that it is.</exception>
    public static async Task<long> InflateAsync(ZipArchiveEntry entry, long total, FileLimits limits, Stream? into, CancellationToken cancellationToken)
    {
        var shared = entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase);
        var xml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        var buffer = new byte[64 * 1024];
        var crc = new Crc32();
        long size = 0;
        long run = 0;
        var stream = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            var bytes = buffer.AsSpan(0, count);
            if (xml && size == 0 && bytes.IndexOf("<!DOCTYPE"u8) >= 0) throw new FileRefusedException(IntakeErrors.ArchiveUnsafe, "文档类型声明");
            crc.Append(bytes);
            size += count;
            total += count;
            if (total > limits.MaxInflatedBytes || shared && size > limits.MaxSharedStringsBytes)
                throw new FileRefusedException(IntakeErrors.ArchiveBomb, $"上限{(shared ? limits.MaxSharedStringsBytes : limits.MaxInflatedBytes)}字节");
            if (size > RatioFrom && size > limits.MaxInflationRatio * Math.Max(1, entry.CompressedLength))
                throw new FileRefusedException(IntakeErrors.ArchiveBomb, $"压缩比超过{limits.MaxInflationRatio}");
            if (xml && (run = LongestRun(bytes, run, limits.MaxRecordBytes)) > limits.MaxRecordBytes)
                throw new FileRefusedException(IntakeErrors.RecordTooLong, 1, limits.MaxRecordBytes);
            if (into is not null) await WriteAsync(into, buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }

        // The library stops where the stated length ends: a part that states less than it holds would lose its rest unseen.
        if (size != entry.Length || crc.GetCurrentHashAsUInt32() != entry.Crc32) throw new InvalidDataException();
        return total;
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

    // How long the text after the last angle bracket has grown, or more than the limit where one between two brackets was longer.
    private static long LongestRun(ReadOnlySpan<byte> bytes, long run, int limit)
    {
        while (!bytes.IsEmpty)
        {
            var next = bytes.IndexOfAny((byte)'<', (byte)'>');
            if (next < 0) return run + bytes.Length;
            if (run + next > limit) return run + next;
            run = 0;
            bytes = bytes[(next + 1)..];
        }

        return run;
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
