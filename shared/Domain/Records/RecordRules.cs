using EntCredit.Domain.Calendar;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Records;

/// <summary>What the rules of a record are decided by.</summary>
/// <param name="Profile">The jurisdiction of its provider.</param>
/// <param name="Calendar">The working-day calendar in force.</param>
/// <param name="MarketSupervision">The department that publishes in that jurisdiction.</param>
public sealed record RecordRules(JurisdictionProfile Profile, WorkingCalendar Calendar, string MarketSupervision);
