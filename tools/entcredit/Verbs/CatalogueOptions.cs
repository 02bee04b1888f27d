using System.CommandLine;
using EntCredit.Domain.Catalogue;

namespace EntCredit.Cli.Verbs;

/// <summary>Which item is meant, by which resource catalogue: the program's own, or a file that is or will be loaded.</summary>
internal static class CatalogueOptions
{
    public static Option<string> Item { get; } = new("--item")
    {
        Description = $"事项代码：{string.Join("、", ResourceCatalogue.Default.Items.Select(item => item.Code))}，或所给目录中的事项",
        HelpName = "ITEM",
        Required = true,
    };

    public static Option<FileInfo?> Catalogue { get; } = new("--catalogue") { Description = "归集资源目录文件（默认随程序的目录）", HelpName = "FILE" };

    /// <summary>The catalogue and the item.</summary>
    /// <exception cref="VerbException">There is none such.</exception>
    public static (ResourceCatalogue Catalogue, ResourceItem Item) Read(ParseResult parsed)
    {
        var catalogue = Load(parsed.GetValue(Catalogue));
        var code = parsed.GetValue(Item)!;
        return catalogue.Find(code) is { } item
            ? (catalogue, item)
            : throw new VerbException(CommandLine.BadArguments, $"--item 为 {code}，应为 {string.Join(" 或 ", catalogue.Items.Select(one => one.Code))}");
    }

    private static ResourceCatalogue Load(FileInfo? file)
    {
        if (file is null) return ResourceCatalogue.Default;
        try
        {
            return ResourceCatalogue.Parse(File.ReadAllText(file.FullName), file.Name);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(CommandLine.BadArguments, $"目录文件 {file.FullName} 无法读取：{failed.Message}");
        }
        catch (CatalogueException wrong)
        {
            throw new VerbException(CommandLine.BadArguments, wrong.Problems);
        }
    }
}
