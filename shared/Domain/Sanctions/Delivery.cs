using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Sanctions;

/// <summary>What one implementer was told of a sanction, and what it answered: the fold of its events. Each implementer's clock is its own.</summary>
public sealed record Delivery
{
    /// <summary>The state before the first event.</summary>
    public static Delivery Initial { get; } = new();

    /// <summary>The push; null before the first event.</summary>
    public DeliveryEvent.Pushed? Push { get; private init; }

    /// <summary>When it was received, or null.</summary>
    public DateTimeOffset? ReceivedAt { get; private init; }

    /// <summary>What it was applied to, by the digest of the application's result (应用结果).</summary>
    public string? Application { get; private init; }

    /// <summary>How far it has come.</summary>
    public DeliveryPhase Phase { get; private init; }

    /// <summary>Duties not ended yet.</summary>
    public DutyBook Duties { get; private init; } = DutyBook.Empty;

    /// <summary>Whether nothing more can happen.</summary>
    public bool Ended => Phase is DeliveryPhase.Lifted or DeliveryPhase.Recalled;

    /// <summary>The state after one more event.</summary>
    public static Delivery Evolve(Delivery state, DeliveryEvent happened)
    {
        var next = happened switch
        {
            DeliveryEvent.Pushed e => state with { Push = e, Phase = DeliveryPhase.Pushed },
            DeliveryEvent.Received e => state with { ReceivedAt = e.At, Phase = DeliveryPhase.Received },
            DeliveryEvent.Applied e => state with { Application = e.ResultDigest },
            DeliveryEvent.LiftingSent => state with { Phase = DeliveryPhase.LiftingSent },
            DeliveryEvent.LiftingReceived => state with { Phase = DeliveryPhase.Lifted },
            DeliveryEvent.Recalled => state with { Phase = DeliveryPhase.Recalled },
            _ => state,
        };
        return next with { Duties = state.Duties.After(happened) };
    }

    /// <summary>The state after a whole history.</summary>
    public static Delivery Fold(IEnumerable<DeliveryEvent> history) => history.Aggregate(Initial, Evolve);
}
