using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Intake;

/// <summary>What was read once reads as the same again: a correction is the content in force with some fields replaced, read as a row.</summary>
public sealed class RereadTests
{
    public static TheoryData<string, string> Items => [.. ResourceCatalogue.Default.Items.SelectMany(item => item.Layouts.Select(layout => (item.Code, layout.Code)))];

    [Theory, MemberData(nameof(Items))]
    public void Read_TheContentOfARow_GivesTheSameContent(string code, string layout)
    {
        var item = ResourceCatalogue.Default.Find(code)!;
        var first = Read(item, [.. item.FieldsOf(layout).Where(field => field.Sample is { Length: > 0 }).Select(field => (field.Name, field.Sample!))]);
        Assert.True(first.Accepted, string.Join('；', first.Findings.Select(finding => finding.Message)));

        var again = Read(item, [.. CorrectedRow.Cells(item, first.Content.Fields, first.Content.Personal)]);
        Assert.True(again.Accepted, string.Join('；', again.Findings.Select(finding => finding.Message)));
        Assert.Equal(first.Content.Fields, again.Content.Fields);
        Assert.Equal(first.Content.Personal, again.Content.Personal);
        var complete = CorrectedRow.Complete(again.Content, first.Content);
        Assert.Equal(Rest(first.Content), Rest(complete));
        Assert.Equal(ContentDigest.Of(first.Content), ContentDigest.Of(complete));
    }

    private static object Rest(RecordContent read) =>
        (read.Subject, read.DocumentNumber, read.GeneratedOn, read.Status, read.Scope, read.SecrecyReviewed, read.Procedure);

    private static RowReading Read(ResourceItem item, (string Name, string Value)[] cells) => RowReader.Read(
        item, HeaderMapper.Map(item, [.. cells.Select(cell => cell.Name)]), new SourceRow(1, [.. cells.Select(cell => cell.Value)]), new DateOnly(2021, 1, 1));
}
