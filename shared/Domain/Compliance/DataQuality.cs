using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Compliance;

/// <summary>不缺类、不漏项 beside 不延误 (渝府办发〔2016〕170号 三(二); R9), and the quality of what came (R15), into the same report. A pure function.</summary>
/// <param name="Tallies">What came in the period.</param>
/// <param name="Given">Which department gave which item in the twelve months before.</param>
/// <param name="Contents">Contents of the period's records by department and item, to look for empty fields; a sample where there are many.</param>
/// <param name="NothingNew">Departments that said that the period brought nothing new (本月无新增).</param>
public sealed record DataQuality(
    IReadOnlyList<ItemTally> Tallies,
    IReadOnlySet<(string Department, string Item)> Given,
    IReadOnlyDictionary<(string Department, string Item), IReadOnlyList<RecordContent>> Contents,
    IReadOnlySet<string> NothingNew)
{
    /// <summary>The report with each department's items. A department that owed no duty, and gave something or should have, is in it too.</summary>
    public ComplianceReport Into(ComplianceReport report, DepartmentRegister register, ResourceCatalogue catalogue)
    {
        var parts = report.Departments.ToDictionary(part => part.Department, StringComparer.Ordinal);
        var departments = parts.Keys.Union(Tallies.Select(tally => tally.Department)).Union(register.All.Where(one => Expected(one, report).Count > 0).Select(one => one.Id));
        List<DepartmentCompliance> all = [];
        foreach (var id in departments.Order(StringComparer.Ordinal))
        {
            var known = register.Find(id);
            var own = Tallies.Where(tally => tally.Department == id).ToList();
            var part = parts.GetValueOrDefault(id)
                ?? new DepartmentCompliance(id, known?.Name ?? id, known?.Jurisdiction ?? own[0].Jurisdiction, [], []);
            IReadOnlySet<string> expected = known is null ? new HashSet<string>() : Expected(known, report);
            all.Add(part with { Items = [.. catalogue.Items.Where(item => expected.Contains(item.Code) || own.Any(tally => tally.Item == item.Code)).Select(item => Of(id, item, own))] });
        }

        return report with { Departments = all };
    }

    private ItemQuality Of(string department, ResourceItem item, List<ItemTally> own)
    {
        var counts = own.Where(tally => tally.Item == item.Code).Aggregate(default(QualityCounts), (sum, tally) => sum + tally.Counts);
        var missing = counts is { Rows: 0, Collected: 0 } && !NothingNew.Contains(department);
        return new ItemQuality(item.Code, item.Name, counts, missing, FieldGap.Of(item, Contents.GetValueOrDefault((department, item.Code)) ?? []));
    }

    // What the catalogue says of who owes an item is words for kinds of departments; who gave it before is known to owe it.
    private HashSet<string> Expected(Department department, ComplianceReport report)
    {
        if (department.From > report.Through || department.Until < report.From) return [];
        return Given.Where(given => given.Department == department.Id).Select(given => given.Item).ToHashSet(StringComparer.Ordinal);
    }
}
