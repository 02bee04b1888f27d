using EntCredit.Domain.Departments;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>Reads the clocks, the monthly regime, and what is owed about older information.</summary>
internal static class RegimeReader
{
    /// <summary>Every clock must be named, with null where the document does not set it, so that none is forgotten.</summary>
    public static IReadOnlyDictionary<ClockKind, Clock> Clocks(SettingsObject o, ProfileParts parts)
    {
        Dictionary<ClockKind, Clock> clocks = [];
        foreach (ClockKind kind in Enum.GetValues<ClockKind>())
        {
            if (o.ObjectOrOff(SettingsWords.Of(kind), c => parts.Clock(c, kind.RuleId())) is { } clock)
                clocks.Add(kind, clock);
        }
        return clocks.AsReadOnly();
    }

    public static ProvisionRegime Provision(SettingsObject o, ProfileParts parts, IReadOnlyDictionary<ClockKind, Clock> clocks)
    {
        ProvisionRegime regime = new(
            o.Choice<ProvisionMode>("mode"),
            clocks.GetValueOrDefault(ClockKind.MonthlyProvision)?.Until,
            o.OptionalText("untilWhat"),
            o.OptionalObject("load", load => Load(load, parts)),
            o.OptionalObject("advisory", c => parts.Clock(c, ClockKind.Publication.RuleId())));
        bool monthly = regime.Mode == ProvisionMode.Monthly;
        if (monthly && regime.Load is null)
            o.RefuseAt("load", SettingsErrors.Missing, "load", "对象（按月提供时须有每月加载日）");
        if (monthly && !clocks.ContainsKey(ClockKind.MonthlyProvision))
            o.Refuse(ProfileErrors.ClockNeeded, "按月提供（monthly）", "monthlyProvision");
        if (!monthly && regime.Load is not null)
            o.RefuseAt("load", ProfileErrors.Contradiction, "逐条提供（continuous）", "load");
        return regime;
    }

    public static BacklogRule Backlog(SettingsObject o, ProfileParts parts, IReadOnlyDictionary<ClockKind, Clock> clocks)
    {
        BacklogRule rule = new(
            o.Text("id", ProfileParts.Code(), ProfileParts.CodeForm),
            ProfileParts.Kinds(o),
            o.OptionalDate("arisenFrom"),
            o.Flag("inForce", false),
            o.Flag("alreadyProvided", false),
            o.OptionalDate("dueOn"),
            o.Choice<DepartmentRole>("debtor"),
            o.Object("source", parts.Source));
        if (rule.DueOn is null && !clocks.ContainsKey(ClockKind.BacklogCompletion))
            o.Refuse(ProfileErrors.ClockNeeded, "没有截止日（dueOn）的存量规则", "backlogCompletion");
        if (rule.DueOn < parts.HoldsFrom)
            o.RefuseAt("dueOn", SettingsErrors.WrongOrder, ProfileParts.Iso(rule.DueOn.Value), ProfileParts.Iso(parts.HoldsFrom));
        if (rule.ArisenFrom >= parts.HoldsFrom)
            o.RefuseAt("arisenFrom", ProfileErrors.NotBefore, ProfileParts.Iso(rule.ArisenFrom.Value), ProfileParts.Iso(parts.HoldsFrom));
        return rule;
    }

    private static MonthlyLoad Load(SettingsObject o, ProfileParts parts) =>
        new(o.Choice<LoadDay>("day"), o.Choice<DepartmentRole>("debtor"), o.Object("source", parts.Source));
}
