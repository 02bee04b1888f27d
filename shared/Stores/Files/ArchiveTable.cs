using System.IO.Compression;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>The one table that an archive brings, inflated to the disk.</summary>
internal sealed class ArchiveTable : SourceTable
{
    private const int Named = 5;
    private readonly SourceTable _table;
    private readonly FileStream _file;

    private ArchiveTable(SourceTable table, FileStream file) => (_table, _file) = (table, file);

    public override IReadOnlyList<string> Header => _table.Header;

    public override int HeaderLine => _table.HeaderLine;

    public override string Format => _table.Format;

    public override string? Encoding => _table.Encoding;

    public override bool From1904 => _table.From1904;

    public override long BytesRead => _table.BytesRead;

    public static async Task<ArchiveTable> OpenAsync(Stream stream, FileLimits limits, Func<IReadOnlyList<string>, int>? headerScore, CancellationToken cancellationToken)
    {
        var file = TemporaryFile.Create();
        try
        {
            var name = await ExtractAsync(stream, file, limits, cancellationToken).ConfigureAwait(false);
            var table = await TableFile.OpenAsync(file, name, limits, cancellationToken, headerScore).ConfigureAwait(false);
            return new ArchiveTable(table, file);
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override IAsyncEnumerable<SourceRow> RowsAsync(CancellationToken cancellationToken) => _table.RowsAsync(cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await _table.DisposeAsync().ConfigureAwait(false);
        await _file.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<string> ExtractAsync(Stream stream, FileStream file, FileLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            ZipGuard.CountEntries(stream, limits.MaxArchiveEntries);
            stream.Position = 0;
            // Names without the mark of UTF-8 are those of a Chinese Windows.
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, EncodingProbe.Gb18030);
            ZipGuard.NamesOf(archive);
            var entry = TableOf(archive);
            if (entry.IsEncrypted) throw new FileRefusedException(IntakeErrors.ArchiveLocked);
            await ZipGuard.InflateAsync(entry, new PartGuard(limits with { MaxInflatedBytes = limits.MaxBytes }), file, cancellationToken).ConfigureAwait(false);
            await file.FlushAsync(cancellationToken).ConfigureAwait(false);
            return entry.Name;
        }
        catch (Exception e) when (ZipGuard.IsDamage(e))
        {
            throw new FileRefusedException(IntakeErrors.ArchiveDamaged);
        }
    }

    private static ZipArchiveEntry TableOf(ZipArchive archive)
    {
        var tables = archive.Entries.Where(entry => FileFormat.IsTable(entry.Name) && entry.Name[0] != '.' && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)).ToList();
        return tables switch
        {
            [var one] => one,
            [] => throw new FileRefusedException(IntakeErrors.ArchiveWithoutTable),
            _ => throw new FileRefusedException(IntakeErrors.SeveralFiles, tables.Count, string.Join('、', tables.Take(Named).Select(entry => Cut(entry.Name))) + (tables.Count > Named ? "…" : "")),
        };
    }

    private static string Cut(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
