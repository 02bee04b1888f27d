using System.Globalization;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Tests.Jurisdictions;

namespace EntCredit.Domain.Tests.Rules;

/// <summary>The rules, instants and duties as tests of cases write them.</summary>
internal static class Law
{
    /// <summary>A jurisdiction of the embedded profiles, with the calendar and the departments of development.</summary>
    public static CaseRules Of(string jurisdiction) =>
        new(JurisdictionProfiles.Default.Get(jurisdiction), WorkingCalendar.Default, DepartmentRegister.Default);

    /// <summary>An invented sixth jurisdiction, with a piece of its file replaced.</summary>
    public static CaseRules Invented(string part, string replacement) => new(
        JurisdictionProfiles.Load([("yunling.json", InventedProfile.With(part, replacement))]).Get("yunling"),
        WorkingCalendar.Default,
        DepartmentRegister.Parse("d.json", """
            { "departments": [
                { "id": "yunling-operator", "name": "云岭平台", "jurisdiction": "yunling", "level": "city", "region": "539900",
                  "roles": ["operator", "marketSupervision"], "keys": [], "from": "2019-01-01" },
                { "id": "yunling-works", "name": "云岭住建", "jurisdiction": "yunling", "level": "city", "region": "539900",
                  "roles": ["provider"], "keys": [], "from": "2019-01-01" } ] }
            """));

    /// <summary>An instant from Shanghai's wall clock.</summary>
    public static DateTimeOffset At(string shanghai) =>
        new DateTimeOffset(DateTime.Parse(shanghai, CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();

    public static string Text(this OpenedDuty duty) =>
        string.Create(CultureInfo.InvariantCulture, $"{duty.Rule} {duty.Debtor} {duty.From:yyyy-MM-dd}→{duty.Due:yyyy-MM-dd}");

    public static string Text(this ClosedDuty duty) => $"{duty.Rule} {duty.Outcome}{(duty.Reason is null ? "" : " " + duty.Reason)}";
}
