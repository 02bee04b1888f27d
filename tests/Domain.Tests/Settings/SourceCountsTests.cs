using System.Globalization;
using EntCredit.Domain.Credit;
using EntCredit.Domain.DualNotice.Approvals;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Sanctions.Measures;
using EntCredit.Domain.Tests.Credit;

namespace EntCredit.Domain.Tests.Settings;

/// <summary>How many entries of each catalogue cite a published provision, as the pages say it.</summary>
public sealed class SourceCountsTests
{
    [Fact]
    public void ProfilesPage_Catalogues_AreCountedAsTheyAre()
    {
        var (approvals, measures) = (ApprovalCatalogue.Default, MeasureCatalogue.Default);
        Assert.Equal(
            [
                Row("approvals", [.. approvals.Items.Select(item => item.Source)], approvals.Items.Count(item => item.IsExample)),
                Row("measures", [.. measures.Measures.Select(measure => measure.Source)], measures.Measures.Count(measure => measure.IsExample)),
            ],
            RowsOf("docs/profiles.md", "| Catalogue | Entries |"));
    }

    [Fact]
    public void CreditPage_Tables_AreCountedAsTheyAre() => Assert.Equal(
        CreditSamples.WithExamples.All.Select(scheme =>
        {
            IReadOnlyList<Citation?> sources = [.. scheme.Criteria.Select(one => one.Source), .. scheme.Signals.Select(one => one.Source)];
            return Cells(scheme.Jurisdiction, sources.Count, sources.Count(source => source is not null), sources.Count(source => source is null));
        }),
        RowsOf("docs/credit.md", "| Table | Entries |"));

    private static string Row(string name, IReadOnlyList<LegalBasis?> sources, int examples) =>
        Cells(name, sources.Count, sources.Count(source => source is not null), sources.Count(source => source?.TextOf is not null), examples);

    private static string Cells(string name, params int[] counts) => $"| {name} | {string.Join(" | ", counts.Select(count => count.ToString(CultureInfo.InvariantCulture)))} |";

    private static IEnumerable<string> RowsOf(string page, string header) => RepositoryFile.Read(page).Split('\n')
        .SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith('|'));
}
