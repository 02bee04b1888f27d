using System.Text.Json;
using EntCredit.Domain.Corrections;
using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Events;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Sanctions;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Enterprises;

/// <summary>The cases about an enterprise, as who supervises reads them in one list; each has its own door for the rest.</summary>
public sealed class FiledCases(ILedger ledger, ICaseIndex index, ICaseBook book, CaseReplies replies)
{
    private const int MostOfAKind = 100;

    private static readonly IReadOnlyList<CaseKind> Kinds = [CaseKind.Objection, CaseKind.Sanction, CaseKind.Delivery, CaseKind.Restriction, CaseKind.DualNotice];

    /// <summary>Those that the caller's office reaches: at most a hundred of a kind, newest first.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="subjects">The internal ids of all that were found to be the enterprise.</param>
    /// <param name="records">The records whose corrections belong to it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<FiledCase>> OfAsync(
        Caller caller, IReadOnlyCollection<string> subjects, IReadOnlyCollection<string> records, CancellationToken cancellation)
    {
        var found = (await index.AboutAsync(Kinds, subjects, MostOfAKind, cancellation)).Values.SelectMany(streams => streams).ToList();
        foreach (var record in records)
            found.AddRange((await book.AboutAsync(CaseKind.Correction, record, cancellation)).Select(row => (CaseKind.Correction, row.Stream)));
        var streams = await ledger.LoadManyAsync([.. found.Select(one => one.Stream)], cancellation);
        List<FiledCase> cases = [];
        foreach (var (kind, stream) in found)
        {
            var history = streams[stream].Events;
            if (StandOf(kind, history) is not { } stand || !caller.Reaches(stand.Departments[0], stand.Jurisdiction)) continue;
            cases.Add(new FiledCase(Word(kind), stream, Word(stand.Phase), stand.Departments, Happenings.Of(history), await replies.DutiesAsync(stream, cancellation)));
        }

        return cases;
    }

    private static (object Phase, string Jurisdiction, IReadOnlyList<string> Departments)? StandOf(CaseKind kind, IReadOnlyList<DomainEvent> history)
    {
        switch (kind)
        {
            case CaseKind.Objection:
                var objection = Objection.Fold(history.Cast<ObjectionEvent>());
                return objection.Lodging is { } lodging ? (objection.Phase, lodging.About.Jurisdiction, [lodging.About.Provider, lodging.With]) : null;
            case CaseKind.Correction:
                var correction = Correction.Fold(history.Cast<CorrectionEvent>());
                return correction.About is { } about ? (correction.Phase, about.Jurisdiction, [about.Provider]) : null;
            case CaseKind.Sanction:
                var sanction = Sanction.Fold(history.Cast<SanctionEvent>());
                return sanction.Target is { } target ? (sanction.LiftedAt is null ? "initiated" : "lifted", target.Jurisdiction, [sanction.Initiator!, .. sanction.Implementers]) : null;
            case CaseKind.Delivery:
                var delivery = Delivery.Fold(history.Cast<DeliveryEvent>());
                return delivery.Push is { } push ? (delivery.Phase, push.Target.Jurisdiction, [push.To]) : null;
            case CaseKind.Restriction:
                var restriction = Restriction.Fold(history.Cast<RestrictionEvent>());
                return restriction.Decision is { } decided ? (restriction.Phase, decided.Target.Jurisdiction, [decided.By]) : null;
            default:
                var notice = Notice.Fold(history.Cast<NoticeEvent>());
                return notice.About is { } registration
                    ? (notice.Phase, registration.Jurisdiction, [registration.Registrar, .. new[] { notice.Approver }.OfType<string>()])
                    : null;
        }
    }

    private static string Word(object value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()!);
}
