using System.Globalization;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Records;

/// <summary>Which duties a row starts: collection (T1; T4 and T5 for what is older than the profile; T6 where it is monthly), publication (T2), and the mending of a refused row.</summary>
public static class RecordDuties
{
    /// <summary>Publication under the enterprise's name.</summary>
    public const string Publication = "T2";

    /// <summary>The mended form of a refused row: due at the later of its collection day and 3 working days after the receipt.</summary>
    public const string Mending = "T1-mend";

    /// <summary>What the law makes of a row: the profile's word, unless the provider declares a narrower use.</summary>
    public static Publicity PublicityOf(RecordContent content, JurisdictionProfile profile) =>
        content.Scope == UseScope.Public && RuleOf(content, profile).Exposure == Exposure.Published
            ? Publicity.Published
            : Publicity.CollectedOnly;

    /// <summary>The duties of a collected row. Collection is owed by the provider, publication by market supervision, both from 信息产生之日 (A1).</summary>
    public static IReadOnlyList<OpenedDuty> OfCollection(string provider, RecordContent content, RecordRules rules)
    {
        var generatedOn = content.GeneratedOn!.Value;
        var duties = new List<OpenedDuty>(2);
        if (Collection(provider, content, rules) is { } collection) duties.Add(collection);

        if (OfPublication(content, rules) is { } publication) duties.Add(publication);
        return duties;
    }

    /// <summary>The duty to publish a row, or null where none is owed.</summary>
    public static OpenedDuty? OfPublication(RecordContent content, RecordRules rules)
    {
        // A35: what is older than the profile has no publication clock of the document's; it is published as soon as it is collected.
        var generatedOn = content.GeneratedOn!.Value;
        return PublicityOf(content, rules.Profile) == Publicity.Published
            && !rules.Profile.IsBacklog(generatedOn)
            && rules.Profile.Clock(ClockKind.Publication) is { } clock
            && clock.HoldsOn(generatedOn)
            ? Duties.Open(rules.Calendar, clock.RuleId, rules.MarketSupervision, clock.Term, generatedOn)
            : null;
    }

    /// <summary>Whether a row received at an instant says legibly when it arose: nothing arises after it is received (A5).</summary>
    public static bool IsDated(RecordContent content, DateTimeOffset receivedAt) => content.GeneratedOn <= LegalZone.DayOf(receivedAt);

    /// <summary>The duties of a refused row. A row without a legible day owes its mending only.</summary>
    public static IReadOnlyList<OpenedDuty> OfRefusal(string provider, RecordContent content, DateTimeOffset receivedAt, RecordRules rules)
    {
        var collection = IsDated(content, receivedAt) ? Collection(provider, content, rules) : null;
        var correction = rules.Profile.RefusedRowCorrection;
        var mending = Duties.Open(rules.Calendar, Mending, provider, correction.AfterReceipt, LegalZone.DayOf(receivedAt));
        mending = mending with { Due = correction.Due(mending.Due, collection?.Due) };
        return collection is null ? [mending] : [collection, mending];
    }

    /// <summary>
    /// The day from which the provider owes the collection: 信息产生之日; of what arose outside the jurisdiction the day of receipt, where the document says so
    /// (A32: 由相应行政机关参照本单位产生的信息进行归集).
    /// </summary>
    public static DateOnly CollectionStart(RecordContent content, JurisdictionProfile profile) =>
        content.ReceivedOn is { } received && profile.OutsideInformation?.StartsAtReceipt == true ? received : content.GeneratedOn!.Value;

    private static OpenedDuty? Collection(string provider, RecordContent content, RecordRules rules)
    {
        var profile = rules.Profile;
        var start = CollectionStart(content, profile);
        if (profile.IsBacklog(start)) return Backlog(provider, content, start, rules);
        var kind = profile.Provision.IsMonthlyOn(start) ? ClockKind.MonthlyProvision : ClockKind.Collection;
        return profile.Clock(kind) is { } clock && clock.HoldsOn(start) && profile.BindsCollection(RuleOf(content, profile))
            ? Duties.Open(rules.Calendar, clock.RuleId, provider, clock.Term, start)
            : null;
    }

    /// <summary>T4, T5: what arose before the profile's first day is owed by its backlog rules, counted from that first day.</summary>
    private static OpenedDuty? Backlog(string provider, RecordContent content, DateOnly generatedOn, RecordRules rules)
    {
        var profile = rules.Profile;
        if (profile.BacklogFor(content.Item, null, generatedOn, ValidUntil(content, rules.Catalogue)) is not { AlreadyProvided: false } rule) return null;
        if (rule.DueOn is { } fixedDay) return new OpenedDuty("T5", provider, profile.HoldsFrom, fixedDay, rules.Calendar.Version);
        return profile.Clock(ClockKind.BacklogCompletion) is { } clock
            ? Duties.Open(rules.Calendar, clock.RuleId, provider, clock.Term, profile.HoldsFrom)
            : null;
    }

    /// <summary>The last day of a row's validity by the resource catalogue, or null where it has no end.</summary>
    private static DateOnly? ValidUntil(RecordContent content, ResourceCatalogue catalogue) =>
        catalogue.Find(content.Item)?.Fields.FirstOrDefault(field => field.Role == FieldRole.ValidUntil) is { } field
        && content.Fields.TryGetValue(field.Code, out var text)
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static PublicationRule RuleOf(RecordContent content, JurisdictionProfile profile) =>
        profile.PublicationOf(content.Item, null, content.Procedure);
}
