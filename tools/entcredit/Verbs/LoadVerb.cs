using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using EntCredit.Cli.Http;

namespace EntCredit.Cli.Verbs;

/// <summary><c>load</c>: brings a data file while the system runs, or says what it would change.</summary>
internal static class LoadVerb
{
    private static readonly Argument<FileInfo> Subject = new("FILE") { Description = "要加载的文件" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "只检查，并说明会有哪些变化" };
    private static readonly Option<string> Format = Arguments.Format();

    public static Command Create()
    {
        var verb = new Command("load", "在运行中加载数据文件（先检查，有误则不作任何改动）");
        foreach (var (kind, name) in new[] { ("calendar", "节假日通知"), ("departments", "部门文件"), ("profile", "辖区文件"), ("catalogue", "资源目录") })
        {
            var one = new Command(kind, $"加载{name}") { Subject, DryRun, Connection.Url, Connection.KeyFile, Format };
            one.Runs(Format, (parsed, cancellation) => RunAsync(kind, parsed, cancellation));
            verb.Add(one);
        }

        return verb;
    }

    private static async Task<(object Value, IEnumerable<string> Lines)> RunAsync(string kind, ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetValue(Subject)!;
        if (!file.Exists) throw new VerbException(CommandLine.BadArguments, $"没有文件 {file.FullName}");
        var dryRun = parsed.GetValue(DryRun);
        var query = $"dryRun={(dryRun ? "true" : "false")}";
        var path = kind == "calendar" ? $"/api/v1/operations/calendar-notices?{query}" : $"/api/v1/operations/law/{kind}?{query}&file={Uri.EscapeDataString(file.Name)}";
        using var service = Service.Of(parsed);
        using var content = new StringContent(await File.ReadAllTextAsync(file.FullName, cancellation), Encoding.UTF8, "application/json");
        var answer = (await service.SendAsync(HttpMethod.Post, path, content, cancellation))!;
        var changes = kind == "calendar" ? Notices(answer) : [.. answer["changes"]!.AsArray().Select(change => (string)change!)];
        var changed = kind == "calendar" ? changes.Count > 0 : (bool)answer["changed"]!;
        string head = (changed, dryRun) switch
        {
            (false, _) => "没有变化",
            (true, true) => changes.Count == 0 ? "只有书写上的变化（未加载）" : "将会变化（未加载）：",
            _ => changes.Count == 0 ? "已加载；只有书写上的变化" : "已加载：",
        };
        return (answer, [head, .. changes]);
    }

    private static IReadOnlyList<string> Notices(JsonNode answer)
    {
        var loaded = answer["loaded"]!.AsArray().Select(id => $"新增通知 {(string?)id}").ToList();
        return loaded.Count == 0 ? [] : [.. loaded, $"日历版本由 {(string?)answer["before"]} 改为 {(string?)answer["calendarVersion"]}"];
    }
}
