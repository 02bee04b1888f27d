using EntCredit.Domain.Calendar;
using EntCredit.Domain.Corrections;
using EntCredit.Domain.Departments;
using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Events;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Sanctions;

namespace EntCredit.Domain.Messages;

/// <summary>
/// What the last event of a case says to whom: a pure function of the case's events, so that a message sent again is the same message. What is said
/// is what the HTTP inbox shows; that the department is a party is the reason for its being told.
/// </summary>
public static class Announcements
{
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    /// <summary>How the streams begin whose events may say something; others need not be read.</summary>
    public static IReadOnlyList<string> Streams { get; } = ["sanction-", "restriction-", "notice-", "objection-", "correction-"];

    /// <summary>The sanction's stream that a restriction follows, whose initiator is told of it; null of anything else.</summary>
    public static string? FollowedBy(IReadOnlyList<DomainEvent> history) => history is [RestrictionEvent.Decided decided, ..] ? decided.Sanction : null;

    /// <summary>What the last event says.</summary>
    /// <param name="stream">The case's stream.</param>
    /// <param name="history">Its events, the one in question last.</param>
    /// <param name="initiator">Who began the sanction that a restriction follows, or null.</param>
    public static IReadOnlyList<Announcement> Of(string stream, IReadOnlyList<DomainEvent> history, string? initiator = null)
    {
        if (history is not [var first, ..] || history.OfType<IOfJurisdiction>().FirstOrDefault() is not { } place) return [];
        var happened = history[^1];
        var said = first switch
        {
            DeliveryEvent => Of(history.Cast<DeliveryEvent>()),
            RestrictionEvent => Of(history.Cast<RestrictionEvent>(), initiator),
            NoticeEvent => Of(history.Cast<NoticeEvent>()),
            ObjectionEvent => Of(history.Cast<ObjectionEvent>()),
            CorrectionEvent => Of(history.Cast<CorrectionEvent>()),
            _ => null,
        };
        if (said is null) return [];

        var basis = new Announcement(said.Topic, EventNameAttribute.Of(happened.GetType()), stream, history.Count, happened.At, place.Jurisdiction)
        {
            Subject = said.Subject,
        };
        if (happened is IFellOverdue fallen)
        {
            return [basis with { To = fallen.Debtor, Data = With(said.Data, (MessageNames.Rule, fallen.Rule), ("due", Iso(fallen.Due))) }];
        }

        List<Announcement> all = [];
        var opened = happened.Opened ?? [];
        if (said.To is not null || said.Audience is not null)
        {
            // The day by which the addressee answers.
            var due = opened.Where(duty => duty.Debtor == said.To).Select(duty => duty.Due).Order().FirstOrDefault();
            all.Add(basis with { To = said.To, Audience = said.Audience, Data = due == default ? said.Data : With(said.Data, ("due", Iso(due))) });
        }

        // On the morning before a duty's last day its debtor is reminded; who has answered by then knows a higher version and ignores it.
        all.AddRange(
            from duty in opened
            let morning = LegalZone.StartOf(duty.Due.AddDays(-1)) + Morning
            where morning > happened.At
            select basis with
            {
                Type = "reminder",
                To = duty.Debtor,
                NotBefore = morning,
                Data = With(said.Data, (MessageNames.Rule, duty.Rule), ("due", Iso(duty.Due))),
            });
        return all;
    }

    private static Said? Of(IEnumerable<DeliveryEvent> history)
    {
        var state = Delivery.Fold(history);
        if (state.Push is not { } push) return null;
        var data = Data(("case", push.Sanction), ("list", push.Target.List), ("cause", push.Target.Cause), ("initiator", push.Initiator), ("implementer", push.To));
        var to = history.Last() switch
        {
            DeliveryEvent.Pushed or DeliveryEvent.LiftingSent or DeliveryEvent.Recalled => push.To,
            DeliveryEvent.Received or DeliveryEvent.Applied or DeliveryEvent.LiftingReceived => push.Initiator,
            _ => null,
        };
        return new Said(MessageNames.Sanctions, to, null, push.Target.Subject, data);
    }

