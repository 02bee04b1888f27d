namespace EntCredit.Domain.Sanctions.Measures;

/// <summary>What a measure does to whom it concerns.</summary>
public enum MeasureEffect
{
    /// <summary>禁止: it may not.</summary>
    Prohibited,

    /// <summary>限制、禁入 as the department decides.</summary>
    Restricted,

    /// <summary>作为重要考量因素: it may, and the department weighs it.</summary>
    Considered,
}
