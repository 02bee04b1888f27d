using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>Reads a whole file and tells what an upload of it would come to, changing nothing.</summary>
public static class FileCheck
{
    /// <summary>Reads every row; duplicates are those within the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="found">Told each finding, line by line.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="FileRefusedException">The rest of the file cannot be read.</exception>
    public static async Task<ReceiptCounts> RunAsync(CheckedFile file, Action<Finding> found, CancellationToken cancellationToken)
    {
        var duplicates = new DuplicateFilter();
        var counts = new ReceiptCounts(0, 0, 0, 0, 0, 0);
        await foreach (var (source, reading) in file.RowsAsync(found, cancellationToken).ConfigureAwait(false))
        {
            foreach (var finding in reading.Findings) found(finding);
            counts = counts with { Rows = counts.Rows + 1 };
            if (!reading.Accepted)
            {
                counts = counts with { Refused = counts.Refused + 1 };
                continue;
            }

            if (duplicates.FirstLineOf(reading, out var conflict) is { } first)
            {
                found(Told(IntakeErrors.DuplicateInFile, source.Line, first));
                counts = counts with { Duplicates = counts.Duplicates + 1 };
                continue;
            }

            if (conflict is { } other) found(Told(IntakeErrors.ConflictInFile, source.Line, other));
            counts = counts with
            {
                Accepted = counts.Accepted + 1,
                Warned = counts.Warned + (reading.Findings.Count > 0 || conflict is not null ? 1 : 0),
                Mended = counts.Mended + (reading.Content.Mends is null ? 0 : 1),
            };
        }

        return counts.Rows > 0 ? counts : throw new FileRefusedException(IntakeErrors.NoRows);
    }

    private static Finding Told(Domain.Errors.ErrorDefinition error, int line, int earlier) =>
        new(line, "", "", error.Code, Severity.Warning, error.Describe(earlier), error.Mend);
}
