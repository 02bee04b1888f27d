using EntCredit.Domain.Departments;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>Reads who works together on what: participants, subjects, sharing, dual notice, sanctions, milestones, duties without a number.</summary>
internal static class CooperationReader
{
    public static Participation Participants(SettingsObject o, ProfileParts parts) =>
        new(o.Choices<DepartmentRole>("roles"), o.Object("source", parts.Source));

    public static DigitalSignature Signature(SettingsObject o, ProfileParts parts) =>
        new(o.Choice<SignatureUse>("use"), o.Object("source", parts.Source));

    public static CoveredSubjects Subjects(SettingsObject o, ProfileParts parts) => new(
        o.Choices<SubjectKind>("kinds"),
        o.Choices<SubjectKind>("byAnalogy", required: false),
        o.Choices<IdentityKey>("keys"),
        o.Object("source", parts.Source));

    public static SharingRule Sharing(SettingsObject o, ProfileParts parts) => new(
        o.Flag("purposeRecorded"),
        o.Flag("republicationForbidden"),
        o.Flag("approvalBeyond"),
        o.Object("source", parts.Source));

    public static AccountRule Accounts(SettingsObject o, ProfileParts parts) =>
        new(o.Choice<DepartmentRole>("issuedBy"), o.Object("source", parts.Source));

    public static OutsideInformation Outside(SettingsObject o, ProfileParts parts) =>
        new(o.Flag("startsAtReceipt"), o.Object("source", parts.Source));

    public static DualNoticeRule DualNotice(SettingsObject o, ProfileParts parts) => new(
        o.OptionalText("catalogue"),
        o.Flag("writtenCommitment"),
        o.Flag("pushed"),
        o.Flag("openClaim"),
        o.Flag("returnable"),
        o.Object("source", parts.Source));

    public static SanctionRule Sanctions(SettingsObject o, ProfileParts parts) => new(
        o.Texts("lists"),
        o.Flag("personsToo"),
        o.OptionalChoice<FeedbackTo>("feedbackTo"),
        o.Flag("feedbackPublished"),
        o.Object("source", parts.Source))
    {
        Trigger = o.OptionalChoice<SanctionTrigger>("trigger") ?? SanctionTrigger.Fetched,
        Causes = o.Texts("causes", false, ProfileParts.Code(), ProfileParts.CodeForm),
    };

    public static Milestone Milestone(SettingsObject o, ProfileParts parts) => new(
        RuleOf(o, "T19", "T20", "T21", "T22"),
        o.Date("by"),
        o.Text("what"),
        o.Text("debtor"),
        o.Object("source", parts.Source));

    public static UnnumberedDuty Duty(SettingsObject o, ProfileParts parts) => new(
        RuleOf(o, "T23", "T24"),
        o.Text("what"),
        o.Choice<DepartmentRole>("debtor"),
        o.Object("source", parts.Source));

    private static string RuleOf(SettingsObject o, params string[] allowed)
    {
        string rule = o.Text("rule");
        if (rule.Length > 0 && !allowed.Contains(rule))
            o.RefuseAt("rule", SettingsErrors.NotAllowed, rule, string.Join("、", allowed));
        return rule;
    }
}
