using System.CommandLine;
using EntCredit.Stores.Workbooks;

namespace EntCredit.Cli.Verbs;

/// <summary><c>template</c>: writes the workbook that a department fills in.</summary>
internal static class TemplateVerb
{
    private static readonly Option<string?> Layout = new("--layout") { Description = "版式（默认最新）", HelpName = "CODE" };
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "写到哪里（默认当前目录，名为事项和版式）", HelpName = "FILE" };
    private static readonly Option<string> Format = Arguments.Format();

    public static Command Create()
    {
        var verb = new Command("template", "生成事项的填报模板（XLSX）") { CatalogueOptions.Item, CatalogueOptions.Catalogue, Layout, Out, Format };
        verb.Runs(Format, RunAsync);
        return verb;
    }

    private static async Task<(object Value, IEnumerable<string> Lines)> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (_, item) = CatalogueOptions.Read(parsed);
        var named = parsed.GetValue(Layout);
        var layout = (named is null ? item.Layouts[^1] : item.Layouts.FirstOrDefault(one => one.Code == named))
            ?? throw new VerbException(CommandLine.BadArguments, $"--layout 为 {named}，应为 {string.Join(" 或 ", item.Layouts.Select(one => one.Code))}");
        var path = parsed.GetValue(Out)?.FullName ?? Path.GetFullPath(item.Layouts.Count == 1 ? $"{item.Code}.xlsx" : $"{item.Code}-{layout.Code}.xlsx");
        try
        {
            await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
            await ItemTemplate.WriteAsync(file, item, layout, cancellation);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(CommandLine.Failed, $"模板无法写到 {path}：{failed.Message}");
        }

        return (new { item = item.Code, layout = layout.Code, file = path }, [$"{item.Name}（{layout.Name}）的模板已写到 {path}"]);
    }
}
