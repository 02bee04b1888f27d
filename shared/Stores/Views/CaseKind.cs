namespace EntCredit.Stores.Views;

/// <summary>What kind of case a stream is. The numbers are kept in the index.</summary>
public enum CaseKind
{
    /// <summary>联合惩戒 as its initiator keeps it.</summary>
    Sanction = 1,

    /// <summary>A sanction's delivery to one department.</summary>
    Delivery = 2,

    /// <summary>One department's restricting decision.</summary>
    Restriction = 3,

    /// <summary>双告知.</summary>
    DualNotice = 4,

    /// <summary>A draw by lot.</summary>
    Draw = 5,

    /// <summary>A department's provision for a month.</summary>
    Provision = 6,

    /// <summary>A department's roster of inspectors.</summary>
    Roster = 7,

    /// <summary>An objection.</summary>
    Objection = 8,

    /// <summary>A correction.</summary>
    Correction = 9,

    /// <summary>No case: a record from which something follows elsewhere.</summary>
    Record = 21,

    /// <summary>What is known of an enterprise's credit.</summary>
    Credit = 20,

    /// <summary>A department's consent to another's application for what is not shared.</summary>
    Consent = 22,

    /// <summary>An application for an account.</summary>
    Account = 23,
}
