namespace EntCredit.Domain.Sanctions;

/// <summary>How far a sanction has come with one implementer.</summary>
public enum DeliveryPhase
{
    /// <summary>The ledger does not know it.</summary>
    Unknown,

    /// <summary>Pushed; not received.</summary>
    Pushed,

    /// <summary>Received and downloaded.</summary>
    Received,

    /// <summary>The implementer received it and was told of its lifting.</summary>
    LiftingSent,

    /// <summary>Lifted, and the implementer knows it.</summary>
    Lifted,

    /// <summary>Lifted before it was received: taken back.</summary>
    Recalled,
}
