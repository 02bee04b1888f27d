using EntCredit.Domain.Calendar;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Credit;

/// <summary>Reads one scheme file. The form is documented in docs/credit.md and docs/credit-scheme.schema.json.</summary>
internal static class CreditSchemeReader
{
    private const int MostRank = 9, MostWeight = 100, MostMonths = 600, MostRecords = 1000;

    public static CreditScheme Read(SettingsObject root)
    {
        _ = root.OptionalText("$schema");
        var document = root.Text("document");
        var holdsFrom = root.Date("holdsFrom");
        ProfileParts parts = new(document, new Counting(false, Roll.None), holdsFrom);
        var classes = root.List("classes", o => Class(o, parts));
        var ids = classes.Select(one => one.Id).ToList();
        if (classes.Count(one => one.IsDefault) != 1) root.RefuseAt("classes", SettingsErrors.NotAllowed, classes.Count(one => one.IsDefault), "恰有一个 default 为 true 的分类");
        Unique(root, "classes", ids);
        var criteria = root.List("criteria", o => Criterion(o, parts, ids), required: false);
        Unique(root, "criteria", [.. criteria.Select(one => one.Id)]);
        var signals = root.List("signals", o => Signal(o, parts), required: false);
        Unique(root, "signals", [.. signals.Select(one => one.Id)]);
        return new CreditScheme
        {
            Jurisdiction = root.Text("jurisdiction", ProfileParts.Code(), ProfileParts.CodeForm),
            Name = root.Text("name"),
            Version = root.Text("version"),
            Document = document,
            HoldsFrom = holdsFrom,
            Classes = [.. classes.OrderBy(one => one.Rank)],
            Criteria = criteria,
            Signals = signals,
        };
    }

    private static CreditClass Class(SettingsObject o, ProfileParts parts)
    {
        var weight = o.OptionalNumber("inspectionWeight", 1, MostWeight);
        var weightSource = o.OptionalObject("weightSource", parts.Source);
        if (weight > 1 && weightSource is null) o.Refuse(SettingsErrors.Unsourced, "inspectionWeight");
        return new CreditClass(
            o.Text("id", ProfileParts.Code(), ProfileParts.CodeForm),
            o.Text("name"),
            o.Number("rank", 1, MostRank),
            o.Flag("default", false),
            o.Object("source", parts.Source),
            o.List("measures", m => new CreditMeasure(m.Choice<MeasureKind>("kind"), m.Text("text"), m.Object("source", parts.Source)), required: false))
        {
            InspectionWeight = weight ?? 1,
            WeightSource = weightSource,
        };
    }

    private static CreditCriterion Criterion(SettingsObject o, ProfileParts parts, List<string> classes)
    {
        var of = o.Text("class");
        if (of.Length > 0 && !classes.Contains(of)) o.RefuseAt("class", SettingsErrors.Dangling, of, string.Join('、', classes));
        return new CreditCriterion(o.Text("id", ProfileParts.Code(), ProfileParts.CodeForm), of, o.Text("text"), o.Object("when", Condition), SourceOf(o, parts));
    }

    private static CreditSignal Signal(SettingsObject o, ProfileParts parts) => new(
        o.Text("id", ProfileParts.Code(), ProfileParts.CodeForm), o.Choice<SignalLevel>("level"), o.Text("text"), o.Object("when", Condition), SourceOf(o, parts));

    /// <summary>A published source, or the mark of an example; never both, never neither.</summary>
    private static Citation? SourceOf(SettingsObject o, ProfileParts parts)
    {
        var source = o.OptionalObject("source", parts.Source);
        if (o.Flag("example", false) == source is not null || source?.Inferred == true) o.Refuse(SettingsErrors.Unsourced, "source");
        return source;
    }

    private static CreditCondition Condition(SettingsObject o)
    {
        var condition = new CreditCondition(o.Texts("items", true, ProfileParts.Code(), ProfileParts.CodeForm), o.OptionalNumber("atLeast", 1, MostRecords) ?? 1)
        {
            Absent = o.Texts("absent", required: false),
            Field = o.OptionalText("field"),
            Containing = o.Texts("containing", required: false),
            Excluding = o.Texts("excluding", required: false),
            WithinMonths = o.OptionalNumber("withinMonths", 1, MostMonths),
            InForce = o.OptionalText("inForce"),
        };
        if (condition.Field is null && condition.Containing.Count + condition.Excluding.Count > 0) o.Refuse(SettingsErrors.Missing, "field", "文字");
        return condition;
    }

    private static void Unique(SettingsObject root, string member, List<string> ids)
    {
        foreach (var twice in ids.GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            root.RefuseAt(member, SettingsErrors.Duplicate, twice.Key);
    }
}
