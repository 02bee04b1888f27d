using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Obligations;

/// <summary>What the rules of a case are decided by.</summary>
/// <param name="Profile">The jurisdiction that the case follows.</param>
/// <param name="Calendar">The working-day calendar in force.</param>
/// <param name="Departments">Who is what.</param>
public sealed record CaseRules(JurisdictionProfile Profile, WorkingCalendar Calendar, DepartmentRegister Departments)
{
    /// <summary>Whether a department of this jurisdiction has a role.</summary>
    public bool Is(string department, DepartmentRole role) =>
        Departments.Find(department) is { } found && found.Jurisdiction == Profile.Id && found.Has(role);

    /// <summary>The duty that a clock of the profile starts; none where the document has no such clock, or it no longer holds on the day.</summary>
    /// <param name="kind">The clock.</param>
    /// <param name="debtor">The department that owes it.</param>
    /// <param name="from">The day of the event that starts it.</param>
    public IReadOnlyList<OpenedDuty>? Open(ClockKind kind, string debtor, DateOnly from) =>
        Profile.Clock(kind) is { } clock && clock.HoldsOn(from)
            ? [Duties.Open(Calendar, clock.RuleId, debtor, clock.Term, from)]
            : null;

    /// <summary>Whether a day that a command names can be counted from: not after the command itself, and within what the calendar counts.</summary>
    public static bool CanBe(DateOnly day, DateTimeOffset at) => day >= Deadlines.Earliest && day <= LegalZone.DayOf(at);
}
