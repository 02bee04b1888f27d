using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>The rules of one jurisdiction, as its document states them. Read from a data file; nothing here depends on which jurisdiction it is.</summary>
public sealed record JurisdictionProfile
{
    /// <summary>ASCII, lower case, e.g. jieshou.</summary>
    public required string Id { get; init; }

    /// <summary>The jurisdiction's name, in Chinese.</summary>
    public required string Name { get; init; }

    /// <summary>The number of the document, or its title where it has no number.</summary>
    public required string Document { get; init; }

    /// <summary>The document's title, in Chinese.</summary>
    public required string Title { get; init; }

    /// <summary>The profile of the jurisdiction above, or null for the national one.</summary>
    public string? Parent { get; init; }

    /// <summary>The first day on which the profile holds; what arose before follows <see cref="BacklogFor"/> (A35).</summary>
    public required DateOnly HoldsFrom { get; init; }

    /// <summary>Where that day comes from.</summary>
    public required Citation HoldsFromSource { get; init; }

    /// <summary>How days are counted where a clock does not say otherwise.</summary>
    public required Counting Counting { get; init; }

    /// <summary>The clocks that the document sets; what it does not set is absent.</summary>
    public required IReadOnlyDictionary<ClockKind, Clock> Clocks { get; init; }

    /// <summary>Which information the collection clock binds (A33).</summary>
    public required CollectionScope CollectionScope { get; init; }

    /// <summary>Information from outside the jurisdiction (A32), or null where the document does not speak of it.</summary>
    public OutsideInformation? OutsideInformation { get; init; }

    /// <summary>Piece by piece or monthly.</summary>
    public required ProvisionRegime Provision { get; init; }

    /// <summary>What is published, only collected, or not collected; the first rule that covers a record decides, the last covers everything.</summary>
    public required IReadOnlyList<PublicationRule> Publication { get; init; }

    /// <summary>The review before publication.</summary>
    public required SecrecyReview SecrecyReview { get; init; }

    /// <summary>The channels, the authoritative first.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>When a refused row's correction is due.</summary>
    public required RefusedRowCorrection RefusedRowCorrection { get; init; }

    /// <summary>Suspension of publication during verification.</summary>
    public required SuspensionRule Suspension { get; init; }

    /// <summary>Objections by the public.</summary>
    public required ObjectionRule Objections { get; init; }

    /// <summary>Correction of errors.</summary>
    public required CorrectionRule Correction { get; init; }

    /// <summary>What is owed about older information, the first rule that covers it deciding.</summary>
    public required IReadOnlyList<BacklogRule> Backlog { get; init; }

    /// <summary>双告知, or null where the document does not know it.</summary>
    public DualNoticeRule? DualNotice { get; init; }

    /// <summary>联合惩戒, or null where the document does not know it.</summary>
    public SanctionRule? Sanctions { get; init; }

    /// <summary>Where published information goes on to.</summary>
    public required IReadOnlyList<Exchange> Exchanges { get; init; }

    /// <summary>Who takes part.</summary>
    public required Participation Participants { get; init; }

    /// <summary>Digital signatures on submissions.</summary>
    public required DigitalSignature DigitalSignature { get; init; }

    /// <summary>Whom information is collected about.</summary>
    public required CoveredSubjects Subjects { get; init; }

    /// <summary>What departments may do with information of others.</summary>
    public required SharingRule Sharing { get; init; }

    /// <summary>Who gives departments their accounts, or null where the document does not say.</summary>
    public AccountRule? Accounts { get; init; }

    /// <summary>How long things are displayed; empty where nothing limits it.</summary>
    public required IReadOnlyList<DisplayPeriod> DisplayPeriods { get; init; }

    /// <summary>Days by which something had to stand.</summary>
    public required IReadOnlyList<Milestone> Milestones { get; init; }

    /// <summary>Duties without a number.</summary>
    public required IReadOnlyList<UnnumberedDuty> UnnumberedDuties { get; init; }

