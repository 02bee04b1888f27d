namespace EntCredit.Domain.Objections;

/// <summary>The state of an objection.</summary>
public enum ObjectionPhase
{
    /// <summary>The ledger does not know it.</summary>
    Unknown,

    /// <summary>Lodged with market supervision; the provider has not received it.</summary>
    Lodged,

    /// <summary>The provider received it and verifies (核实期间).</summary>
    UnderVerification,

    /// <summary>Verified; the applicant has not been told, or what follows from it is not done.</summary>
    Verified,

    /// <summary>The applicant was told and everything that follows is done.</summary>
    Closed,

    /// <summary>The applicant took it back.</summary>
    Withdrawn,
}
