using EntCredit.Domain.Calendar;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger;

namespace EntCredit.Orchestrations;

/// <summary>The law as loaded: which rules hold for a jurisdiction's records now. Made for each use, so that a file loaded meanwhile holds for the next.</summary>
public sealed class Rulebook(JurisdictionProfiles profiles, DepartmentRegister departments, ResourceCatalogue catalogue, CalendarBook calendars)
{
    /// <summary>The law in force, with every notice that the ledger knows at this moment.</summary>
    public async Task<LawInForce> TodayAsync(CancellationToken cancellation) =>
        new(profiles, departments, catalogue, await calendars.CurrentAsync(cancellation));
}

/// <summary>The law at one moment: what is decided together is decided by the same law.</summary>
public sealed class LawInForce(JurisdictionProfiles profiles, DepartmentRegister departments, ResourceCatalogue catalogue, CalendarVersions versions)
{
    /// <summary>The working-day calendar in force.</summary>
    public WorkingCalendar Calendar => versions.Newest;

    /// <summary>The rules for records of a jurisdiction.</summary>
    /// <exception cref="InvalidOperationException">The departments file names nobody who publishes there.</exception>
    public RecordRules For(string jurisdiction) =>
        new(profiles.Get(jurisdiction), versions.Newest, MarketSupervisionOf(jurisdiction)) { Versions = versions, Catalogue = catalogue };

    /// <summary>The rules for cases of a jurisdiction.</summary>
    public CaseRules CaseRulesFor(string jurisdiction) => new(profiles.Get(jurisdiction), versions.Newest, departments);

    /// <summary>A fact of a case with the duties that it started as they stand today: a notice may have moved a last day later, never earlier (A26).</summary>
    public T Today<T>(T happened)
        where T : DomainEvent =>
        happened.Opened is { } opened ? happened with { Opened = [.. opened.Select(duty => Duties.Under(versions, duty))] } : happened;

    private string MarketSupervisionOf(string jurisdiction) =>
        departments.In(jurisdiction, DepartmentRole.MarketSupervision).FirstOrDefault()?.Id
        ?? throw new InvalidOperationException($"No department of {jurisdiction} has the role of market supervision.");
}
