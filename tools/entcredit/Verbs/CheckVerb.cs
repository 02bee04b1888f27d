using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
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
    private static readonly Option<string> Item = Arguments.Word("--item", "事项代码", [.. ResourceCatalogue.Default.Items.Select(item => item.Code)]);
    private static readonly Option<DateOnly?> ReceivedOn = Arguments.Day("--received-on", "按该日收到检查（默认今天）");
    private static readonly Option<string> Format = Arguments.Format();

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create()
    {
        Item.Required = true;
        var verb = new Command("check", "检查要报送的文件，不作任何改动") { Subject, Item, ReceivedOn, Format };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetValue(Subject)!;
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"参数错误：没有文件 {file.FullName}");
            return CommandLine.BadArguments;
        }

        var today = parsed.GetValue(ReceivedOn) ?? LegalZone.DayOf(TimeProvider.System.GetUtcNow());
        var result = await CheckAsync(file, parsed.GetValue(Item)!, today, cancellation);
        if (parsed.GetValue(Format) == "json") Console.WriteLine(JsonSerializer.Serialize(result, Json));
        else Print(result);
        return result.Refused > 0 || result.Refusal is not null ? Refused : 0;
    }

    private static async Task<CheckResult> CheckAsync(FileInfo file, string item, DateOnly today, CancellationToken cancellation)
    {
        var errors = new List<Finding>();
        try
        {
            await using var stream = file.OpenRead();
            await using var table = await CheckedFile.OpenAsync(stream, file.Name, ResourceCatalogue.Default, item, today, FileLimits.Default, cancellation);
            var counts = await FileCheck.RunAsync(table, errors.Add, cancellation);
            return new CheckResult(counts.Rows, counts.Accepted, counts.Refused, counts.Duplicates, counts.Warned, null, errors);
        }
        catch (FileRefusedException refused)
        {
            var why = new FileRefusal(refused.Error.Code, refused.Message, refused.Error.Mend);
            return new CheckResult(0, 0, 0, 0, 0, why, errors);
        }
    }

    private static void Print(CheckResult result)
    {
        if (result.Refusal is { } refusal) Console.WriteLine($"整个文件会被退回：{refusal.Code} {refusal.Message}。{refusal.Mend}");
        foreach (var found in result.Errors)
            Console.WriteLine($"第{found.Line}行 {(found.Severity == Severity.Error ? "退回" : "提示")} {found.Code} {found.Column}：{found.Message}。{found.Mend}");
        Console.WriteLine($"共{result.Rows}行：可接收{result.Accepted}，退回{result.Refused}，重复{result.Duplicates}，有提示{result.Warnings}");
    }

    /// <summary>What an upload would come to.</summary>
    /// <param name="Rows">Rows = Accepted + Refused + Duplicates.</param>
    /// <param name="Accepted">Rows that would be taken.</param>
    /// <param name="Refused">Rows that would be given back.</param>
    /// <param name="Duplicates">Rows that repeat an earlier one of the file.</param>
    /// <param name="Warnings">Accepted rows with a warning.</param>
    /// <param name="Refusal">Why the file as a whole would be refused, or null.</param>
    /// <param name="Errors">What was found, errors and warnings, line by line.</param>
    private sealed record CheckResult(
        long Rows, long Accepted, long Refused, long Duplicates, long Warnings, FileRefusal? Refusal, IReadOnlyList<Finding> Errors);
}
