using EntCredit.Domain.Corrections;
using EntCredit.Domain.Obligations;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Records;

namespace EntCredit.Functions.Corrections;

/// <summary>A correction as departments see it.</summary>
/// <param name="Id">The case's number.</param>
/// <param name="Version">The version that If-Match names.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="About">What is to be corrected.</param>
/// <param name="Source">The objection that it follows, or null.</param>
/// <param name="Notice">The number of the written request, or null.</param>
/// <param name="Corrected">The fields that the correction shows, or null.</param>
/// <param name="Duties">What is owed in it.</param>
/// <param name="History">What has happened.</param>
public sealed record CorrectionDocument(
    string Id,
    long Version,
    CorrectionPhase Phase,
    CorrectionSubject About,
    string? Source,
    string? Notice,
    IReadOnlyDictionary<string, string>? Corrected,
    IReadOnlyList<DutyDocument> Duties,
    IReadOnlyList<HappeningDocument> History)
{
    /// <summary>The document of a case.</summary>
    public static CorrectionDocument Of(
        string id, long version, Correction state, IReadOnlyList<CorrectionEvent> history, IReadOnlyList<Obligation> duties, DateTimeOffset now) => new(
            id,
            version,
            state.Phase,
            state.About!,
            state.Source,
            state.Request?.Notice,
            state.Supplied?.Content.Fields,
            [.. duties.Select(duty => DutyDocument.Of(duty, now))],
            Happenings.Of(history));
}

/// <summary>Where a correction stands after an act.</summary>
/// <param name="Id">The case's number.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Version">The version that If-Match names.</param>
public sealed record CorrectionMoved(string Id, CorrectionPhase Phase, long Version);

/// <summary>An error that a provider found in a record of its own.</summary>
/// <param name="Record">The record.</param>
/// <param name="What">What is wrong, in Chinese.</param>
/// <param name="DiscoveredOn">发现之日; today where nothing is said.</param>
public sealed record DiscoverRequest(string Record, string What, DateOnly? DiscoveredOn = null);
