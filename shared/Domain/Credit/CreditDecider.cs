using EntCredit.Domain.Events;

namespace EntCredit.Domain.Credit;

/// <summary>
/// What becomes a fact of an assessment (界政办〔2020〕5号 五(五): 建立完善与信用分级相适应的监管机制、风险评估、预警; 湘商改〔2016〕7号 第十五条): what is other than before.
/// Of whom nothing is known there is no fact.
/// </summary>
public static class CreditDecider
{
    /// <summary>What follows from an assessment. The same again gives no events.</summary>
    public static Decision<CreditEvent> Decide(CreditCommand command, CreditFile state)
    {
        var found = command.Found;
        List<CreditEvent> events = [];
        var isNew = state.Classified is { } known
            ? known.Class != found.Class || !AreSame(known.Reasons, found.Reasons)
            : found.Class != command.Scheme.Default.Id;
        if (isNew)
            events.Add(new CreditEvent.Classified(command.At, command.Scheme.Jurisdiction, command.Subject, command.Scheme.Version, found.Class, found.Reasons));
        events.AddRange(found.Warnings
            .Where(signal => state.Warnings.GetValueOrDefault(signal.Rule)?.Signal.IsSame(signal) != true)
            .Select(signal => new CreditEvent.Warned(command.At, command.Scheme.Jurisdiction, command.Subject, command.Scheme.Version, signal)));
        var ended = state.Warnings.Keys.Except(found.Warnings.Select(signal => signal.Rule), StringComparer.Ordinal).ToList();
        events.AddRange(ended.Select((signal, place) => new CreditEvent.WarningEnded(command.At, signal, found.Warnings.Count == 0 && place == ended.Count - 1)));
        return new Decision<CreditEvent>(events, null);
    }

    private static bool AreSame(IReadOnlyList<CreditReason> some, IReadOnlyList<CreditReason> others) =>
        some.Count == others.Count && some.Zip(others).All(pair => pair.First.IsSame(pair.Second));
}

/// <summary>An assessment to be kept.</summary>
/// <param name="At">The legal instant.</param>
/// <param name="Subject">The enterprise's internal id.</param>
/// <param name="Scheme">The scheme that it was judged by.</param>
/// <param name="Found">What was found.</param>
public sealed record CreditCommand(DateTimeOffset At, string Subject, CreditScheme Scheme, CreditAssessment Found);
