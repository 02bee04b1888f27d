namespace EntCredit.Domain.Sanctions;

/// <summary>The state of a restriction.</summary>
public enum RestrictionPhase
{
    /// <summary>The ledger does not know it.</summary>
    Unknown,

    /// <summary>Decided; how it is carried out was not fed back.</summary>
    Decided,

    /// <summary>Fed back; the restriction stands.</summary>
    FedBack,

    /// <summary>It no longer stands.</summary>
    Lifted,
}
