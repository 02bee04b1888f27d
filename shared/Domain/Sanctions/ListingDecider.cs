using EntCredit.Domain.Intake;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Domain.Sanctions.Measures;

namespace EntCredit.Domain.Sanctions;

/// <summary>What an entry on a list asks for (L1, L4): a pure function of the entry, the jurisdiction's rules and the catalogue of measures.</summary>
public static class ListingDecider
{
    /// <summary>The reason of a lifting because the subject is off the list.</summary>
    public const string Removed = "已移出名单";

    /// <summary>The id of the sanction that follows from an entry.</summary>
    public static string IdOf(string record, Record entry) => CaseKeys.Of("sanction", entry.Origin!.Provider, null, ["listing", record]);

    /// <summary>The cause that a subject is on a list for now; null where it is off it, or the jurisdiction's document does not name the list.</summary>
    public static SanctionCause? StandingCause(Record entry, CaseRules rules, MeasureCatalogue law) =>
        IsStanding(entry) && law.CauseOf(entry.Content!) is { } cause && !entry.Content!.Fields.ContainsKey(cause.Removal)
        && rules.Profile.Sanctions?.Causes.Contains(cause.Code) == true
            ? cause
            : null;

    /// <summary>
    /// What follows: it starts (C 三(四)), its provider is asked to start it (J 五(六)), or nothing where departments fetch the lists. A cause that
    /// nobody here carries out is proposed: its provider names who does.
    /// </summary>
    public static SanctionCommand? Follow(DateTimeOffset at, string record, Record entry, CaseRules rules, MeasureCatalogue law)
    {
        if (StandingCause(entry, rules, law) is not { } cause || rules.Profile.Sanctions!.Trigger == SanctionTrigger.Fetched) return null;
        var by = entry.Origin!.Provider;
        var target = new SanctionTarget(entry.Subject!, entry.Origin.Jurisdiction, cause.List, cause.Code);
        var implementers = law.ImplementersOf(cause, entry.Origin.Jurisdiction, by, rules.Departments, at);
        return rules.Profile.Sanctions.Trigger == SanctionTrigger.Automatic && implementers.Count > 0
            ? new SanctionCommand.Initiate(at, by, target, implementers, [])
            : new SanctionCommand.Propose(at, by, target, implementers, record);
    }

    private static bool IsStanding(Record entry) => entry is { Origin: not null, Subject: not null, Finished: false, FollowKey: not null, Content.Status: ContentStatus.Valid };
}
