using EntCredit.Domain.Calendar;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Records;

/// <summary>Which duties a row starts: collection (T1), publication (T2), and the mending of a refused row.</summary>
public static class RecordDuties
{
    /// <summary>Publication under the enterprise's name.</summary>
    public const string Publication = "T2";

    /// <summary>The mended form of a refused row: due at the later of its collection day and 3 working days after the receipt.</summary>
    public const string Mending = "T1-mend";

    /// <summary>What the law makes of a row: the profile's word, unless the provider declares a narrower use.</summary>
    public static Publicity PublicityOf(RecordContent content, JurisdictionProfile profile) =>
        content.Scope == UseScope.Public && profile.PublicationOf(content.Item, null, content.Procedure).Outcome == PublicationOutcome.Published
            ? Publicity.Published
            : Publicity.CollectedOnly;

    /// <summary>The duties of a collected row. Collection is owed by the provider, publication by market supervision, both from 信息产生之日 (A1).</summary>
    public static IReadOnlyList<OpenedDuty> OfCollection(string provider, DateOnly generatedOn, Publicity publicity, RecordRules rules)
    {
        var duties = new List<OpenedDuty>(2);
        if (Collection(provider, generatedOn, publicity, rules) is { } collection) duties.Add(collection);
        if (publicity == Publicity.Published && rules.Profile.Clock(ClockKind.Publication) is { } publication)
            duties.Add(Duties.Open(rules.Calendar, publication.RuleId, rules.MarketSupervision, publication.Term, generatedOn));
        return duties;
    }

    /// <summary>The duties of a refused row. A row without a legible day owes its mending only.</summary>
    public static IReadOnlyList<OpenedDuty> OfRefusal(
        string provider, DateOnly? generatedOn, Publicity publicity, DateTimeOffset receivedAt, RecordRules rules)
    {
        var collection = generatedOn is { } day ? Collection(provider, day, publicity, rules) : null;
        var mending = Duties.Open(
            rules.Calendar, Mending, provider, rules.Profile.RefusedRowCorrection.AfterReceipt, LegalZone.DayOf(receivedAt));
        if (collection is not null && collection.Due > mending.Due) mending = mending with { Due = collection.Due };
        return collection is null ? [mending] : [collection, mending];
    }

    private static OpenedDuty? Collection(string provider, DateOnly generatedOn, Publicity publicity, RecordRules rules) =>
        rules.Profile.CollectionClock(generatedOn, publicity == Publicity.Published) is { } clock
            ? Duties.Open(rules.Calendar, clock.RuleId, provider, clock.Term, clock.From ?? generatedOn)
            : null;
}
