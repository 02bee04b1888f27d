using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Receipts;

/// <summary>
/// The refused rows as a table, with the original columns behind the findings: corrected in place and sent again, each row keeps its identity by its 记录编号.
/// </summary>
internal sealed class ReceiptRows
{
    private static readonly string[] Own = ["记录编号", "更正期限", "原文件行号", "问题栏目", "填报内容", "错误编号", "问题说明", "更正办法"];

    private readonly List<(int Index, string Header)> _columns;
    private readonly int _width;

    public ReceiptRows(HeaderMapping? mapping) => (_columns, _width) = (Original(mapping), mapping?.Columns.Count ?? 0);

    /// <summary>The header.</summary>
    public IReadOnlyList<string> Header => [.. Own, .. _columns.Select(column => column.Header)];

    /// <summary>Why the file as a whole was refused, as a row.</summary>
    public static IReadOnlyList<string> Of(FileRefusal refusal) => ["", "", "", "", "", refusal.Code, refusal.Message, refusal.Mend];

    /// <summary>A refused row.</summary>
    public IReadOnlyList<string> Of(RefusedRow row)
    {
        var errors = row.Findings.Where(found => found.Severity == Severity.Error).ToList();
        return
        [
            row.RecordId ?? "",
            row.CorrectionDue?.ToString("yyyy-MM-dd") ?? "",
            $"{row.Line}",
            Join(errors, found => found.Column),
            Join(errors, found => found.Value),
            Join(errors, found => found.Code),
            Join(errors, found => found.Message),
            Join(errors, found => found.Mend),
            .. _columns.Select(column => column.Index < row.Cells.Count ? row.Cells[column.Index] : ""),
            .. row.Cells.Skip(_width),
        ];
    }

    // A receipt that came back and was refused again brings its own columns: they are written anew.
    private static List<(int Index, string Header)> Original(HeaderMapping? mapping)
    {
        if (mapping is null) return [];
        var own = mapping.Fields.Where(f => f.Field.Role is FieldRole.ReceiptColumn or FieldRole.Mends).Select(f => f.Column).ToHashSet();
        return [.. mapping.Columns.Where(c => !own.Contains(c.Index)).Select(c => (c.Index, c.Header))];
    }

    private static string Join(List<Finding> findings, Func<Finding, string> part) => string.Join('；', findings.Select(part).Where(p => p.Length > 0));
}
