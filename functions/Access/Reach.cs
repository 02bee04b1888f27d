namespace EntCredit.Functions.Access;

/// <summary>How far a caller's call goes.</summary>
public enum Reach
{
    /// <summary>Nowhere: the call is forbidden.</summary>
    None,

    /// <summary>To what is the caller's own: what it provided, or owes. Anybody else's is not there.</summary>
    Own,

    /// <summary>To everything of the caller's jurisdiction.</summary>
    Jurisdiction,

    /// <summary>To everything.</summary>
    Everything,
}
