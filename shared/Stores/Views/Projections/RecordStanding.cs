using EntCredit.Domain.Records;

namespace EntCredit.Stores.Views.Projections;

/// <summary>What of a record's fold decides its phase, kept in its row so that a further event needs no reading of the stream.</summary>
[Flags]
internal enum RecordStanding
{
    None = 0,
    Refused = 1,
    Reviewed = 2,
    SubjectRegistered = 4,
    CollectedOnly = 8,
    Published = 16,
    Withdrawn = 32,

    /// <summary>Hidden by at least one case: what <c>case_effects</c> counts.</summary>
    Hidden = 64,
    Expired = 128,
}

/// <summary>The same fold as <see cref="Record"/>'s; a test holds the two together on every history that the decider gives.</summary>
internal static class RecordStandings
{
    /// <param name="standing">Where it stood.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="hidden">Whether a case hides it after that.</param>
    public static RecordStanding Evolve(RecordStanding standing, RecordEvent happened, bool hidden) => happened switch
    {
        RecordEvent.Refused => standing | RecordStanding.Refused,
        RecordEvent.Collected e => (standing & (RecordStanding.Published | RecordStanding.Withdrawn | RecordStanding.Hidden | RecordStanding.Expired))
            | (e.Reviewed ? RecordStanding.Reviewed : RecordStanding.None)
            | (e.SubjectRegistered ? RecordStanding.SubjectRegistered : RecordStanding.None)
            | (e.Publicity == Publicity.CollectedOnly ? RecordStanding.CollectedOnly : RecordStanding.None),
        RecordEvent.SecrecyReviewed => standing | RecordStanding.Reviewed,
        RecordEvent.Joined => standing | RecordStanding.SubjectRegistered,
        RecordEvent.Published => standing | RecordStanding.Published,
        RecordEvent.Corrected e => Corrected(standing, e),
        RecordEvent.Withdrawn => standing | RecordStanding.Withdrawn,
        RecordEvent.Suspended or RecordEvent.Resumed => hidden ? standing | RecordStanding.Hidden : standing & ~RecordStanding.Hidden,
        RecordEvent.Expired => standing | RecordStanding.Expired,
        _ => standing,
    };

    // A correction may take a record out of the public, or make it one to be published; and it may put it back before the review.
    private static RecordStanding Corrected(RecordStanding standing, RecordEvent.Corrected happened)
    {
        if (happened.Content.SecrecyReviewed == false && !standing.HasFlag(RecordStanding.Published)) standing &= ~RecordStanding.Reviewed;
        return happened.Publicity switch
        {
            Publicity.CollectedOnly => (standing | RecordStanding.CollectedOnly) & ~RecordStanding.Published,
            Publicity.Published => standing & ~RecordStanding.CollectedOnly,
            _ => standing,
        };
    }

    public static RecordPhase Phase(RecordStanding standing) => standing switch
    {
        _ when standing.HasFlag(RecordStanding.Withdrawn) => RecordPhase.Withdrawn,
        _ when standing.HasFlag(RecordStanding.Refused) => RecordPhase.AwaitingCorrection,
        _ when standing.HasFlag(RecordStanding.Expired) => RecordPhase.Expired,
        _ when standing.HasFlag(RecordStanding.Published | RecordStanding.Hidden) => RecordPhase.Suspended,
        _ when standing.HasFlag(RecordStanding.Published) => RecordPhase.Published,
        _ when standing.HasFlag(RecordStanding.CollectedOnly) => RecordPhase.CollectedOnly,
        _ when !standing.HasFlag(RecordStanding.Reviewed) => RecordPhase.HeldForReview,
        _ when !standing.HasFlag(RecordStanding.SubjectRegistered) => RecordPhase.Parked,
        _ when standing.HasFlag(RecordStanding.Hidden) => RecordPhase.Suspended,
        _ => RecordPhase.Collected,
    };
}
