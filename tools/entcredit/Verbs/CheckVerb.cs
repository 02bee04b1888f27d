using System.CommandLine;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Files;

namespace EntCredit.Cli.Verbs;

/// <summary><c>check</c>: tells what an upload of a file would come to, and changes nothing. What only the ledger knows, such as repetitions of earlier files, it cannot tell.</summary>
internal static class CheckVerb
{
    /// <summary>The exit code where a row, or the file as a whole, would be refused.</summary>
    public const int Refused = 1;

    private static readonly Argument<FileInfo> Subject = new("FILE") { Description = "要检查的文件" };
    private static readonly Option<DateOnly?> ReceivedOn = Arguments.Day("--received-on", "按该日收到检查（默认今天）");
    private static readonly Option<string> Format = Arguments.Format();

    public static Command Create()
    {
        var verb = new Command("check", "检查要报送的文件，不作任何改动") { Subject, CatalogueOptions.Item, CatalogueOptions.Catalogue, ReceivedOn, Format };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetValue(Subject)!;
        if (!file.Exists) return await BadAsync(Directory.Exists(file.FullName) ? $"{file.FullName} 是文件夹，不是文件" : $"没有文件 {file.FullName}");
        try
        {
            var (catalogue, item) = CatalogueOptions.Read(parsed);
            var today = parsed.GetValue(ReceivedOn) ?? LegalZone.DayOf(TimeProvider.System.GetUtcNow());
            await using var spool = new FindingSpool();
            var result = await CheckAsync(file, catalogue, item.Code, today, spool, cancellation);
            if (parsed.GetValue(Format) == "json") await CheckAnswer.WriteJsonAsync(Console.OpenStandardOutput(), result, spool, cancellation);
            else await CheckAnswer.WriteTextAsync(Console.Out, result, spool, cancellation);
            return result.Counts.Refused > 0 || result.Refusal is not null ? Refused : 0;
        }
        catch (VerbException failed)
        {
            return await BadAsync(string.Join(Environment.NewLine, failed.Reasons));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return await BadAsync($"文件 {file.FullName} 无法读取：{failed.Message}");
        }
    }

    private static async Task<int> BadAsync(string reason)
    {
        await Console.Error.WriteLineAsync("参数错误：" + reason);
        return CommandLine.BadArguments;
    }

    private static async Task<CheckResult> CheckAsync(
        FileInfo file, ResourceCatalogue catalogue, string item, DateOnly today, FindingSpool spool, CancellationToken cancellation)
    {
        CheckedFile? table = null;
        try
        {
            var limits = FileLimits.Of(Environment.GetEnvironmentVariable(FileLimits.MaxBytesSetting.Replace(":", "__", StringComparison.Ordinal)));
            await using var stream = file.OpenRead();
            table = await CheckedFile.OpenAsync(stream, file.Name, catalogue, item, today, limits, cancellation);
            var counts = await FileCheck.RunAsync(table, spool.Add, cancellation);
            return new CheckResult(file.Name, item, catalogue.Version, counts, table.Table.Format, table.Table.Encoding, table.Mapping, null);
        }
        catch (FileRefusedException refused)
        {
            // Nothing of a refused file is taken: what was found in its rows is no answer.
            spool.Clear();
            spool.Add(new Finding(0, "", file.Name, refused.Error.Code, Severity.Error, refused.Message, refused.Error.Mend));
            var why = new FileRefusal(refused.Error.Code, refused.Message, refused.Error.Mend);
            return new CheckResult(file.Name, item, catalogue.Version, new ReceiptCounts(0, 0, 0, 0, 0, 0), null, null, table?.Mapping, why);
        }
        finally
        {
            if (table is not null) await table.DisposeAsync();
        }
    }
}
