using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Tests.Intake;

public class DuplicateFilterTests
{
    private static RowReading Row(int line, string number, string value, params Finding[] findings) => new(
        line,
        new RecordContent("permit", new Dictionary<string, string> { ["A"] = value }, new Dictionary<string, string>(), new SubjectKey("C", null, null), number, null, ContentStatus.Valid, UseScope.Public, null, null, null),
        findings);

    [Fact]
    public void FirstLineOf_RepeatedContent_NamesTheFirstLine()
    {
        var filter = new DuplicateFilter();
        Assert.Null(filter.FirstLineOf(Row(2, "1", "a"), out _));
        Assert.Null(filter.FirstLineOf(Row(3, "2", "a"), out _));
        Assert.Equal(2, filter.FirstLineOf(Row(4, "1", "a"), out var conflict));
        Assert.Null(conflict);
    }

    [Fact]
    public void FirstLineOf_SameDocumentOtherContent_IsAConflict()
    {
        var filter = new DuplicateFilter();
        filter.FirstLineOf(Row(2, "1", "a"), out _);
        Assert.Null(filter.FirstLineOf(Row(3, "1", "b"), out var conflict));
        Assert.Equal(2, conflict);
    }

    [Fact]
    public void FirstLineOf_RefusedRow_IsNotRemembered()
    {
        var filter = new DuplicateFilter();
        filter.FirstLineOf(Row(2, "1", "a", new Finding(2, "", "", "EC2101", Severity.Error, "", "")), out _);
        Assert.Null(filter.FirstLineOf(Row(3, "1", "a"), out _));
    }

    [Fact]
    public void FirstLineOf_ManyRowsAndEachAgain_NamesTheFirstLineOfEach()
    {
        const int rows = 5_000;
        var filter = new DuplicateFilter();
        for (var line = 2; line < rows; line++) Assert.Null(filter.FirstLineOf(Row(line, $"{line}", "a"), out _));
        for (var line = 2; line < rows; line++) Assert.Equal(line, filter.FirstLineOf(Row(rows + line, $"{line}", "a"), out _));
        for (var line = 2; line < rows; line++)
        {
            Assert.Null(filter.FirstLineOf(Row(rows + rows + line, $"{line}", "b"), out var conflict));
            Assert.Equal(line, conflict);
        }
    }
}
