using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Sanctions;
using EntCredit.Orchestrations;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Sanctions;

/// <summary>
/// The restrictions that an enterprise's page shows: those that were fed back where the document has the feedback published under the enterprise (L6,
/// 界政办〔2020〕5号 五(六), 渝府办发〔2016〕170号), for as long as they stand. What was lifted is shown to nobody any more.
/// </summary>
public sealed class PublishedRestrictions(ICaseIndex cases, ILedger ledger, DepartmentRegister departments)
{
    private const int Most = 200;

    /// <summary>Those of an enterprise, the newest decision first.</summary>
    /// <param name="subject">Its internal id.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<PublishedRestriction>> OfAsync(string subject, CancellationToken cancellation)
    {
        var about = await cases.AboutAsync([CaseKind.Restriction], [subject], Most, cancellation);
        string[] streams = [.. about.Values.SelectMany(found => found.Select(one => one.Stream))];
        if (streams.Length == 0) return [];
        var loaded = await ledger.LoadManyAsync(streams, cancellation);
        return
        [
            .. from stream in streams
               let state = Restriction.Fold(loaded[stream].Events.Cast<RestrictionEvent>())
               let decided = state.Decision
               where state is { Phase: RestrictionPhase.FedBack, Feedback.Published: true } && decided is not null
               orderby decided.DecidedOn descending, stream
               select new PublishedRestriction(
                   stream[Instances.OfRestriction(string.Empty).Length..],
                   decided.Target.List,
                   decided.Measure,
                   departments.Find(decided.By)?.Name ?? decided.By,
                   decided.DecidedOn,
                   LegalZone.DayOf(state.Feedback!.At)),
        ];
    }
}

/// <summary>A restriction that stands, as the public reads it: no person, and not what the department wrote.</summary>
/// <param name="Id">The restriction's number.</param>
/// <param name="List">The list that it comes from, e.g. 失信被执行人.</param>
/// <param name="Measure">What is restricted.</param>
/// <param name="Department">Who decided it, and answers for it.</param>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="FedBackOn">The legal day of the feedback.</param>
public sealed record PublishedRestriction(string Id, string List, string Measure, string Department, DateOnly DecidedOn, DateOnly FedBackOn);
