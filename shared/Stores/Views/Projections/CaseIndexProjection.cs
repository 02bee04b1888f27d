using EntCredit.Domain.Corrections;
using EntCredit.Domain.Credit;
using EntCredit.Domain.Departments;
using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Provision;
using EntCredit.Domain.Records;
using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Sharing;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>By what each case is found: its departments, its jurisdiction, its enterprise, whom it waits for, and what of it is not settled.</summary>
internal sealed class CaseIndexProjection : IProjection
{
    public const string Tables = """
        CREATE TABLE case_index (
            kind INTEGER NOT NULL,
            part INTEGER NOT NULL,
            key INTEGER NOT NULL,
            stream INTEGER NOT NULL,
            PRIMARY KEY (kind, part, key, stream)) WITHOUT ROWID;
        CREATE INDEX case_index_of_stream ON case_index (stream, part);
        CREATE INDEX case_index_awaits ON case_index (key, stream) WHERE part = 9;
        """;

    public void Apply(in Fact fact, SqliteSession session, Terms terms)
    {
        var entry = new CaseIndexEntry(fact, session, terms);
        switch (fact.Event)
        {
            case SanctionEvent happened:
                OfSanction(happened, fact, entry);
                break;
            case DeliveryEvent happened:
                OfDelivery(happened, entry);
                break;
            case RestrictionEvent happened:
                OfRestriction(happened, entry);
                break;
            case NoticeEvent happened:
                OfNotice(happened, entry);
                break;
            case DrawEvent.Committed e:
                entry.Begin(CaseKind.Draw, e.Jurisdiction);
                foreach (var department in e.Departments) entry.Add(CaseKind.Draw, CasePart.Party, department);
                entry.Add(CaseKind.Draw, CasePart.Seed, e.SeedDigest);
                break;
            case DrawEvent.Drawn { Beacon: not null }:
                foreach (var department in entry.Keys(CasePart.Party)) entry.Add(CaseKind.Draw, CasePart.Awaits, department);
                foreach (var jurisdiction in entry.Keys(CasePart.Jurisdiction)) entry.Add(CaseKind.Draw, CasePart.Standing, jurisdiction);
                break;
            case DrawEvent.ResultRecorded { Finishes: true }:
                entry.Remove(CasePart.Awaits);
                entry.Remove(CasePart.Standing);
                break;
            case CreditEvent.Classified e:
                entry.Begin(CaseKind.Credit, e.Jurisdiction, e.Subject);
                break;
            case CreditEvent.Warned e:
                entry.Begin(CaseKind.Credit, e.Jurisdiction, e.Subject);
                entry.Add(CaseKind.Credit, CasePart.Standing, e.Jurisdiction);
                break;
            case CreditEvent.WarningEnded { Last: true }:
                entry.Remove(CasePart.Standing);
                break;
            case ConsentEvent.Given e:
                entry.Begin(CaseKind.Consent, e.Jurisdiction, e.Subject);
                entry.Add(CaseKind.Consent, CasePart.Initiator, e.By);
                entry.Add(CaseKind.Consent, CasePart.Party, e.To);
                break;
            case AccountEvent.Applied e:
                entry.Begin(CaseKind.Account, e.Jurisdiction);
                entry.Add(CaseKind.Account, CasePart.Awaits, e.With);
                break;
            case AccountEvent.Refused or AccountEvent.Issued:
                entry.Remove(CasePart.Awaits);
                break;
            case ProvisionEvent.Expected e:
                entry.Begin(CaseKind.Provision, e.Jurisdiction);
                entry.Add(CaseKind.Provision, CasePart.Party, e.Department);
                break;
            case RosterEvent.Changed e:
                entry.Begin(CaseKind.Roster, e.Jurisdiction);
                entry.Add(CaseKind.Roster, CasePart.Party, e.By);
                break;
            case RecordEvent happened:
                OfRecord(happened, entry);
                break;
            case ObjectionEvent happened:
                OfObjection(happened, entry);
                break;
            case CorrectionEvent happened:
                OfCorrection(happened, entry);
                break;
        }
    }

