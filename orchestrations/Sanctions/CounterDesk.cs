using EntCredit.Domain.Calendar;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Sanctions.Counter;
using EntCredit.Domain.Sanctions.Measures;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Sanctions;

/// <summary>Answers what a department asks at its counter, and keeps what was asked, what for, what was answered and what came of it.</summary>
public sealed class CounterDesk(
    CounterBook book, IIntakeIndex index, ILedger ledger, Rulebook rulebook, MeasureCatalogue law, [FromKeyedServices("legal")] TimeProvider legal)
{
    /// <summary>Asks about several subjects. The question is a fact before it is answered; the same id again gets the first answer.</summary>
    /// <param name="id">The query's id.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="jurisdiction">Its profile.</param>
    /// <param name="matter">The matter's code.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="numbers">Credit codes or registration numbers.</param>
    /// <param name="cancellation">Stops the work before the fact is written.</param>
    public async Task<CounterFile> AskAsync(
        string id, string by, string jurisdiction, string matter, string purpose, IReadOnlyList<(AliasKind Kind, string Value)> numbers, CancellationToken cancellation)
    {
        var at = legal.GetUtcNow();
        var rules = (await rulebook.TodayAsync(cancellation)).CaseRulesFor(jurisdiction);
        var subjects = await index.SubjectsAsync([.. numbers.Distinct()], cancellation);
        var facts = await book.OfAsync([.. subjects.Values.Select(subject => subject.Id)], rules, cancellation);
        List<CounterAnswer> answers = [];
        List<CounterGround> grounds = [];
        foreach (var number in numbers)
        {
            var subject = subjects.GetValueOrDefault(number)?.Id;
            IReadOnlyList<CounterGround> against = subject is null ? [] : CounterDecider.GroundsOf(matter, LegalZone.DayOf(at), facts[subject], law);
            grounds.AddRange(against);
            answers.Add(new CounterAnswer(number.Value, subject, CounterDecider.VerdictOf(against), [.. against.Select(NameOf)]));
        }

        var asked = new CounterEvent.Asked(at, by, jurisdiction, matter, purpose, law.Version, answers);
        try
        {
            await ledger.AppendAsync([new Append(Instances.OfCounterQuery(id), Instances.OfCounterQuery(id), 0, [asked])], cancellation);
            return new CounterFile(id, asked, null, grounds);
        }
        catch (LedgerConflictException)
        {
            // The same question under the same key: what it was answered holds.
            return (await LoadAsync(id, cancellation))!;
        }
    }

    /// <summary>A query that was asked, with the grounds that still stand as they were answered; null where there is none.</summary>
    public async Task<CounterFile?> LoadAsync(string id, CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(Instances.OfCounterQuery(id), cancellation);
        if (stream.Events is not [CounterEvent.Asked asked, ..]) return null;
        var rules = (await rulebook.TodayAsync(cancellation)).CaseRulesFor(asked.Jurisdiction);
        var grounded = asked.Answers.Where(answer => answer is { Subject: not null, Grounds.Count: > 0 }).ToList();
        var facts = await book.OfAsync([.. grounded.Select(answer => answer.Subject!)], rules, cancellation);
        List<CounterGround> grounds = [];
        foreach (var answer in grounded)
        {
            var found = CounterDecider.GroundsOf(asked.Matter, LegalZone.DayOf(asked.At), facts[answer.Subject!], law);
            grounds.AddRange(found.Where(ground => answer.Grounds.Contains(NameOf(ground))));
        }

        return new CounterFile(id, asked, stream.Events.OfType<CounterEvent.ResultRecorded>().FirstOrDefault(), grounds);
    }

    /// <summary>Writes down what the department did upon the answer.</summary>
    public async Task<ErrorDefinition?> RecordAsync(string id, string by, string digest, CancellationToken cancellation)
    {
        var name = Instances.OfCounterQuery(id);
        var stream = await ledger.LoadAsync(name, cancellation);
        var decision = CounterDecider.RecordResult(legal.GetUtcNow(), by, digest, [.. stream.Events.Cast<CounterEvent>()]);
        if (decision.Error is not null || decision.Events.Count == 0) return decision.Error;
        try
        {
            await ledger.AppendAsync([new Append(name, stream.Partition!, stream.Version, decision.Events)], cancellation);
            return null;
        }
        catch (LedgerConflictException)
        {
            return SanctionErrors.AlreadyRecorded;
        }
    }

    /// <summary>A ground as the fact keeps it.</summary>
    public static string NameOf(CounterGround ground) => $"{ground.Basis}:{ground.Measure}";
}

/// <summary>A query with its answer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Asked">What was asked and answered.</param>
/// <param name="Result">What was written down of its use, or null.</param>
/// <param name="Grounds">The grounds of all answers.</param>
public sealed record CounterFile(string Id, CounterEvent.Asked Asked, CounterEvent.ResultRecorded? Result, IReadOnlyList<CounterGround> Grounds);
