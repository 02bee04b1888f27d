using EntCredit.Domain.Objections;
using EntCredit.Domain.Obligations;

namespace EntCredit.Functions.Objections;

/// <summary>An objection as its applicant follows it.</summary>
/// <param name="Case">The case's number.</param>
/// <param name="Record">The record objected to.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="LodgedAt">When it was handed in.</param>
/// <param name="ReceivedAt">When the provider received it, or null.</param>
/// <param name="Due">The last day for verification and notice, or null where no document sets one.</param>
/// <param name="Overdue">Whether that day ended without the notice.</param>
/// <param name="Finding">What was found, or null.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="Mended">Whether what was wrong is mended.</param>
/// <param name="Notice">The number of the notice of the result, or null.</param>
public sealed record OwnObjectionDocument(
    string Case,
    string Record,
    ObjectionPhase Phase,
    DateTimeOffset LodgedAt,
    DateTimeOffset? ReceivedAt,
    DateOnly? Due,
    bool Overdue,
    ObjectionFinding? Finding,
    string? Reason,
    bool Mended,
    string? Notice)
{
    /// <summary>The document of a case's history and its duties.</summary>
    public static OwnObjectionDocument Of(string id, IReadOnlyList<ObjectionEvent> history, IReadOnlyList<Obligation> duties)
    {
        var state = Objection.Fold(history);
        return new OwnObjectionDocument(
            id,
            state.Lodging!.About.Record,
            state.Phase,
            state.Lodging.At,
            state.ReceivedAt,
            duties.FirstOrDefault(duty => duty.Rule == ObjectionDecider.Verification)?.Due,
            history.OfType<ObjectionEvent.FellOverdue>().Any(),
            state.Finding,
            history.OfType<ObjectionEvent.Verified>().LastOrDefault()?.Reason,
            state.Remedied,
            state.Notice);
    }
}
