using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Corrections;

/// <summary>The state of a correction: the fold of its events.</summary>
public sealed record Correction
{
    /// <summary>The state before the first event.</summary>
    public static Correction Initial { get; } = new();

    /// <summary>What is to be corrected; null before the first event.</summary>
    public CorrectionSubject? About { get; private init; }

    /// <summary>The report by the public that it comes from, or null where the provider found it.</summary>
    public string? Source { get; private init; }

    /// <summary>The day by which a report should be verified, or null.</summary>
    public DateOnly? InternalDue { get; private init; }

    /// <summary>The request, or null.</summary>
    public CorrectionEvent.Requested? Request { get; private init; }

    /// <summary>The content that the correction is to show, or null.</summary>
    public CorrectionEvent.ContentSupplied? Supplied { get; private init; }

    /// <summary>Who carried it out, or null.</summary>
    public string? CarriedOutBy { get; private init; }

    /// <summary>Its state.</summary>
    public CorrectionPhase Phase { get; private init; }

    /// <summary>Duties not ended yet.</summary>
    public DutyBook Duties { get; private init; } = DutyBook.Empty;

    /// <summary>The state after one more event.</summary>
    public static Correction Evolve(Correction state, CorrectionEvent happened)
    {
        var next = happened switch
        {
            CorrectionEvent.Reported e => state with
            {
                About = e.About, Source = e.Source, InternalDue = e.InternalDue, Phase = CorrectionPhase.Reported,
            },
            CorrectionEvent.Discovered e => state with { About = e.About, Phase = CorrectionPhase.Discovered },
            CorrectionEvent.Confirmed => state with { Phase = CorrectionPhase.Discovered },
            CorrectionEvent.Dismissed => state with { Phase = CorrectionPhase.Dismissed },
            CorrectionEvent.Requested e => state with { Request = e, Phase = CorrectionPhase.Requested },
            CorrectionEvent.ContentSupplied e => state with { Supplied = e with { Personal = null } },
            CorrectionEvent.CarriedOut e => state with { CarriedOutBy = e.By, Phase = CorrectionPhase.Corrected },
            _ => state,
        };
        return next with { Duties = state.Duties.After(happened) };
    }

    /// <summary>The state after a whole history.</summary>
    public static Correction Fold(IEnumerable<CorrectionEvent> history) => history.Aggregate(Initial, Evolve);
}
