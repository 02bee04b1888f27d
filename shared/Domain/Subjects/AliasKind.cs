namespace EntCredit.Domain.Subjects;

/// <summary>What kind of number a subject is known by.</summary>
public enum AliasKind
{
    /// <summary>统一社会信用代码 (GB 32100-2015).</summary>
    CreditCode,

    /// <summary>15-digit 工商注册号 (GS 15-2006); unverified an older number or an organisation code (GB 11714).</summary>
    RegistrationNumber,
}
