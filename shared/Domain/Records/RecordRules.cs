using EntCredit.Domain.Calendar;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Records;

/// <summary>What the rules of a record are decided by.</summary>
/// <param name="Profile">The jurisdiction of its provider.</param>
/// <param name="Calendar">The working-day calendar in force.</param>
/// <param name="MarketSupervision">The department that publishes in that jurisdiction.</param>
public sealed record RecordRules(JurisdictionProfile Profile, WorkingCalendar Calendar, string MarketSupervision)
{
    /// <summary>The calendar's versions, by which duties opened under an older one are seen; null where there is only the one.</summary>
    public CalendarVersions? Versions { get; init; }

    /// <summary>The resource catalogue, by which a row's days are read.</summary>
    public ResourceCatalogue Catalogue { get; init; } = ResourceCatalogue.Default;

    /// <summary>An open duty as it stands today: its last day may have moved later with a notice, never earlier.</summary>
    public OpenedDuty Today(OpenedDuty duty) => Versions is null ? duty : Duties.Under(Versions, duty);
}
