namespace EntCredit.Stores.Tests.Ledger;

/// <summary>What may go wrong while a store is asked.</summary>
public enum Mishap
{
    /// <summary>Committed, and nobody is told.</summary>
    AnswerLost,

    /// <summary>Refused as though somebody else had been first (412).</summary>
    VersionTaken,

    /// <summary>Refused for want of capacity (429).</summary>
    Throttled,

    /// <summary>The process ends; another begins anew.</summary>
    Crash,
}
