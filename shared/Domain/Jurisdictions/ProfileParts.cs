using System.Text.RegularExpressions;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>The parts that recur all over a profile file, read with the file's own document and way of counting.</summary>
internal sealed partial class ProfileParts(string document, Counting counting, DateOnly holdsFrom)
{
    public DateOnly HoldsFrom { get; } = holdsFrom;

    public Citation Source(SettingsObject o)
    {
        string? article = o.OptionalText("article");
        string? quote = o.OptionalText("quote");
        bool inferred = o.Flag("inferred", false);
        if (!inferred && article is null)
            o.Refuse(SettingsErrors.Unsourced, "article");
        if (!inferred && quote is null)
            o.Refuse(SettingsErrors.Unsourced, "quote");
        return new Citation(o.OptionalText("document") ?? document, article ?? "", quote ?? "", inferred);
    }

    public Term Term(SettingsObject o)
    {
        TermUnit unit = o.Choice<TermUnit>("unit");
        int count = o.Number("count", 1, unit == TermUnit.DayOfMonth ? 31 : 3660);
        bool inclusive = o.Flag("inclusive", counting.EventDayCounted);
        // A last working day is a working day: there is nothing to roll.
        Roll otherwise = unit == TermUnit.WorkingDays ? Roll.None : counting.Roll;
        return new Term(unit, count, inclusive, o.OptionalChoice<Roll>("roll") ?? otherwise);
    }

    public Clock Clock(SettingsObject o, string ruleId)
    {
        Citation source = o.Object("source", Source);
        DateOnly? until = o.OptionalDate("until");
        if (until < HoldsFrom)
            o.RefuseAt("until", SettingsErrors.WrongOrder, Iso(until.Value), Iso(HoldsFrom));
        return new Clock(
            ruleId,
            o.Object("term", Term),
            o.Text("startsFrom"),
            SettingsWords.Of(o.Choice<DepartmentRole>("debtor")),
            source.Document,
            source.Article,
            source.Quote,
            source.Inferred,
            until)
        {
            Also = o.List("also", Source, required: false),
        };
    }

    public static Kinds Kinds(SettingsObject o) =>
        new(o.Texts("items", false, Code(), CodeForm), o.Texts("categories", false, Code(), CodeForm));

    public static string Iso(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    public const string CodeForm = "小写字母、数字和连字符，以字母开头";

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    public static partial Regex Code();
}
