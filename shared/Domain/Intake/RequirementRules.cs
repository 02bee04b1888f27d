using EntCredit.Domain.Catalogue;

namespace EntCredit.Domain.Intake;

/// <summary>What a row must fill, and what it usually fills. A column that the file lacks altogether is told once, in the receipt's mapping.</summary>
internal static class RequirementRules
{
    public static void Apply(RowScan scan, HeaderMapping mapping)
    {
        foreach (var mapped in mapping.Codes.Needed)
        {
            if (scan.Fields[mapped.Place] is not null) continue;
            var field = mapped.Field;
            var raw = mapped.Column < scan.Row.Cells.Count ? scan.Row.Cells[mapped.Column] : "";
            if (CellText.Of(raw).Text.Length > 0) continue;
            if (field.Requirement == Requirement.Required) scan.Refuse(IntakeErrors.RequiredMissing, mapped, raw, field.Name);
            else if (Holds(field.When, scan)) scan.Warn(IntakeErrors.RecommendedMissing, mapped, raw, field.Name);
        }
    }

    private static bool Holds(FieldCondition? when, RowScan scan) =>
        when is null || scan.Fields.TryGetValue(when.Field, out var value) && when.Contains.Any(c => value.Contains(c, StringComparison.Ordinal));
}
