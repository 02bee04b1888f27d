using System.Runtime.CompilerServices;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>An uploaded file, opened, its header understood: the one composition that uploads and the command line both read through.</summary>
public sealed class CheckedFile : IAsyncDisposable
{
    private readonly DateOnly _receivedOn;
    private readonly DaysFrom1904? _days;

    private CheckedFile(SourceTable table, ResourceItem item, HeaderMapping mapping, DateOnly receivedOn) =>
        (Table, Item, Mapping, _receivedOn, _days) = (table, item, mapping, receivedOn, table.From1904 ? new DaysFrom1904(mapping) : null);

    /// <summary>The table found in the file.</summary>
    public SourceTable Table { get; }

    /// <summary>What the file is about.</summary>
    public ResourceItem Item { get; }

    /// <summary>How its header was understood.</summary>
    public HeaderMapping Mapping { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="stream">The file; seekable, and left open.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="catalogue">The catalogue that describes its item.</param>
    /// <param name="itemCode">The item.</param>
    /// <param name="receivedOn">The legal day on which it was received.</param>
    /// <param name="limits">How much is read before it is refused.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="FileRefusedException">No row of it can be taken (EC3xxx).</exception>
    public static async Task<CheckedFile> OpenAsync(
        Stream stream, string fileName, ResourceCatalogue catalogue, string itemCode, DateOnly receivedOn, FileLimits limits, CancellationToken cancellationToken)
    {
        var item = catalogue.Find(itemCode) ?? throw new FileRefusedException(IntakeErrors.ItemUnknown, itemCode);
        var table = await TableFile.OpenAsync(stream, fileName, limits, cancellationToken, cells => HeaderMapper.Score(item, cells)).ConfigureAwait(false);
        var mapping = HeaderMapper.Map(item, table.Header);
        if (mapping.Usable) return new CheckedFile(table, item, mapping, receivedOn);
        await table.DisposeAsync().ConfigureAwait(false);
        throw new FileRefusedException(IntakeErrors.ColumnsMissing, string.Join("、", mapping.MissingRequired));
    }

    /// <summary>The rows as read, once, as a stream; totals, notes and repeated headers among them are left out and told.</summary>
    /// <param name="told">Told what is left out.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="FileRefusedException">The rest of the file cannot be read.</exception>
    public async IAsyncEnumerable<SourceRow> SourceRowsAsync(Action<Finding> told, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in Table.RowsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (IsLeftOut(row, told)) continue;
            yield return _days?.Of(row) ?? row;
        }
    }

    /// <summary>The rows with what was made of each, once, as a stream.</summary>
    /// <param name="told">Told what is left out.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="FileRefusedException">The rest of the file cannot be read.</exception>
    public async IAsyncEnumerable<CheckedRow> RowsAsync(Action<Finding> told, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var memo = new RowMemo(Mapping);
        await foreach (var read in Table.RowsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (IsLeftOut(read, told)) continue;
            var row = _days?.Of(read) ?? read;
            yield return new CheckedRow(row, RowReader.Read(Item, Mapping, row, _receivedOn, memo));
        }
    }

    private bool IsLeftOut(SourceRow row, Action<Finding> told)
    {
        if (row.OddQuotes) told(new Finding(row.Line, "", "", IntakeErrors.OddQuotes.Code, Severity.Warning, IntakeErrors.OddQuotes.Describe(), IntakeErrors.OddQuotes.Mend));
        if (FooterRows.Told(Mapping, row) is not { } finding) return false;
        told(finding);
        return true;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Table.DisposeAsync();
}
