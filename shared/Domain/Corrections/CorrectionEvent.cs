using System.Text.Json.Serialization;
using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Corrections;

/// <summary>A fact in the life of one correction. Its stream is <c>correction-{id}</c>.</summary>
public abstract record CorrectionEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>The public reported an error.</summary>
    /// <param name="At">When the provider received the report.</param>
    /// <param name="About">What is held to be wrong.</param>
    /// <param name="Source">The report's or the objection's id.</param>
    /// <param name="InternalDue">The day by which 及时核实 should be done. Nobody owes it (A12).</param>
    [EventName("correction.reported")]
    public sealed record Reported(DateTimeOffset At, CorrectionSubject About, string Source, DateOnly InternalDue) : CorrectionEvent(At), IOfJurisdiction
    {
        string IOfJurisdiction.Jurisdiction => About.Jurisdiction;

        string? IOfJurisdiction.Item => About.Item;
    }

    /// <summary>The provider found an error of its own.</summary>
    [EventName("correction.discovered")]
    public sealed record Discovered(DateTimeOffset At, CorrectionSubject About, string By, DateOnly DiscoveredOn, string What)
        : CorrectionEvent(At), IOfJurisdiction
    {
        string IOfJurisdiction.Jurisdiction => About.Jurisdiction;

        string? IOfJurisdiction.Item => About.Item;
    }

    /// <summary>The provider confirmed the reported error.</summary>
    [EventName("correction.confirmed")]
    public sealed record Confirmed(DateTimeOffset At, string By, string What) : CorrectionEvent(At);

    /// <summary>There was no error.</summary>
    [EventName("correction.dismissed")]
    public sealed record Dismissed(DateTimeOffset At, string By, string Reason) : CorrectionEvent(At);

    /// <summary>The provider asked for the correction.</summary>
    [EventName("correction.requested")]
    public sealed record Requested(DateTimeOffset At, string By, string Notice, string ContentDigest) : CorrectionEvent(At);

    /// <summary>What is to be shown after the correction, as the provider supplied it with its request.</summary>
    [EventName("correction.content-supplied")]
    public sealed record ContentSupplied(DateTimeOffset At, string By, RecordContent Content, string Digest) : CorrectionEvent(At)
    {
        /// <inheritdoc cref="RecordContent.Personal"/>
        [Personal, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyDictionary<string, string>? Personal { get; init; }
    }

    /// <summary>What was wrong is mended.</summary>
    [EventName("correction.carried-out")]
    public sealed record CarriedOut(DateTimeOffset At, string By) : CorrectionEvent(At);

    /// <summary>A duty's last day ended without it being kept.</summary>
    [EventName("correction.overdue")]
    public sealed record FellOverdue(DateTimeOffset At, string Rule, string Debtor, DateOnly Due) : CorrectionEvent(At), IFellOverdue;
}