    private static void OfSanction(SanctionEvent happened, in Fact fact, CaseIndexEntry entry)
    {
        switch (happened)
        {
            case SanctionEvent.Proposed e:
                entry.Add(CaseKind.Sanction, CasePart.Awaits, e.By);
                break;
            case SanctionEvent.ProposalDropped:
                entry.Remove(CasePart.Awaits);
                break;
            case SanctionEvent.Initiated e:
                entry.Remove(CasePart.Awaits);
                entry.Begin(CaseKind.Sanction, e.Target.Jurisdiction, e.Target.Subject);
                entry.Add(CaseKind.Sanction, CasePart.Initiator, e.By);
                entry.Add(CaseKind.Sanction, CasePart.Party, e.By);
                Implement(e.Implementers, fact, entry);
                break;
            case SanctionEvent.Extended e:
                Implement(e.Implementers, fact, entry);
                break;
            case SanctionEvent.Lifted:
                entry.Add(CaseKind.Sanction, CasePart.Lifted, fact.StreamName);
                foreach (var department in entry.Keys(CasePart.Implementer))
                    entry.Add(CaseKind.Sanction, CasePart.Unsettled, $"{fact.StreamName}-{department}");
                foreach (var restriction in entry.StandingRestrictions())
                    entry.Add(CaseKind.Sanction, CasePart.Unsettled, restriction);
                break;
        }
    }

    private static void Implement(IReadOnlyList<string> departments, in Fact fact, CaseIndexEntry entry)
    {
        foreach (var department in departments)
        {
            entry.Add(CaseKind.Sanction, CasePart.Implementer, department);
            entry.Add(CaseKind.Sanction, CasePart.Party, department);
            entry.Add(CaseKind.Sanction, CasePart.Unsettled, $"{fact.StreamName}-{department}");
        }
    }

    private static void OfDelivery(DeliveryEvent happened, CaseIndexEntry entry)
    {
        switch (happened)
        {
            case DeliveryEvent.Pushed e:
                entry.Begin(CaseKind.Delivery, e.Target.Jurisdiction, e.Target.Subject);
                entry.Add(CaseKind.Delivery, CasePart.Party, e.To);
                entry.Add(CaseKind.Delivery, CasePart.FollowsFrom, e.Sanction);
                entry.Add(CaseKind.Delivery, CasePart.Awaits, e.To);
                entry.Settle();
                break;
            case DeliveryEvent.Received or DeliveryEvent.LiftingReceived:
                entry.Remove(CasePart.Awaits);
                break;
            case DeliveryEvent.LiftingSent:
                foreach (var department in entry.Keys(CasePart.Party)) entry.Add(CaseKind.Delivery, CasePart.Awaits, department);
                entry.Settle();
                break;
            case DeliveryEvent.Recalled:
                entry.Remove(CasePart.Awaits);
                entry.Settle();
                break;
        }
    }

    private static void OfRestriction(RestrictionEvent happened, CaseIndexEntry entry)
    {
        switch (happened)
        {
            case RestrictionEvent.Decided e:
                entry.Begin(CaseKind.Restriction, e.Target.Jurisdiction, e.Target.Subject);
                entry.Add(CaseKind.Restriction, CasePart.Party, e.By);
                entry.Add(CaseKind.Restriction, CasePart.Awaits, e.By);
                if (e.Sanction is { } sanction) entry.Follow(CaseKind.Restriction, sanction);
                break;
            case RestrictionEvent.FedBack:
                entry.Remove(CasePart.Awaits);
                break;
            case RestrictionEvent.Lifted:
                entry.Remove(CasePart.Awaits);
                entry.AddItself(CaseKind.Restriction, CasePart.Lifted);
                entry.Settle();
                break;
        }
    }

    // From what others must hear of, until it is written down that they did.
    private static void OfRecord(RecordEvent happened, CaseIndexEntry entry)
    {
        switch (happened)
        {
            case RecordEvent.Collected e when FollowUps.Concern(e.Content.Item):
                entry.Add(CaseKind.Record, CasePart.Unsettled, e.Content.Item);
                if (FollowUps.IsList(e.Content.Item)) entry.Add(CaseKind.Record, CasePart.Subject, e.Subject);
                break;
            case RecordEvent.Corrected e when FollowUps.Concern(e.Content.Item):
                entry.Add(CaseKind.Record, CasePart.Unsettled, e.Content.Item);
                break;
            case RecordEvent.Withdrawn or RecordEvent.Expired when entry.Keys(CasePart.Subject) is [_]:
                entry.Add(CaseKind.Record, CasePart.Unsettled, "ended");
                break;
            case RecordEvent.FollowedUp:
                entry.Remove(CasePart.Unsettled);
                break;
        }
    }

