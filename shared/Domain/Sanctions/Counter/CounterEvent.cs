using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Sanctions.Counter;

/// <summary>A fact about one query at a counter. Its stream is <c>counter-{id}</c>.</summary>
public abstract record CounterEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>A department asked.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">Who.</param>
    /// <param name="Jurisdiction">Its profile.</param>
    /// <param name="Matter">The matter's code.</param>
    /// <param name="Purpose">What for.</param>
    /// <param name="Law">The version of the catalogue of measures.</param>
    /// <param name="Answers">What it was answered, in the order asked.</param>
    [EventName("counter.asked")]
    public sealed record Asked(
        DateTimeOffset At, string By, string Jurisdiction, string Matter, string Purpose, string Law, IReadOnlyList<CounterAnswer> Answers) : CounterEvent(At), IOfJurisdiction;

    /// <summary>It wrote down what it did upon the answer (录入应用结果).</summary>
    /// <param name="At">When.</param>
    /// <param name="By">Who.</param>
    /// <param name="ResultDigest">The digest of what it said.</param>
    [EventName("counter.result-recorded")]
    public sealed record ResultRecorded(DateTimeOffset At, string By, string ResultDigest) : CounterEvent(At);
}
