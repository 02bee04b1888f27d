using System.Text.Json;

namespace EntCredit.Domain.Calendar;

/// <summary>A deadline and everything that led to it. Serialized by <see cref="ToJson"/>, the one shape that API and command line give.</summary>
/// <param name="From">The day of the event.</param>
/// <param name="Grounds">The fact, rule and article.</param>
/// <param name="Term">The period.</param>
/// <param name="Due">The last day.</param>
/// <param name="DueInstant">The instant at which it has ended, exclusive, in UTC.</param>
/// <param name="DueWithoutPauses">The last day if nothing had been suspended.</param>
/// <param name="Provisional">True where it may still move with a notice to come.</param>
/// <param name="CalendarVersion">The calendar version counted by.</param>
/// <param name="Effect">What the suspensions did to the period.</param>
/// <param name="Pauses">The suspensions, in order, those that touch made one.</param>
/// <param name="Days">Each day from the event to the last day, counted or not.</param>
public sealed record DeadlineExplanation(
    DateOnly From,
    DeadlineGrounds Grounds,
    Term Term,
    DateOnly Due,
    DateTimeOffset DueInstant,
    DateOnly DueWithoutPauses,
    bool Provisional,
    string CalendarVersion,
    SuspensionEffect Effect,
    IReadOnlyList<Pause> Pauses,
    IReadOnlyList<ExplainedDay> Days)
{
    /// <summary>The explanation as Chinese sentences, one a line.</summary>
    public IReadOnlyList<string> ToChinese() => ChineseText.Of(this);

    /// <summary>The explanation as JSON: camel case, days as 2026-01-01, the instant in UTC with Z, enumerations in kebab case.</summary>
    public string ToJson(bool indented = false) =>
        JsonSerializer.Serialize(this, indented ? CalendarJson.Indented : CalendarJson.Options);
}
