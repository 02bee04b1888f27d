using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>Opens what departments upload: what it is, is found from its bytes.</summary>
public static class TableFile
{
    /// <summary>Opens a file as a table.</summary>
    /// <param name="stream">The file; seekable, and left open.</param>
    /// <param name="fileName">Its name; its extension must fit its content.</param>
    /// <param name="limits">How much is read before it is refused.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <param name="headerScore">How many cells of a row are known headers, to tell the header from titles above it; without it a guess.</param>
    /// <exception cref="FileRefusedException">It is no table that can be read.</exception>
    public static async Task<SourceTable> OpenAsync(
        Stream stream, string fileName, FileLimits limits, CancellationToken cancellationToken, Func<IReadOnlyList<string>, int>? headerScore = null)
    {
        if (stream.Length == 0) throw new FileRefusedException(IntakeErrors.FileEmpty);
        if (stream.Length > limits.MaxBytes) throw new FileRefusedException(IntakeErrors.FileTooLarge, stream.Length, limits.MaxBytes);
        var format = await FileFormat.FindAsync(stream, fileName, cancellationToken).ConfigureAwait(false);
        stream.Position = 0;
        if (format == FileFormat.Zip) return await ArchiveTable.OpenAsync(stream, limits, headerScore, cancellationToken).ConfigureAwait(false);
        if (format is FileFormat.Xlsx or FileFormat.Xls)
        {
            if (stream.Length > limits.MaxWorkbookBytes) throw new FileRefusedException(IntakeErrors.FileTooLarge, stream.Length, limits.MaxWorkbookBytes);
            return await WorkbookTable.OpenAsync(stream, format, limits, headerScore, cancellationToken).ConfigureAwait(false);
        }

        var encoding = await EncodingProbe.FindAsync(stream, cancellationToken).ConfigureAwait(false);
        stream.Position = 0;
        if (format == FileFormat.Json) return await JsonTable.OpenAsync(stream, encoding, limits, headerScore, cancellationToken).ConfigureAwait(false);
        return await TextTable.OpenAsync(stream, encoding, limits, headerScore, cancellationToken).ConfigureAwait(false);
    }
}
