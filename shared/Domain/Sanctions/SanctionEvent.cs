using System.Text.Json.Serialization;
using EntCredit.Domain.Events;

namespace EntCredit.Domain.Sanctions;

/// <summary>A fact in the life of one sanction. Its stream is <c>sanction-{id}</c>.</summary>
public abstract record SanctionEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>It was started.</summary>
    [EventName("sanction.initiated")]
    public sealed record Initiated(DateTimeOffset At, string By, SanctionTarget Target, IReadOnlyList<string> Implementers)
        : SanctionEvent(At), IOfJurisdiction
    {
        string IOfJurisdiction.Jurisdiction => Target.Jurisdiction;

        /// <summary>The persons whom it restricts too.</summary>
        [Personal, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyList<ResponsiblePerson>? Persons { get; init; }
    }

    /// <summary>Who put the subject on a list was asked to start it.</summary>
    [EventName("sanction.proposed")]
    public sealed record Proposed(DateTimeOffset At, string By, SanctionTarget Target, IReadOnlyList<string> Implementers, string Record)
        : SanctionEvent(At), IOfJurisdiction
    {
        string IOfJurisdiction.Jurisdiction => Target.Jurisdiction;
    }

    /// <summary>It is not started.</summary>
    [EventName("sanction.proposal-dropped")]
    public sealed record ProposalDropped(DateTimeOffset At, string By, string Reason) : SanctionEvent(At);

    /// <summary>It was pushed to further departments.</summary>
    [EventName("sanction.extended")]
    public sealed record Extended(DateTimeOffset At, string By, IReadOnlyList<string> Implementers) : SanctionEvent(At);

    /// <summary>It was lifted.</summary>
    [EventName("sanction.lifted")]
    public sealed record Lifted(DateTimeOffset At, string By, string Reason) : SanctionEvent(At);
}