    private static Said? Of(IEnumerable<RestrictionEvent> history, string? initiator)
    {
        var decided = Restriction.Fold(history).Decision!;
        var data = Data(
            ("list", decided.Target.List),
            ("cause", decided.Target.Cause),
            ("measure", decided.Measure),
            ("decidedOn", Iso(decided.DecidedOn)),
            ("department", decided.By),
            ("sanction", decided.Sanction));
        return new Said(MessageNames.Restrictions, initiator == decided.By ? null : initiator, null, decided.Target.Subject, data);
    }

    private static Said? Of(IEnumerable<NoticeEvent> history)
    {
        var state = Notice.Fold(history);
        var about = state.About!;
        var data = Data(("record", about.Record), ("approvalItem", about.ApprovalItem), ("registrar", about.Registrar), ("approver", state.Approver));
        (string? To, DepartmentRole? Audience) = history.Last() switch
        {
            NoticeEvent.Pushed e => (e.To, null),
            NoticeEvent.Published => (null, DepartmentRole.Approver),
            NoticeEvent.Deregistered => (state.Approver, null),
            NoticeEvent.Claimed or NoticeEvent.Acknowledged or NoticeEvent.Returned or NoticeEvent.Completed or NoticeEvent.ResultFedBack or NoticeEvent.CheckFedBack =>
                (about.Registrar, (DepartmentRole?)null),
            _ => (null, null),
        };
        return new Said(MessageNames.DualNotices, To, Audience, about.Subject, data);
    }

    private static Said? Of(IEnumerable<ObjectionEvent> history)
    {
        // Neither who objects nor what the objection says: whoever handles it reads that behind its key.
        if (Objection.Fold(history).Lodging is not { About: var about }) return null;
        (string? To, DepartmentRole? Audience) = history.Last() switch
        {
            ObjectionEvent.Lodged or ObjectionEvent.Forwarded or ObjectionEvent.Hidden or ObjectionEvent.Resumed or ObjectionEvent.Remedied
                or ObjectionEvent.Withdrawn => (about.Provider, null),
            ObjectionEvent.SuspensionDecided or ObjectionEvent.SuspensionLifted or ObjectionEvent.RemedyAsked => (null, DepartmentRole.MarketSupervision),
            _ => ((string?)null, (DepartmentRole?)null),
        };
        return new Said(MessageNames.Objections, To, Audience, about.Subject, Data(("record", about.Record), ("item", about.Item), ("provider", about.Provider)));
    }

    private static Said? Of(IEnumerable<CorrectionEvent> history)
    {
        if (Correction.Fold(history).About is not { } about) return null;
        (string? To, DepartmentRole? Audience) = history.Last() switch
        {
            CorrectionEvent.Reported or CorrectionEvent.CarriedOut => (about.Provider, null),
            CorrectionEvent.Requested => (null, DepartmentRole.MarketSupervision),
            _ => ((string?)null, (DepartmentRole?)null),
        };
        return new Said(MessageNames.Corrections, To, Audience, null, Data(("record", about.Record), ("item", about.Item), ("provider", about.Provider)));
    }

    private static Dictionary<string, string> Data(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        Dictionary<string, string> data = new(StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            if (value is not null) data[name] = value;
        }

        return data;
    }

    private static Dictionary<string, string> With(Dictionary<string, string> data, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        Dictionary<string, string> all = new(data, StringComparer.Ordinal);
        foreach (var (name, value) in Data(more)) all[name] = value;
        return all;
    }

    private static string Iso(DateOnly day) => $"{day:yyyy-MM-dd}";

    private sealed record Said(string Topic, string? To, DepartmentRole? Audience, string? Subject, Dictionary<string, string> Data);
}
