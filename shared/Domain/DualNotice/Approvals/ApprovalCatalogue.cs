using EntCredit.Domain.Departments;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.DualNotice.Approvals;

/// <summary>The catalogue of 后置审批事项 that 双告知 is driven by (D1), and the words that lead to its items (D4). Immutable.</summary>
public sealed class ApprovalCatalogue
{
    private static readonly Lazy<ApprovalCatalogue> Embedded = new(
        () => Parse("approvals.json", SettingsFile.Embedded("DualNotice/Approvals/approvals.json")));

    private readonly Dictionary<string, ApprovalItem> byCode;
    private readonly ScopeMatcher matcher;

    private ApprovalCatalogue(string version, IReadOnlyList<Authority> authorities, IReadOnlyList<ApprovalItem> items)
    {
        (Version, Authorities, Items) = (version, authorities, items);
        byCode = items.ToDictionary(item => item.Code, StringComparer.Ordinal);
        matcher = new ScopeMatcher(items);
    }

    /// <summary>The catalogue that comes with the product: every item cites the provision that demands it.</summary>
    public static ApprovalCatalogue Default => Embedded.Value;

    /// <summary>Its version: what was matched says by which.</summary>
    public string Version { get; }

    /// <summary>The authorities that its items name.</summary>
    public IReadOnlyList<Authority> Authorities { get; }

    /// <summary>All items, in the order of the file.</summary>
    public IReadOnlyList<ApprovalItem> Items { get; }

    /// <summary>Whether any item is invented (示例).</summary>
    public bool HasExamples => Items.Any(item => item.IsExample);

    /// <summary>Reads and checks a catalogue.</summary>
    /// <param name="fileName">The name that errors carry.</param>
    /// <param name="json">Its text, after docs/approvals.schema.json.</param>
    /// <exception cref="SettingsException">With everything that is wrong in it.</exception>
    public static ApprovalCatalogue Parse(string fileName, string json)
    {
        List<SettingsError> errors = [];
        var file = SettingsFile.Read(fileName, json, ApprovalReader.Read, errors);
        SettingsFile.ThrowIfAny(errors);
        return new ApprovalCatalogue(file!.Version, file.Authorities, file.Items);
    }

    /// <summary>An item by its code, or null.</summary>
    public ApprovalItem? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The items' words in a business scope, with the ones that the scope itself takes out.</summary>
    public ScopeReading Read(string scope) => matcher.Read(scope);

    /// <summary>
    /// The department that approves an item for what a registrar registered: of the same jurisdiction and level and the same region (同级告知, 新会 四(一)2;
    /// H 第七条), or of the level that the item names. Null where none or several could be meant: then a person says whose it is.
    /// </summary>
    public Department? ApproverOf(ApprovalItem item, Department registrar, DepartmentRegister departments, DateTimeOffset at)
    {
        var able = departments.In(registrar.Jurisdiction, DepartmentRole.Approver)
            .Where(one => one.Authorities.Contains(item.Authority) && one.ExistsAt(at) && (item.Levels.Count == 0 || item.Levels.Contains(one.Level)))
            .ToList();
        var near = able.Where(one => one.Level == registrar.Level && one.Region == registrar.Region).ToList();
        if (near.Count == 0 && item.Levels.Count > 0 && !item.Levels.Contains(registrar.Level)) near = [.. able.Where(one => Covers(one.Region, registrar.Region))];
        return near.Count == 1 ? near[0] : null;
    }

    // GB/T 2260: 340000 covers 341282, 341200 covers it, 341282 covers itself.
    private static bool Covers(string region, string place) => region == place
        || (region.EndsWith("0000", StringComparison.Ordinal) && region[..2] == place[..2])
        || (region.EndsWith("00", StringComparison.Ordinal) && !region.EndsWith("0000", StringComparison.Ordinal) && region[..4] == place[..4]);
}
