using EntCredit.Domain.Catalogue;

namespace EntCredit.Domain.Intake;

/// <summary>Reads a row: normalises what is meant, refuses what is certainly wrong, and warns of what is doubtful.</summary>
public static class RowReader
{
    /// <summary>Reads a row.</summary>
    /// <param name="item">What the file is about.</param>
    /// <param name="mapping">How its header was understood.</param>
    /// <param name="row">The row.</param>
    /// <param name="receivedOn">The legal day on which the file was received: nothing in it can have happened later.</param>
    /// <param name="memo">What earlier rows of the same mapping were read as, or null; the outcome is the same with and without.</param>
    public static RowReading Read(ResourceItem item, HeaderMapping mapping, SourceRow row, DateOnly receivedOn, RowMemo? memo = null)
    {
        var scan = new RowScan(item, mapping, row, receivedOn, memo?.Roles ?? new RoleValue[RowScan.Roles]);
        foreach (var name in mapping.MissingRequired) scan.Refuse(IntakeErrors.RequiredMissing, name, "", name);
        for (var i = mapping.Columns.Count; i < row.Cells.Count; i++)
        {
            if (CellText.Of(row.Cells[i]).Text is not { Length: > 0 } extra) continue;
            scan.Refuse(IntakeErrors.TooManyCells, $"第{i + 1}列", extra, extra);
            break;
        }

        var cells = row.Cells is string[] array ? array : [.. row.Cells];
        foreach (var mapped in mapping.Codes.Read) ReadCell(scan, mapped, mapped.Column < cells.Length ? cells[mapped.Column] : "", memo);

        SubjectRules.Apply(scan, mapping);
        RequirementRules.Apply(scan, mapping);
        DateRules.Apply(scan);
        return new RowReading(row.Line, ContentOf(scan), scan.Findings);
    }

    private static void ReadCell(RowScan scan, MappedField mapped, string raw, RowMemo? memo)
    {
        var role = mapped.Field.Role;
        if (memo?.Find(mapped, raw) is { } known)
        {
            scan.Fields[mapped.Place] = known.Kept;
            if (role != FieldRole.None) scan[role] = known;
            return;
        }

        var cell = CellText.Of(raw);
        var found = scan.Findings.Count;
        var value = new RoleValue(mapped, raw, "", cell.Text.Length > 0, null);
        if (cell.ControlsRemoved) scan.Warn(IntakeErrors.ControlCharacters, mapped, raw, mapped.Field.Name);
        if (cell.Damaged) scan.Refuse(IntakeErrors.DamagedText, mapped, raw, mapped.Field.Name);
        else if (Mojibake.Undone(cell.ControlsRemoved ? raw : cell.Text) is { } meant) scan.Refuse(IntakeErrors.GarbledText, mapped, raw, cell.Text, meant);
        else if (CellText.IsFormulaError(cell.Text)) scan.Refuse(IntakeErrors.FormulaFailed, mapped, raw, mapped.Field.Name, cell.Text);
        else if (value.Filled) value = FieldReader.Read(scan, value, cell.Text);
        if (role != FieldRole.None) scan[role] = value;
        if (memo is not null && scan.Findings.Count == found && mapped.Field.Mask == FieldMask.None)
            memo.Remember(mapped, value with { Kept = scan.Fields[mapped.Place] });
    }

    private static RecordContent ContentOf(RowScan scan) => new(
        scan.Resource.Code,
        scan.Fields,
        scan.Personal,
        new SubjectKey(scan.CreditCode, scan.RegistrationNumber, NullIfEmpty(scan[FieldRole.SubjectName].Text)),
        NullIfEmpty(scan[FieldRole.DocumentNumber].Text),
        // A5: what the department supplies, else the day of the last that happened: the end, a change, the decision.
        scan[FieldRole.GeneratedOn].Day ?? scan[FieldRole.EndedOn].Day ?? scan[FieldRole.ChangedOn].Day ?? scan[FieldRole.DecidedOn].Day,
        scan[FieldRole.Status].Text is "撤销" or "无效" ? ContentStatus.Revoked : ContentStatus.Valid,
        scan[FieldRole.Scope].Text switch
        {
            "仅政府部门内部共享" => UseScope.GovernmentOnly,
            "仅授权查询" => UseScope.OnAuthorization,
            _ => UseScope.Public,
        },
        scan[FieldRole.SecrecyReview].Text switch { "是" => true, "否" => false, _ => null },
        NullIfEmpty(scan[FieldRole.Procedure].Text),
        NullIfEmpty(scan[FieldRole.Mends].Text))
    {
        ReceivedOn = scan[FieldRole.ReceivedOn].Day,
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
