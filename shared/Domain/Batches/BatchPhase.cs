namespace EntCredit.Domain.Batches;

/// <summary>How far an upload has come.</summary>
public enum BatchPhase
{
    /// <summary>The ledger does not know it.</summary>
    Unknown,

    /// <summary>Arrived; being read.</summary>
    Arrived,

    /// <summary>Read into segments; its rows are being taken.</summary>
    Taking,

    /// <summary>The same bytes came before: nothing changes, the receipt is the first one's.</summary>
    Repeated,

    /// <summary>The file as a whole was refused.</summary>
    Refused,

    /// <summary>Every row has its answer and the receipt is written.</summary>
    Receipted,
}
