using System.Buffers;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Intake;

/// <summary>Lines that stand among the rows and are no records: totals, signatures and notes below the table, and headers that a printout repeats.</summary>
public static class FooterRows
{
    // The shortest number that names anybody.
    private const int LeastNumber = 9;

    private static readonly FieldRole[] Identifying = [FieldRole.CreditCode, FieldRole.RegistrationNumber, FieldRole.DocumentNumber, FieldRole.DecidedOn];

    private static readonly HashSet<string> Totals = new(StringComparer.Ordinal)
    {
        "合计", "总计", "共计", "小计", "总合计", "本页合计", "本页小计", "累计", "合计数", "总数",
    };

    private static readonly string[] Notes =
    [
        "注:", "备注:", "说明:", "填报说明", "填表说明", "填报单位", "填报人", "填报日期", "填表人", "填表日期", "填表单位", "制表人", "制表日期", "制表单位", "制表:", "审核人", "审核:", "复核人",
        "联系人", "联系电话", "负责人:", "单位负责人", "单位(盖章)", "盖章", "报送单位", "报送日期", "打印日期", "打印时间", "导出时间", "导出日期", "数据来源:", "以上", "第", "共",
    ];

    private static readonly SearchValues<char> Openers = SearchValues.Create([.. Totals.Concat(Notes).Select(word => word[0]).Append('(').Distinct()]);

    /// <summary>What such a line is told of, or null where the line is to be read as a row.</summary>
    /// <param name="mapping">How the header was understood.</param>
    /// <param name="row">The line.</param>
    public static Finding? Told(HeaderMapping mapping, SourceRow row)
    {
        if (FirstOf(row, out var at) is not { } first) return null;
        if (at < mapping.Columns.Count && string.Equals(mapping.Columns[at].Header, first, StringComparison.Ordinal) && IsHeader(mapping, row))
            return Of(row, IntakeErrors.HeaderRepeated, "");
        // Nearly every row ends here.
        if (!Openers.Contains(first[0]) && first[0] < '\uFF00') return null;
        var text = Bare(first);
        if (text.Length == 0 || !IsTotal(text) && !IsNote(text, row) || Identifying.Any(role => Says(mapping, row, role))) return null;
        return Of(row, IntakeErrors.FooterSkipped, PersonId.MaskIn(first.Length <= 40 ? first : first[..40] + "…"));
    }

    private static string? FirstOf(SourceRow row, out int at)
    {
        for (at = 0; at < row.Cells.Count; at++)
            if (!string.IsNullOrWhiteSpace(row.Cells[at])) return row.Cells[at].Trim();
        return null;
    }

    private static bool IsHeader(HeaderMapping mapping, SourceRow row) =>
        mapping.Columns.Count(column => column.Header.Length > 0) >= 2
        && mapping.Columns.All(column => column.Index < row.Cells.Count && string.Equals(column.Header, row.Cells[column.Index].Trim(), StringComparison.Ordinal));

    private static bool IsTotal(string text) => Totals.Contains(text.TrimEnd(':', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '条', '家', '户', '件', '项', '笔'));

    // A note speaks in a cell or two of its own; a row with more is read, and told what it lacks.
    private static bool IsNote(string text, SourceRow row) =>
        row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) <= 3
        && Notes.Any(note => text.StartsWith(note, StringComparison.Ordinal))
        && (text[0] is not ('第' or '共') || text.EndsWith('页') || text.EndsWith('条'));

    private static bool Says(HeaderMapping mapping, SourceRow row, FieldRole role) =>
        mapping.ByRole(role) is { } mapped && mapped.Column < row.Cells.Count && CellText.Of(row.Cells[mapped.Column]).Text is { Length: > 0 } said
        // A total may stand in any column.
        && (said.Length >= LeastNumber || said.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or ',')))
        && !Notes.Any(note => Bare(said).StartsWith(note, StringComparison.Ordinal));

    private static string Bare(string cell) =>
        string.Concat(IdentifierText.FoldWidth(cell).Where(c => !char.IsWhiteSpace(c)));

    private static Finding Of(SourceRow row, Errors.ErrorDefinition error, string value) =>
        new(row.Line, "", value, error.Code, Severity.Warning, error.Describe(value), error.Mend);
}
