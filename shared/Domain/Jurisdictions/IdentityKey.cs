namespace EntCredit.Domain.Jurisdictions;

/// <summary>What a record is matched to its subject by (C1).</summary>
public enum IdentityKey
{
    /// <summary>统一社会信用代码.</summary>
    CreditCode,

    /// <summary>工商注册号.</summary>
    RegistrationNumber,
}