    /// <summary>A clock, or null where the document has none.</summary>
    public Clock? Clock(ClockKind kind) => Clocks.GetValueOrDefault(kind);

    /// <summary>Where the document sets a rule of the table, T1 to T24, or null where it does not.</summary>
    public Citation? CitationOf(string ruleId) => ruleId switch
    {
        "T3" or "T8" => Exchanges.FirstOrDefault(exchange => exchange.RuleId == ruleId)?.Source,
        "T5" => Backlog.FirstOrDefault(rule => rule.ArisenFrom is not null)?.Source,
        "T7" => Provision.Load?.Source,
        "T18" => Suspension.Allowed ? Suspension.Source : null,
        "T19" or "T20" or "T21" or "T22" => Milestones.FirstOrDefault(milestone => milestone.RuleId == ruleId)?.Source,
        "T23" or "T24" => UnnumberedDuties.FirstOrDefault(duty => duty.RuleId == ruleId)?.Source,
        _ => Clocks.Values.FirstOrDefault(clock => clock.RuleId == ruleId)?.Source,
    };

    /// <summary>What becomes of a record.</summary>
    /// <param name="item">The item's code in the resource catalogue.</param>
    /// <param name="category">The item's or record's category, or null.</param>
    /// <param name="procedure">适用程序 of a penalty, e.g. 简易程序, or null where the record does not say.</param>
    public PublicationRule PublicationOf(string item, string? category, string? procedure)
    {
        // Asked several times for each row of a file: nothing is made for the asking.
        for (var place = 0; place < Publication.Count; place++)
            if (Publication[place].Covers(item, category, procedure)) return Publication[place];
        throw new InvalidOperationException($"No rule of publication covers {item}.");
    }

    /// <summary>Whether the collection clock binds a record, as far as the profile limits it (A33).</summary>
    public bool BindsCollection(PublicationRule rule) => rule.Exposure switch
    {
        Exposure.Published => true,
        Exposure.CollectedOnly => CollectionScope == CollectionScope.AllInformation,
        _ => false,
    };

    /// <summary>Whether information that arose on a day is older than the profile.</summary>
    public bool IsBacklog(DateOnly generatedOn) => generatedOn < HoldsFrom;

    /// <summary>What is owed about older information, or null where nothing is: because it is not older, or no rule covers it.</summary>
    /// <param name="item">The item's code.</param>
    /// <param name="category">The category, or null.</param>
    /// <param name="generatedOn">The day on which it arose.</param>
    /// <param name="validUntil">The last day of its validity, or null where it has no end.</param>
    public BacklogRule? BacklogFor(string item, string? category, DateOnly generatedOn, DateOnly? validUntil) =>
        IsBacklog(generatedOn)
            ? Backlog.FirstOrDefault(rule => rule.Covers(item, category, generatedOn, validUntil, HoldsFrom))
            : null;

    /// <summary>The channels that carry a kind of information from a department of a level, the authoritative first.</summary>
    public IEnumerable<Channel> ChannelsFor(string item, string? category, DepartmentLevel level) =>
        Channels.Where(channel => channel.Serves(item, category, level));

    /// <summary>
    /// The channel that information comes by where nobody says which: of those that are entered so, the authoritative. A file that somebody brings is entered
    /// by hand where the document knows no other way for it. Null where it knows none.
    /// </summary>
    public Channel? ChannelOf(ChannelMode door, string item, DepartmentLevel level)
    {
        var channels = ChannelsFor(item, null, level).ToList();
        return channels.Find(channel => channel.Modes.Contains(door))
            ?? (door == ChannelMode.BatchFile ? channels.Find(channel => channel.Modes.Contains(ChannelMode.ManualEntry)) : null);
    }

    /// <summary>The display period of a kind of information, or null where nothing limits it.</summary>
    public DisplayPeriod? DisplayOf(string item, string? category) =>
        DisplayPeriods.FirstOrDefault(period => period.Kinds.Include(item, category));
}
