using EntCredit.Domain.Departments;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>Reads how mistakes are mended: refused rows, corrections, objections, suspensions.</summary>
internal static class RemedyReader
{
    public static RefusedRowCorrection RefusedRows(SettingsObject o, ProfileParts parts) => new(
        o.Object("afterReceipt", parts.Term),
        o.Flag("notBeforeCollection"),
        o.Number("reminderWorkingDaysBefore", 0, 60));

    public static SuspensionRule Suspension(SettingsObject o, ProfileParts parts)
    {
        int before = o.ErrorCount;
        bool allowed = o.Flag("allowed");
        SuspensionRule rule = new(
            allowed,
            o.Choices<DepartmentRole>("decidedBy", required: false),
            o.OptionalChoice<DepartmentRole>("carriedOutBy"),
            o.Flag("writtenNotice", false),
            o.Choice<ClockEffect>("publicationClock"),
            o.Object("source", parts.Source),
            o.OptionalObject("clockSource", parts.Source));
        if (allowed && o.ErrorCount == before && rule.DecidedBy.Count == 0)
            o.RefuseAt("decidedBy", ProfileErrors.NeededHere, "允许暂停公示", "decidedBy", SettingsWords.All<DepartmentRole>());
        if (allowed && o.ErrorCount == before && rule.CarriedOutBy is null)
            o.RefuseAt("carriedOutBy", ProfileErrors.NeededHere, "允许暂停公示", "carriedOutBy", SettingsWords.All<DepartmentRole>());
        if (rule.PublicationClock == ClockEffect.Pause && o.ErrorCount == before && rule.ClockSource is null or { Inferred: true })
            o.RefuseAt("clockSource", ProfileErrors.PauseUnsourced);
        return rule;
    }

    public static ObjectionRule Objections(SettingsObject o, ProfileParts parts) => new(
        o.Choices<DepartmentRole>("lodgedWith"),
        o.Flag("writtenWithEvidence"),
        o.Flag("repeatNeedsNewEvidence"),
        o.OptionalText("publicMark"),
        o.Object("internalTerm", parts.Term),
        o.Object("source", parts.Source));

    public static CorrectionRule Correction(SettingsObject o, ProfileParts parts) => new(
        o.Choice<DepartmentRole>("carriedOutBy"),
        o.Flag("inWriting"),
        o.Choice<CorrectionStart>("reportStartsAt"),
        o.Object("source", parts.Source));
}
