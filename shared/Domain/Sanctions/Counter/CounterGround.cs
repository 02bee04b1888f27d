using EntCredit.Domain.Sanctions.Measures;

namespace EntCredit.Domain.Sanctions.Counter;

/// <summary>Something that stands against a subject in a matter.</summary>
/// <param name="Basis">The stream that it rests on: a restriction, a sanction, or an entry on a list.</param>
/// <param name="List">The list that it comes from.</param>
/// <param name="Cause">The cause's code.</param>
/// <param name="Measure">The measure's code, or what the department called it.</param>
/// <param name="Name">The measure in words.</param>
/// <param name="Effect">What it does.</param>
/// <param name="LegalBasis">The provision, or null where the catalogue does not know the measure.</param>
/// <param name="PersonsToo">Whether responsible persons are restricted by it.</param>
/// <param name="DecidedBy">The department that restricted, started the sanction, or put the subject on the list.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">Its last day; null as long as the listing stands.</param>
public sealed record CounterGround(
    string Basis,
    string List,
    string Cause,
    string Measure,
    string Name,
    MeasureEffect Effect,
    string? LegalBasis,
    bool PersonsToo,
    string DecidedBy,
    DateOnly Since,
    DateOnly? Until);
