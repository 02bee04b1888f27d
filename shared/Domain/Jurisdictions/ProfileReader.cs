using EntCredit.Domain.Calendar;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>Reads one profile file. The form is documented in docs/profiles.md and docs/jurisdiction-profile.schema.json.</summary>
internal static class ProfileReader
{
    public static JurisdictionProfile Read(SettingsObject root)
    {
        _ = root.OptionalText("$schema");
        string document = root.Text("document");
        DateOnly holdsFrom = root.Date("holdsFrom");
        Counting counting = root.Object("counting", o => new Counting(o.Flag("eventDayCounted"), o.Choice<Roll>("roll")));
        ProfileParts parts = new(document, counting, holdsFrom);
        IReadOnlyDictionary<ClockKind, Clock> clocks = root.Object("clocks", o => RegimeReader.Clocks(o, parts));
        JurisdictionProfile profile = new()
        {
            Id = root.Text("id", ProfileParts.Code(), ProfileParts.CodeForm),
            Name = root.Text("name"),
            Document = document,
            Title = root.Text("title"),
            Parent = root.OptionalText("parent"),
            HoldsFrom = holdsFrom,
            HoldsFromSource = root.Object("holdsFromSource", parts.Source),
            Counting = counting,
            Clocks = clocks,
            CollectionScope = root.Choice<CollectionScope>("collectionScope"),
            OutsideInformation = root.OptionalObject("outsideInformation", o => CooperationReader.Outside(o, parts)),
            Provision = root.Object("provision", o => RegimeReader.Provision(o, parts, clocks)),
            Publication = PublicationReader.Rules(root, parts),
            SecrecyReview = root.Object("secrecyReview", o => PublicationReader.SecrecyReview(o, parts)),
            Channels = root.List("channels", o => PublicationReader.Channel(o, parts)),
            RefusedRowCorrection = root.Object("refusedRowCorrection", o => RemedyReader.RefusedRows(o, parts)),
            Suspension = root.Object("suspension", o => RemedyReader.Suspension(o, parts)),
            Objections = root.Object("objections", o => RemedyReader.Objections(o, parts)),
            Correction = root.Object("correction", o => RemedyReader.Correction(o, parts)),
            Backlog = root.List("backlog", o => RegimeReader.Backlog(o, parts, clocks), required: false),
            DualNotice = root.ObjectOrOff("dualNotice", o => CooperationReader.DualNotice(o, parts)),
            Sanctions = root.ObjectOrOff("sanctions", o => CooperationReader.Sanctions(o, parts)),
            Exchanges = root.List("exchanges", o => PublicationReader.Exchange(o, parts), required: false),
            Participants = root.Object("participants", o => CooperationReader.Participants(o, parts)),
            DigitalSignature = root.Object("digitalSignature", o => CooperationReader.Signature(o, parts)),
            Subjects = root.Object("subjects", o => CooperationReader.Subjects(o, parts)),
            Sharing = root.Object("sharing", o => CooperationReader.Sharing(o, parts)),
            Accounts = root.OptionalObject("accounts", o => CooperationReader.Accounts(o, parts)),
            DisplayPeriods = root.List("displayPeriods", o => PublicationReader.DisplayPeriod(o, parts), required: false),
            Milestones = root.List("milestones", o => CooperationReader.Milestone(o, parts), required: false),
            UnnumberedDuties = root.List("unnumberedDuties", o => CooperationReader.Duty(o, parts), required: false),
        };
        RefuseRepeated(root, "channels", profile.Channels.Select(channel => channel.Id));
        RefuseRepeated(root, "backlog", profile.Backlog.Select(rule => rule.Id));
        return profile;
    }

    private static void RefuseRepeated(SettingsObject root, string list, IEnumerable<string> ids)
    {
        foreach (string id in ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key))
            root.RefuseAt(list, SettingsErrors.NotUnique, id, list);
    }
}
