using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Compliance;

/// <summary>Who kept which duty in a period (R8: 考评、通报).</summary>
/// <param name="From">The period's first day.</param>
/// <param name="Through">The period's last day.</param>
/// <param name="AsOf">The instant at which each duty's standing was taken: the period's end, or now where it still runs.</param>
/// <param name="Departments">Per department, in the order of their ids.</param>
public sealed record ComplianceReport(
    DateOnly From, DateOnly Through, DateTimeOffset AsOf, IReadOnlyList<DepartmentCompliance> Departments)
{
    /// <summary>All departments together.</summary>
    public DutyCounts Total => Departments.Aggregate(default(DutyCounts), (sum, department) => sum + department.Total);

    /// <summary>Statistics by subject matter (R10: 分别从登记注册、行政处罚…等方面进行统计分析, 湘商改〔2016〕7号 第十四条): every department's counts of an item together.</summary>
    public IReadOnlyList<MatterStatistics> Matters =>
    [
        .. Departments.SelectMany(department => department.Items, (department, item) => (department.Jurisdiction, item))
            .GroupBy(pair => (pair.Jurisdiction, pair.item.Item, pair.item.Name))
            .Select(group => new MatterStatistics(
                group.Key.Jurisdiction, group.Key.Item, group.Key.Name, group.Aggregate(default(QualityCounts), (sum, pair) => sum + pair.item.Counts)))
            .Where(matter => matter.Counts != default)
            .OrderBy(matter => matter.Jurisdiction, StringComparer.Ordinal).ThenBy(matter => matter.Item, StringComparer.Ordinal),
    ];

    /// <summary>The ledger's newest seal when the report was made; null where no day is sealed yet.</summary>
    public LedgerSeal? Seal { get; init; }
}

/// <summary>What a reader keeps in order to check later that the ledger was not altered.</summary>
/// <param name="Day">The sealed legal day.</param>
/// <param name="Hash">The seal's hash, lower-case hex.</param>
public sealed record LedgerSeal(DateOnly Day, string Hash);

/// <summary>One department's duties in a period.</summary>
/// <param name="Department">Its id.</param>
/// <param name="Name">Its name, in Chinese.</param>
/// <param name="Jurisdiction">The profile that it follows.</param>
/// <param name="Rules">Per rule, in the order of the rules' numbers.</param>
/// <param name="Overdue">The duties overdue at the report's instant, the oldest first; at most <see cref="ComplianceTally.OverdueShown"/>.</param>
public sealed record DepartmentCompliance(
    string Department, string Name, string Jurisdiction, IReadOnlyList<RuleCompliance> Rules, IReadOnlyList<Obligation> Overdue)
{
    /// <summary>Its information by kind: what is missing, what is left empty, what became of it; in the catalogue's order.</summary>
    public IReadOnlyList<ItemQuality> Items { get; init; } = [];

    /// <summary>All its rules together.</summary>
    public DutyCounts Total => Rules.Aggregate(default(DutyCounts), (sum, rule) => sum + rule.Counts);
}

/// <summary>One department's duties under one rule.</summary>
/// <param name="Rule">The rule's number, e.g. "T1".</param>
/// <param name="Title">What it demands, in Chinese.</param>
/// <param name="Counts">Where its duties stood.</param>
public sealed record RuleCompliance(string Rule, string Title, DutyCounts Counts);

/// <summary>One subject matter of a jurisdiction in a period.</summary>
/// <param name="Jurisdiction">The profile.</param>
/// <param name="Item">The catalogue item's code.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Counts">The counts of all its departments.</param>
public sealed record MatterStatistics(string Jurisdiction, string Item, string Name, QualityCounts Counts);
