namespace EntCredit.Stores.Views;

/// <summary>By what a case is found. The numbers are kept in the index.</summary>
public enum CasePart
{
    /// <summary>A department that has to do with it.</summary>
    Party = 1,

    /// <summary>The department that began it.</summary>
    Initiator = 2,

    /// <summary>A department that carries it out.</summary>
    Implementer = 3,

    /// <summary>The jurisdiction that it follows.</summary>
    Jurisdiction = 4,

    /// <summary>The internal id of the enterprise that it is about.</summary>
    Subject = 5,

    /// <summary>The record that it is about.</summary>
    Record = 6,

    /// <summary>The case that it follows from.</summary>
    FollowsFrom = 7,

    /// <summary>The jurisdiction whose approvers may claim it.</summary>
    Open = 8,

    /// <summary>The department that it waits for.</summary>
    Awaits = 9,

    /// <summary>Itself, once it was lifted.</summary>
    Lifted = 10,

    /// <summary>A stream that must still be told of what happened to it.</summary>
    Unsettled = 11,

    /// <summary>The jurisdiction in which something of it is open: results of a draw are awaited, a warning stands.</summary>
    Standing = 20,

    /// <summary>The digest of the seed that a draw committed to.</summary>
    Seed = 21,
}
