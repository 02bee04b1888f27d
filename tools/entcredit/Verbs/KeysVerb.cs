using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using EntCredit.Cli.Http;

namespace EntCredit.Cli.Verbs;

/// <summary><c>keys</c>: issues, lists and revokes the keys of departments.</summary>
internal static class KeysVerb
{
    private static readonly Argument<string> Department = new("DEPARTMENT") { Description = "部门代码" };
    private static readonly Argument<string> Key = new("KEY") { Description = "密钥编号（见 keys list）" };
    private static readonly Option<string> Label = new("--label") { Description = "用途", HelpName = "TEXT", Required = true };
    private static readonly Option<DateOnly?> From = Arguments.Day("--from", "首日（默认今天）");
    private static readonly Option<DateOnly?> Until = Arguments.Day("--until", "末日（默认一年）");
    private static readonly Option<string> Format = Arguments.Format();

    public static Command Create()
    {
        var issue = new Command("issue", "签发密钥；密钥只在此时显示一次") { Department, Label, From, Until, Connection.Url, Connection.KeyFile, Format };
        issue.Runs(Format, IssueAsync);
        var list = new Command("list", "列出部门的密钥（不含密钥本身）") { Department, Connection.Url, Connection.KeyFile, Format };
        list.Runs(Format, ListAsync);
        var revoke = new Command("revoke", "吊销密钥，立即生效") { Department, Key, Connection.Url, Connection.KeyFile, Format };
        revoke.Runs(Format, RevokeAsync);
        return new Command("keys", "部门密钥：签发、列出、吊销") { issue, list, revoke };
    }

    private static async Task<(object Value, IEnumerable<string> Lines)> IssueAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var body = new JsonObject { ["label"] = parsed.GetValue(Label) };
        if (parsed.GetValue(From) is { } from) body["from"] = $"{from:yyyy-MM-dd}";
        if (parsed.GetValue(Until) is { } until) body["until"] = $"{until:yyyy-MM-dd}";
        using var service = Service.Of(parsed);
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        var issued = (await service.SendAsync(HttpMethod.Post, PathOf(parsed), content, cancellation))!;

        // Alone on its line, so that it can be taken over by a program.
        return (issued, [(string)issued["key"]!]);
    }

    private static async Task<(object Value, IEnumerable<string> Lines)> ListAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var service = Service.Of(parsed);
        var keys = (await service.SendAsync(HttpMethod.Get, PathOf(parsed), null, cancellation))!;
        return (keys, keys["items"]!.AsArray().Select(key => Line(key!)));
    }

    private static async Task<(object Value, IEnumerable<string> Lines)> RevokeAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var key = parsed.GetValue(Key)!;
        using var service = Service.Of(parsed);
        await service.SendAsync(HttpMethod.Delete, $"{PathOf(parsed)}/{Uri.EscapeDataString(key)}", null, cancellation);
        return (new { revoked = key }, [$"已吊销 {key}"]);
    }

    private static string Line(JsonNode key) =>
        $"{(string?)key["id"]} {((bool)key["holds"]! ? "有效" : key["revokedAt"] is null ? "不在有效期" : "已吊销")} {(string?)key["from"]}..{(string?)key["until"]} {(string?)key["label"]}";

    private static string PathOf(ParseResult parsed) => $"/api/v1/operations/departments/{Uri.EscapeDataString(parsed.GetValue(Department)!)}/keys";
}
