namespace EntCredit.Domain.Departments;

/// <summary>Where an application for an account stands.</summary>
public enum AccountPhase
{
    /// <summary>The ledger does not know it.</summary>
    Unknown,

    /// <summary>It waits for an answer.</summary>
    Applied,

    /// <summary>Refused, with the reason.</summary>
    Refused,

    /// <summary>Issued; the applicant has not fetched its key.</summary>
    Issued,

    /// <summary>Issued, and the key was shown to the applicant.</summary>
    KeyTaken,
}
