using EntCredit.Domain.Calendar;
using EntCredit.Domain.Events;
using EntCredit.Domain.Records;
using EntCredit.Domain.Sanctions.Measures;

namespace EntCredit.Domain.Sanctions.Counter;

/// <summary>
/// What stands against a subject in a matter: 在办理行政许可审批项目、对企业及相关人员表彰奖励等业务时,通过监管平台进行在线查询验证,并录入应用结果
/// (界政办〔2020〕5号 五(六), L5). Pure functions.
/// </summary>
public static class CounterDecider
{
    /// <summary>What stands against a subject on a day.</summary>
    /// <param name="matter">The matter's code.</param>
    /// <param name="on">The day.</param>
    /// <param name="facts">What the ledger knows of the subject in the asker's jurisdiction.</param>
    /// <param name="law">The catalogue of measures.</param>
    public static IReadOnlyList<CounterGround> GroundsOf(string matter, DateOnly on, CounterFacts facts, MeasureCatalogue law)
    {
        List<CounterGround> grounds = [];
        foreach (var (stream, state) in facts.Restrictions)
        {
            if (state is not { Decision: { } decided, Phase: not RestrictionPhase.Lifted }) continue;
            var measure = law.Measure(decided.Measure);
            if (measure is not null && measure.Matter != matter) continue;

            // What the catalogue does not know is shown whatever is asked: the asker reads it and weighs.
            grounds.Add(Ground(stream, decided.Target.List, decided.Target.Cause, measure, decided.Measure, decided.By, decided.DecidedOn));
        }

        HashSet<string> covered = new(StringComparer.Ordinal);
        foreach (var (stream, state, since) in facts.Sanctions)
        {
            if (state is not { Target: { } target, Initiator: { } initiator, LiftedAt: null }) continue;
            covered.Add(target.Cause);
            Add(grounds, stream, target.List, law.Cause(target.Cause), matter, initiator, LegalZone.DayOf(since));
        }

        // Where departments fetch the lists, the entry itself is what they find.
        foreach (var (stream, entry, cause) in facts.Listings)
        {
            if (!covered.Contains(cause.Code)) Add(grounds, stream, cause.List, cause, matter, entry.Origin!.Provider, entry.Content!.GeneratedOn!.Value);
        }

        return [.. grounds.Where(ground => ground.Until is null || ground.Until >= on)];
    }

    /// <summary>What follows from the grounds: the gravest.</summary>
    public static CounterVerdict VerdictOf(IReadOnlyList<CounterGround> grounds) => grounds.Count == 0
        ? CounterVerdict.Clear
        : grounds.Max(ground => ground.Effect switch
        {
            MeasureEffect.Prohibited => CounterVerdict.Prohibited,
            MeasureEffect.Restricted => CounterVerdict.Restricted,
            _ => CounterVerdict.Weigh,
        });

    /// <summary>A question is a fact, its result another: 录入应用结果. The same result twice is one.</summary>
    public static Decision<CounterEvent> RecordResult(DateTimeOffset at, string by, string digest, IReadOnlyList<CounterEvent> history) => history switch
    {
        [] => Decision<CounterEvent>.Impossible(SanctionErrors.QueryUnknown),
        [CounterEvent.Asked asked, ..] when asked.By != by => Decision<CounterEvent>.Impossible(SanctionErrors.QueryUnknown),
        [_, CounterEvent.ResultRecorded recorded] => recorded.ResultDigest == digest ? Decision<CounterEvent>.Nothing : Decision<CounterEvent>.Impossible(SanctionErrors.AlreadyRecorded),
        _ => Decision<CounterEvent>.Of(new CounterEvent.ResultRecorded(at, by, digest)),
    };

    private static void Add(List<CounterGround> grounds, string stream, string list, SanctionCause? cause, string matter, string by, DateOnly since)
    {
        foreach (var measure in cause?.Measures ?? [])
        {
            if (measure.Matter == matter) grounds.Add(Ground(stream, list, cause!.Code, measure, measure.Code, by, since));
        }
    }

    private static CounterGround Ground(string stream, string list, string cause, Measure? measure, string code, string by, DateOnly since) => new(
        stream, list, cause, code, measure?.Name ?? code, measure?.Effect ?? MeasureEffect.Considered, measure?.Source?.ToString(), measure?.PersonsToo ?? false, by, since,
        measure?.Years is { } years ? since.AddYears(years) : null);
}
