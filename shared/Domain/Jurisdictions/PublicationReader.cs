using EntCredit.Domain.Departments;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>Reads what is collected and published, through which channels, and after which review.</summary>
internal static class PublicationReader
{
    public static IReadOnlyList<PublicationRule> Rules(SettingsObject root, ProfileParts parts)
    {
        int before = root.ErrorCount;
        IReadOnlyList<PublicationRule> rules = root.List("publication", o => Rule(o, parts));
        // A rule whose kinds could not be read would look like a catch-all.
        if (root.ErrorCount > before)
            return rules;
        if (!IsGeneral(rules[^1]))
            root.RefuseAt("publication", ProfileErrors.CatchAll, "末条不是兜底规则");
        for (int i = 0; i < rules.Count - 1; i++)
        {
            if (IsGeneral(rules[i]))
                root.RefuseAt("publication", ProfileErrors.CatchAll, $"第 {i + 1} 条已是兜底规则");
        }
        return rules;
    }

    public static Channel Channel(SettingsObject o, ProfileParts parts) => new(
        o.Text("id", ProfileParts.Code(), ProfileParts.CodeForm),
        o.Text("name"),
        o.Choices<ChannelMode>("modes"),
        ProfileParts.Kinds(o),
        o.Choices<DepartmentLevel>("levels", required: false),
        o.Object("source", parts.Source));

    public static SecrecyReview SecrecyReview(SettingsObject o, ProfileParts parts) => new(
        o.Choice<SecrecyDeclaration>("declaration"),
        o.Choices<DepartmentLevel>("requiredOf", required: false),
        o.Choice<DepartmentRole>("reviewer"),
        o.Object("source", parts.Source));

    public static Exchange Exchange(SettingsObject o, ProfileParts parts)
    {
        int? maxHours = o.OptionalNumber("maxHours", 1, 24 * 31);
        return new Exchange(
            maxHours is null ? "T3" : "T8",
            o.Texts("targets"),
            maxHours,
            o.Flag("refreshes"),
            o.OptionalDate("builtBy"),
            o.Choice<DepartmentRole>("debtor"),
            o.Object("source", parts.Source));
    }

    public static DisplayPeriod DisplayPeriod(SettingsObject o, ProfileParts parts) => new(
        ProfileParts.Kinds(o),
        o.OptionalObject("atLeast", parts.Term),
        o.Object("atMost", parts.Term),
        o.Object("source", parts.Source));

    private static PublicationRule Rule(SettingsObject o, ProfileParts parts) => new(
        o.Choice<Exposure>("exposure"),
        o.Text("name"),
        ProfileParts.Kinds(o),
        o.Texts("procedures", required: false),
        o.Object("source", parts.Source));

    private static bool IsGeneral(PublicationRule rule) =>
        rule is { Kinds.Items.Count: 0, Kinds.Categories.Count: 0, Procedures.Count: 0 };
}
