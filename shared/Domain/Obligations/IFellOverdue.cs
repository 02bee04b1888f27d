namespace EntCredit.Domain.Obligations;

/// <summary>A fact that says: a duty's last day ended without it being kept. Whatever case it belongs to, a projection notes it alike.</summary>
public interface IFellOverdue
{
    /// <summary>The rule's number.</summary>
    string Rule { get; }

    /// <summary>The department that owes it.</summary>
    string Debtor { get; }

    /// <summary>The day that ended.</summary>
    DateOnly Due { get; }
}