    private static void OfObjection(ObjectionEvent happened, CaseIndexEntry entry)
    {
        switch (happened)
        {
            case ObjectionEvent.Lodged e:
                entry.Begin(CaseKind.Objection, e.About.Jurisdiction, e.About.Subject, e.About.Record);
                entry.Add(CaseKind.Objection, CasePart.Implementer, e.About.Provider);
                entry.Add(CaseKind.Objection, CasePart.Awaits, e.With);
                break;
            case ObjectionEvent.Forwarded or ObjectionEvent.Received:
                entry.Remove(CasePart.Awaits);
                foreach (var provider in entry.Keys(CasePart.Implementer)) entry.Add(CaseKind.Objection, CasePart.Awaits, provider);
                break;
            case ObjectionEvent.ApplicantNotified or ObjectionEvent.Withdrawn:
                entry.Remove(CasePart.Awaits);
                break;
        }
    }

    private static void OfCorrection(CorrectionEvent happened, CaseIndexEntry entry)
    {
        switch (happened)
        {
            case CorrectionEvent.Reported e:
                entry.Begin(CaseKind.Correction, e.About.Jurisdiction, null, e.About.Record);
                entry.Add(CaseKind.Correction, CasePart.Awaits, e.About.Provider);
                break;
            case CorrectionEvent.Discovered e:
                entry.Begin(CaseKind.Correction, e.About.Jurisdiction, null, e.About.Record);
                entry.Add(CaseKind.Correction, CasePart.Awaits, e.By);
                break;
            case CorrectionEvent.Requested or CorrectionEvent.Dismissed or CorrectionEvent.CarriedOut:
                entry.Remove(CasePart.Awaits);
                break;
        }
    }

    private static void OfNotice(NoticeEvent happened, CaseIndexEntry entry)
    {
        switch (happened)
        {
            case NoticeEvent.ApplicantTold e:
                Register(e.About, entry);
                break;
            case NoticeEvent.Pushed e:
                Register(e.About, entry);
                entry.Remove(CasePart.Awaits);
                entry.Remove(CasePart.Open);
                entry.Add(CaseKind.DualNotice, CasePart.Party, e.To);
                entry.Add(CaseKind.DualNotice, CasePart.Awaits, e.To);
                break;
            case NoticeEvent.Published e:
                Register(e.About, entry);
                entry.Remove(CasePart.Awaits);
                entry.Add(CaseKind.DualNotice, CasePart.Open, e.About.Jurisdiction);
                break;
            case NoticeEvent.ApproverUnclear e:
                Register(e.About, entry);
                entry.Add(CaseKind.DualNotice, CasePart.Awaits, e.About.Registrar);
                break;
            case NoticeEvent.Claimed e:
                entry.Remove(CasePart.Open);
                entry.Add(CaseKind.DualNotice, CasePart.Party, e.By);
                entry.Add(CaseKind.DualNotice, CasePart.Awaits, e.By);
                break;
            case NoticeEvent.Returned:
                entry.Remove(CasePart.Awaits);
                foreach (var registrar in entry.Keys(CasePart.Initiator)) entry.Add(CaseKind.DualNotice, CasePart.Awaits, registrar);
                break;
            case NoticeEvent.Acknowledged or NoticeEvent.Deregistered:
                entry.Remove(CasePart.Awaits);
                entry.Remove(CasePart.Open);
                break;
        }
    }

    private static void Register(Registration about, CaseIndexEntry entry)
    {
        entry.Begin(CaseKind.DualNotice, about.Jurisdiction, about.Subject, about.Record);
        entry.Add(CaseKind.DualNotice, CasePart.Initiator, about.Registrar);
        entry.Add(CaseKind.DualNotice, CasePart.Party, about.Registrar);
    }
}
