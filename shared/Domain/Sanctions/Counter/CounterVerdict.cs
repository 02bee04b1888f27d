namespace EntCredit.Domain.Sanctions.Counter;

/// <summary>What the counter is answered: may this subject be …?</summary>
public enum CounterVerdict
{
    /// <summary>Nothing stands against it.</summary>
    Clear,

    /// <summary>It may, and the department weighs what stands against it.</summary>
    Weigh,

    /// <summary>限制或者禁入, as the department decides by the provision.</summary>
    Restricted,

    /// <summary>It may not.</summary>
    Prohibited,
}
