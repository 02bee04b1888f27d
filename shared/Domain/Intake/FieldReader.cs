using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Intake;

/// <summary>Reads one filled cell by the type and role of its field.</summary>
internal static class FieldReader
{
    // From this length on a field is prose, in which a citizen's number may hide; shorter ones hold numbers of their own.
    private const int Prose = 1000;

    // 万元; more than ten million yuan in one decision is rare, a forgotten unit is not.
    private const decimal HighAmount = 1000m;

    public static RoleValue Read(RowScan scan, RoleValue value, string text)
    {
        var mapped = value.Mapped!;
        if (text.Length > mapped.Field.MaxLength)
        {
            scan.Refuse(IntakeErrors.TooLong, mapped, text, mapped.Field.Name, text.Length, mapped.Field.MaxLength);
            return value;
        }

        return mapped.Field.Type switch
        {
            FieldType.Date => ReadDate(scan, value, text),
            FieldType.Amount => ReadAmount(scan, value, text),
            FieldType.Code => ReadCode(scan, value, text),
            FieldType.YesNo => ReadYesNo(scan, value, text),
            // Both numbers together say whom the row concerns: SubjectRules reads them.
            FieldType.CreditCode or FieldType.RegistrationNumber => value with { Text = text },
            _ => ReadText(scan, value, text),
        };
    }

    private static RoleValue ReadText(RowScan scan, RoleValue value, string text)
    {
        var mapped = value.Mapped!;
        var field = mapped.Field;
        switch (field.Role)
        {
            case FieldRole.Mends:
                if (IdentifierText.FoldWidth(text).Trim() is var id && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':')) return value with { Text = id };
                scan.Warn(IntakeErrors.RecordIdIllegible, mapped, text, text);
                return value;
            case FieldRole.DocumentNumber when text is "空" or "无文号" or "无编号":
                scan.Warn(IntakeErrors.NoDocumentNumber, mapped, text, text);
                return value;
            case FieldRole.SubjectName:
                text = OneLine(text);
                if (Doubts.NameIsDoubtful(text)) scan.Warn(IntakeErrors.NameDoubtful, mapped, text, text);
                break;
            case FieldRole.DocumentNumber:
                text = OneLine(text);
                break;
            case FieldRole.Authority when Doubts.AuthorityIsDoubtful(text):
                scan.Warn(IntakeErrors.AuthorityDoubtful, mapped, text, text);
                break;
        }

        if (field.Mask == FieldMask.None && field.MaxLength >= Prose && PersonId.IndexIn(text) >= 0)
        {
            scan.Warn(IntakeErrors.PersonalInText, mapped, text, field.Name);
            scan.Hide(field, text);
            text = PersonId.MaskIn(text);
            scan.Fields[mapped.Place] = text;
        }
        else if (field.Role != FieldRole.Mends)
        {
            scan.Keep(mapped, text);
        }

        return value with { Text = text };
    }

    private static RoleValue ReadDate(RowScan scan, RoleValue value, string text)
    {
        var mapped = value.Mapped!;
        var (day, shape) = DateText.Read(text);
        var mayBeOpen = mapped.Field.Role is FieldRole.ValidUntil or FieldRole.PublishUntil;
        switch (shape)
        {
            case DateShape.Nonexistent:
                scan.Refuse(IntakeErrors.DateNonexistent, mapped, text, text);
                return value;
            case DateShape.Ambiguous:
                scan.Refuse(IntakeErrors.DateAmbiguous, mapped, text, text);
                return value;
            case DateShape.Illegible:
            case DateShape.OpenEnded when !mayBeOpen && !text.Any(char.IsAsciiDigit):
                scan.Refuse(IntakeErrors.DateIllegible, mapped, text, text);
                return value;
            case DateShape.Serial:
                scan.Warn(IntakeErrors.DateSerial, mapped, text, text, Iso(day!.Value));
                break;
            case DateShape.Mended:
                scan.Warn(IntakeErrors.DateMended, mapped, text, text, Iso(day!.Value));
                break;
        }

        var on = day!.Value;
        var iso = shape == DateShape.Plain && DateText.IsIso(text) ? text : Iso(on);
        if (on < new DateOnly(1949, 10, 1)) scan.Warn(IntakeErrors.DateVeryOld, mapped, text, iso);
        scan.Keep(mapped, iso);
        return value with { Text = iso, Day = day };
    }

    private static RoleValue ReadAmount(RowScan scan, RoleValue value, string text)
    {
        var mapped = value.Mapped!;
        var amount = AmountText.Read(text, mapped.InYuan);
        switch (amount.Fault)
        {
            case AmountFault.Illegible:
                scan.Refuse(IntakeErrors.AmountIllegible, mapped, text, text);
                return value;
            case AmountFault.Negative:
                scan.Refuse(IntakeErrors.AmountNegative, mapped, text, text);
                return value;
            case AmountFault.TooLarge:
                scan.Refuse(IntakeErrors.AmountTooLarge, mapped, text, text);
                return value;
            case AmountFault.Precise:
                scan.Refuse(IntakeErrors.AmountPrecise, mapped, text, text);
                return value;
        }

        if (amount.Converted) scan.Warn(IntakeErrors.AmountConverted, mapped, text, text, amount.Text);
        // A register's capital is often high; a fine is not.
        else if (!amount.UnitGiven && amount.TenThousands >= HighAmount && mapped.Field.Requirement == Requirement.Recommended)
            scan.Warn(IntakeErrors.AmountHigh, mapped, text, amount.Text);
        scan.Keep(mapped, amount.Text);
        return value with { Text = amount.Text };
    }

    private static RoleValue ReadCode(RowScan scan, RoleValue value, string text)
    {
        var mapped = value.Mapped!;
        var list = mapped.Field.CodeList!;
        if (list.Read(text) is { } name)
        {
            if (mapped.Field.Role != FieldRole.Scope) scan.Keep(mapped, name);
            return value with { Text = name };
        }

        if (list.Closed)
        {
            scan.Refuse(IntakeErrors.NotInList, mapped, text, text, list.Describe());
            return value;
        }

        scan.Warn(IntakeErrors.OutsideList, mapped, text, text, list.Describe());
        scan.Keep(mapped, text);
        return value with { Text = text };
    }

    private static RoleValue ReadYesNo(RowScan scan, RoleValue value, string text)
    {
        var mapped = value.Mapped!;
        switch (IdentifierText.FoldWidth(text).Trim().ToUpperInvariant())
        {
            case "是" or "已审查" or "已审" or "通过" or "已通过" or "审查通过" or "Y" or "YES" or "TRUE" or "1" or "√":
                return value with { Text = "是" };
            case "否" or "未审查" or "未审" or "未通过" or "N" or "NO" or "FALSE" or "0" or "×":
                return value with { Text = "否" };
            default:
                scan.Refuse(IntakeErrors.NotInList, mapped, text, text, "是、否");
                return value;
        }
    }

    private static string OneLine(string text) =>
        text.AsSpan().ContainsAny('\n', '\t') ? text.Replace("\n", "", StringComparison.Ordinal).Replace('\t', ' ') : text;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd");
}
