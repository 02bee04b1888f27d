using System.CommandLine;
using System.Text.Json.Nodes;
using EntCredit.Cli.Http;

namespace EntCredit.Cli.Verbs;

/// <summary><c>poison</c>: the uploads that were given up, with the reason, and the files in quarantine; lets the former be tried again.</summary>
internal static class PoisonVerb
{
    private static readonly Argument<long?> Id = new("ID") { Description = "编号（见 poison list）", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> All = new("--all") { Description = "全部重试" };
    private static readonly Option<string> Format = Arguments.Format();

    public static Command Create()
    {
        var list = new Command("list", "列出多次失败而搁置的文件，以及整份退回的文件，并说明原因") { Connection.Url, Connection.KeyFile, Format };
        list.Runs(Format, ListAsync);
        var replay = new Command("replay", "重试搁置的文件") { Id, All, Connection.Url, Format };
        replay.Validators.Add(result =>
        {
            if (result.GetResult(Id) is { Tokens.Count: 1 } == (result.GetResult(All) is { Implicit: false })) result.AddError("须且只须给出一项：ID、--all");
        });
        replay.Runs(Format, ReplayAsync);
        return new Command("poison", "搁置的文件：列出、重试") { list, replay };
    }

    private static async Task<(object Value, IEnumerable<string> Lines)> ListAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var host = Service.OfHost(parsed);
        using var service = Service.Of(parsed);
        var poison = (await host.SendAsync(HttpMethod.Get, "/admin/local/poison", null, cancellation))!["items"]!.AsArray();
        var quarantine = new JsonArray();
        string? after = null;
        do
        {
            var page = (await service.SendAsync(HttpMethod.Get, $"/api/v1/operations/quarantine?after={Uri.EscapeDataString(after ?? "")}", null, cancellation))!;
            foreach (var file in page["items"]!.AsArray()) quarantine.Add(file!.DeepClone());
            after = (string?)page["next"];
        }
        while (after is not null);

        return (
            new { poison, quarantine },
            [
                .. poison.Select(blob => $"{(long)blob!["id"]!} 搁置 {(string?)blob["container"]}/{(string?)blob["name"]} 失败 {(int)blob["tries"]!} 次：{(string?)blob["reason"]}"),
                .. quarantine.Select(file => $"{(string?)file!["batch"]} 退回 {(string?)file["path"]}：{(string?)file["code"]} {(string?)file["reason"]}"),
                $"搁置 {poison.Count} 个，整份退回 {quarantine.Count} 个",
            ]);
    }

    private static async Task<(object Value, IEnumerable<string> Lines)> ReplayAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var host = Service.OfHost(parsed);
        var path = parsed.GetValue(All) ? "/admin/local/poison/replay" : $"/admin/local/poison/{parsed.GetValue(Id)}/replay";
        var answer = (await host.SendAsync(HttpMethod.Post, path, null, cancellation))!;
        return (answer, [$"重试 {(int)answer["replayed"]!} 个"]);
    }
}
