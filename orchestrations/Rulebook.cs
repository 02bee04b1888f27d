using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Records;

namespace EntCredit.Orchestrations;

/// <summary>The law as loaded: which rules hold for a jurisdiction's records.</summary>
public sealed class Rulebook(JurisdictionProfiles profiles, DepartmentRegister departments)
{
    /// <summary>The working-day calendar in force.</summary>
    public WorkingCalendar Calendar { get; } = WorkingCalendar.Default;

    /// <summary>The rules for records of a jurisdiction.</summary>
    /// <exception cref="InvalidOperationException">The departments file names nobody who publishes there.</exception>
    public RecordRules For(string jurisdiction) => new(profiles.Get(jurisdiction), Calendar, MarketSupervisionOf(jurisdiction));

    private string MarketSupervisionOf(string jurisdiction) =>
        departments.In(jurisdiction, DepartmentRole.MarketSupervision).FirstOrDefault()?.Id
        ?? throw new InvalidOperationException($"No department of {jurisdiction} has the role of market supervision.");
}
