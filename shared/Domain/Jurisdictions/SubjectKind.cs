namespace EntCredit.Domain.Jurisdictions;

/// <summary>Kinds of subjects (C2).</summary>
public enum SubjectKind
{
    /// <summary>企业.</summary>
    Enterprise,

    /// <summary>个体工商户.</summary>
    IndividualBusiness,

    /// <summary>农民专业合作社.</summary>
    FarmersCooperative,

    /// <summary>外省企业 that operate here.</summary>
    OutOfProvinceEnterprise,
}
