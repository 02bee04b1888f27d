namespace EntCredit.LocalRuntime.Worker;

/// <summary>Which key a request must carry.</summary>
public enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous = 0,

    /// <summary>A user's token. No host of the isolated model offers it; refused at start.</summary>
    User = 1,

    /// <summary>A function key or the master key.</summary>
    Function = 2,

    /// <summary>A system key. This host has none; refused at start.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}
