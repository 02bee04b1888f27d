using System.Globalization;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>
/// Days of a workbook that counts them from 1904, in cells that show them as plain numbers: rows are read with numbers counted from 1900, as nearly all
/// workbooks do, and would be four years and a day too early.
/// </summary>
internal sealed class DaysFrom1904(HeaderMapping mapping)
{
    private const int Between = 1462;

    private readonly int[] _columns = [.. mapping.Fields.Where(mapped => mapped.Field.Type == FieldType.Date).Select(mapped => mapped.Column)];

    /// <summary>The row with such numbers counted from 1900.</summary>
    public SourceRow Of(SourceRow row)
    {
        string[]? cells = null;
        foreach (var column in _columns)
        {
            if (column >= row.Cells.Count || !int.TryParse(row.Cells[column].AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day is < 10_000 or > 99_999) continue;
            (cells ??= [.. row.Cells])[column] = (day + Between).ToString(CultureInfo.InvariantCulture);
        }

        return cells is null ? row : row with { Cells = cells };
    }
}
