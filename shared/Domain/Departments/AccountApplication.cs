namespace EntCredit.Domain.Departments;

/// <summary>An application for an account.</summary>
public sealed record AccountApplication
{
    /// <summary>Before anything happened.</summary>
    public static AccountApplication Initial { get; } = new();

    /// <summary>What was applied for, or null where the ledger does not know it.</summary>
    public AccountEvent.Applied? Applied { get; private init; }

    /// <summary>The refusal, or null.</summary>
    public AccountEvent.Refused? Refusal { get; private init; }

    /// <summary>The issue, or null.</summary>
    public AccountEvent.Issued? Issue { get; private init; }

    /// <summary>The name of the key that was shown, or null.</summary>
    public string? Key { get; private init; }

    /// <summary>Where it stands.</summary>
    public AccountPhase Phase => this switch
    {
        { Key: not null } => AccountPhase.KeyTaken,
        { Issue: not null } => AccountPhase.Issued,
        { Refusal: not null } => AccountPhase.Refused,
        { Applied: not null } => AccountPhase.Applied,
        _ => AccountPhase.Unknown,
    };

    /// <summary>The state after one more event.</summary>
    public static AccountApplication Evolve(AccountApplication state, AccountEvent happened) => happened switch
    {
        AccountEvent.Applied e => state with { Applied = e },
        AccountEvent.Refused e => state with { Refusal = e },
        AccountEvent.Issued e => state with { Issue = e },
        AccountEvent.KeyTaken e => state with { Key = e.Key },
        _ => state,
    };

    /// <summary>The state after a history.</summary>
    public static AccountApplication Fold(IEnumerable<AccountEvent> history) => history.Aggregate(Initial, Evolve);
}
