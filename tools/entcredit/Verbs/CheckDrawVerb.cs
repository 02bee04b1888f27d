using System.CommandLine;
using System.Text.Json;
using EntCredit.Domain.Inspections;

namespace EntCredit.Cli.Verbs;

/// <summary><c>check-draw</c>: makes a published draw again with nothing but its file.</summary>
internal static class CheckDrawVerb
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "公布的抽取文件（GET /api/v1/public/draws/{编号}/file）" };
    private static readonly Option<string?> Root = new("--root") { Description = "从别处（如通报）得到的当日封印的根；抽取须用它", HelpName = "HASH" };
    private static readonly Option<string> Format = Arguments.Format();

    public static Command Create()
    {
        var verb = new Command("check-draw", "重新摇号并核对公布的随机抽查结果，不需账本，不需联网") { File, Root, Format };
        verb.Runs(Format, RunAsync);
        return verb;
    }

    private static async Task<(object Value, IEnumerable<string> Lines)> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetValue(File)!;
        if (!file.Exists) throw new VerbException(CommandLine.BadArguments, $"参数错误：没有文件 {file.FullName}");
        var proof = await ReadAsync(file, cancellation);
        if (proof is { Lists: null, File: { } whole }) throw new VerbException(CommandLine.Failed, $"名录未随此文件公布，请下载完整文件：{whole}");
        if ((proof is null ? DrawFault.Format : proof.Fault()) is { } fault) throw new VerbException(CommandLine.Failed, Text(fault));

        var (lists, beacon, given) = (proof!.Lists!, proof.Beacon!, parsed.GetValue(Root));
        if (given is not null && !beacon.Root.Equals(given, StringComparison.OrdinalIgnoreCase))
            throw new VerbException(CommandLine.Failed, $"抽取没有使用所给的根 {given}：它出自另一账本，或账本已被改写");
        return (
            new { draw = proof.Id, subjects = lists.Subjects.Count, drawn = proof.Result!.Count, inspectors = lists.Inspectors.Count, day = beacon.Day, root = beacon.Root, compared = given is not null },
            [
                $"抽取成立：从 {lists.Subjects.Count} 户中抽取 {proof.Result.Count} 户，从 {lists.Inspectors.Count} 名执法检查人员中每部门每户选派 {lists.InspectorsEach} 名，重新摇号结果相同，无一回避",
                given is null
                    ? $"请与另行公布的 {beacon.Day:yyyy-MM-dd} 封印的根核对（--root）：{beacon.Root}"
                    : "与所给的根相符",
            ]);
    }

    private static async Task<DrawProof?> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            return JsonSerializer.Deserialize<DrawProof>(await System.IO.File.ReadAllTextAsync(file.FullName, cancellation), DrawProof.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(DrawFault fault) => "抽取不成立：" + fault switch
    {
        DrawFault.Format => "不是抽取文件，或格式不对",
        DrawFault.NotDrawn => "尚未公布种子",
        DrawFault.Seed => "种子与事先承诺不符",
        DrawFault.ListsDigest => "名录与事先承诺不符",
        DrawFault.Beacon => "封印早于承诺",
        DrawFault.Result => "公布的结果不是种子、封印和名录所得",
        _ => "名录本身不能抽取（重复、不足或次序不对）",
    };
}
