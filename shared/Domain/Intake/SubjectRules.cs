using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Intake;

/// <summary>
/// Whom a row concerns: 统一社会信用代码 is the key of the match (界政办〔2020〕5号 四), the registration number its alias
/// (渝府办发〔2016〕170号 三(二)).
/// </summary>
internal static class SubjectRules
{
    public static void Apply(RowScan scan, HeaderMapping mapping)
    {
        var code = scan[FieldRole.CreditCode];
        var number = scan[FieldRole.RegistrationNumber];
        if (scan[FieldRole.SubjectKind].Text == "自然人")
        {
            scan.Refuse(IntakeErrors.NaturalPerson, scan[FieldRole.SubjectKind].Mapped!, scan[FieldRole.SubjectKind].Raw);
            Keep(scan, code, null);
            Keep(scan, number, null);
            return;
        }

        if (code.Text.Length > 0) ReadCreditCode(scan, code);
        if (number.Text.Length > 0) ReadRegistrationNumber(scan, number);
        Keep(scan, code, scan.CreditCode);
        Keep(scan, number, scan.RegistrationNumber);
        if (scan.CreditCode is null && scan.RegistrationNumber is null && !scan.SubjectFaulty) ReadOrganizationCode(scan, scan[FieldRole.OrganizationCode]);
        if (scan.CreditCode is null && scan.RegistrationNumber is null && !scan.SubjectFaulty && !code.Filled && !number.Filled &&
            (code.Mapped ?? number.Mapped) is { } at)
            scan.Refuse(IntakeErrors.SubjectMissing, at, code.Raw.Length > 0 ? code.Raw : number.Raw);
    }

    private static void ReadCreditCode(RowScan scan, RoleValue value)
    {
        var at = value.Mapped!;
        var text = value.Text;
        var reading = CreditCode.Read(text);
        if (IsFloat(text)) Fault(scan, IntakeErrors.CreditCodeAsNumber, at, text);
        else if (PersonId.IsCitizenNumber(reading.Code)) Fault(scan, IntakeErrors.NaturalPerson, at, text);
        else if (RegistrationNumber.IsValid(reading.Code))
        {
            scan.RegistrationNumber = reading.Code;
            scan.Warn(IntakeErrors.CodeInOtherColumn, at, text, "工商注册号", at.Field.Name);
        }
        else if (reading.Fault != CreditCodeFault.None) Refuse(scan, at, text, reading);
        else
        {
            scan.CreditCode = reading.Code;
            if (reading.Mended) scan.Warn(IntakeErrors.IdentifierMended, at, text, reading.Code);
            if (!CreditCode.KnownPrefix(reading.Code)) scan.Warn(IntakeErrors.CreditCodePrefix, at, text, reading.Code[..2]);
            if (!CreditCode.InnerCheckHolds(reading.Code)) scan.Warn(IntakeErrors.CreditCodeInnerCheck, at, text);
        }
    }

    private static void Refuse(RowScan scan, MappedField at, string text, CreditCodeReading reading)
    {
        switch (reading.Fault)
        {
            case CreditCodeFault.Length:
                Fault(scan, IntakeErrors.CreditCodeLength, at, text, reading.Code.Length);
                break;
            case CreditCodeFault.Symbol:
                Fault(scan, IntakeErrors.CreditCodeSymbol, at, text, reading.Suggestion is { } likely ? $"，可能是“{likely}”" : "");
                break;
            default:
                Fault(scan, IntakeErrors.CreditCodeCheck, at, text, CreditCode.CheckCharacter(reading.Code)!.Value.ToString());
                break;
        }
    }

    private static void ReadRegistrationNumber(RowScan scan, RoleValue value)
    {
        var at = value.Mapped!;
        var text = value.Text;
        var reading = RegistrationNumber.Read(text);
        var known = scan.CreditCode is not null || scan.SubjectFaulty;
        if (CreditCode.IsValid(reading.Number))
        {
            if (reading.Number == scan.CreditCode || known) return;
            scan.CreditCode = reading.Number;
            scan.Warn(IntakeErrors.CodeInOtherColumn, at, text, "统一社会信用代码", at.Field.Name);
            return;
        }

        switch (reading.Kind)
        {
            case RegistrationNumberKind.Verified:
                scan.RegistrationNumber = reading.Number;
                if (reading.Mended) scan.Warn(IntakeErrors.IdentifierMended, at, text, reading.Number);
                break;
            case RegistrationNumberKind.Unverified:
                scan.RegistrationNumber = reading.Number;
                scan.Warn(IntakeErrors.RegistrationNumberUnverified, at, text, reading.Number);
                break;
            case RegistrationNumberKind.None when !known && OrganizationCode.Read(text) is { } organization:
                scan.RegistrationNumber = organization;
                scan.Warn(IntakeErrors.OrganizationCodeOnly, at, text, organization);
                break;
            case var _ when known:
                scan.Warn(IntakeErrors.RegistrationNumberDropped, at, text, text);
                break;
            case RegistrationNumberKind.WrongCheckDigit:
                Fault(scan, IntakeErrors.RegistrationNumberCheck, at, text, RegistrationNumber.CheckDigit(reading.Number).ToString());
                break;
            default:
                Fault(scan, IntakeErrors.NoRegistrationNumber, at, text, text, RegistrationNumber.Suggestion(reading.Number) is { } likely ? $"，可能是“{likely}”" : "");
                break;
        }
    }

    private static void ReadOrganizationCode(RowScan scan, RoleValue value)
    {
        if (value.Text.Length == 0 || OrganizationCode.Read(value.Text) is not { } code) return;
        scan.RegistrationNumber = code;
        scan.Warn(IntakeErrors.OrganizationCodeOnly, value.Mapped!, value.Raw, code);
    }

    private static void Fault(RowScan scan, ErrorDefinition error, MappedField at, string text, params object?[] particulars)
    {
        scan.SubjectFaulty = true;
        scan.Refuse(error, at, text, particulars);
    }

    // The two columns may have been swapped: each number goes to its own field.
    private static void Keep(RowScan scan, RoleValue column, string? value)
    {
        if (column.Mapped is { } mapped) scan.Fields[mapped.Place] = value;
    }

    private static bool IsFloat(string text) =>
        text.Length >= 5 && char.IsAsciiDigit(text[0]) && text.Contains("E+", StringComparison.OrdinalIgnoreCase) && text[1] is '.' or 'E' or 'e';
}
