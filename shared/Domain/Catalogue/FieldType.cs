namespace EntCredit.Domain.Catalogue;

/// <summary>How the text of a field is read.</summary>
public enum FieldType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A day; normalised to yyyy-MM-dd.</summary>
    Date,

    /// <summary>An amount; normalised to 万元, or with its currency where it is not in yuan.</summary>
    Amount,

    /// <summary>A value of a code list; normalised to the list's name of it.</summary>
    Code,

    /// <summary>统一社会信用代码 (GB 32100-2015).</summary>
    CreditCode,

    /// <summary>工商注册号 (GS 15-2006).</summary>
    RegistrationNumber,

    /// <summary>是 or 否.</summary>
    YesNo,
}
