using EntCredit.Domain.Calendar;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Compliance;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Provision;
using EntCredit.Orchestrations;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Reports;

/// <summary>经常性数据质量检查 (界政办〔2020〕5号 五(八); R15) and 不缺类、不漏项 (渝府办发〔2016〕170号 三(二); R9): what the compliance report says of them each day, for its month.</summary>
public sealed class QualityChecks(IQualityBook book, ILedger ledger, DepartmentRegister departments, ResourceCatalogue catalogue)
{
    /// <summary>How many of a department's records of an item are looked at for empty fields: the newest.</summary>
    public const int Sample = 1000;

    private const int MonthsBefore = 12;

    /// <summary>The report with the checks of its period.</summary>
    public async Task<ComplianceReport> AddAsync(ComplianceReport report, CancellationToken cancellation)
    {
        var (from, until) = (LegalZone.StartOf(report.From), LegalZone.EndOf(report.Through));
        var tallies = await book.TallyAsync(from, until, cancellation);
        var given = await book.GivenAsync(LegalZone.StartOf(report.From.AddMonths(-MonthsBefore)), from, cancellation);
        Dictionary<(string, string), IReadOnlyList<RecordContent>> contents = [];
        foreach (var tally in tallies.Where(tally => tally.Counts.Collected > 0))
            contents[(tally.Department, tally.Item)] = await book.ContentsAsync(tally.Department, tally.Item, from, until, Sample, cancellation);
        return new DataQuality(tallies, given, contents, await NothingNewAsync(report.From, cancellation)).Into(report, departments, catalogue);
    }

    // 本月无新增: what a department of the monthly regime says of a month.
    private async Task<IReadOnlySet<string>> NothingNewAsync(DateOnly month, CancellationToken cancellation)
    {
        var streams = departments.All.ToDictionary(department => Instances.OfProvision(department.Id, month), department => department.Id, StringComparer.Ordinal);
        var loaded = await ledger.LoadManyAsync([.. streams.Keys], cancellation);
        return loaded.Values.Where(stream => stream.Events.OfType<ProvisionEvent.Provided>().ToList() is { Count: > 0 } said && said.All(one => one.Records == 0))
            .Select(stream => streams[stream.Stream])
            .ToHashSet(StringComparer.Ordinal);
    }
}
