using System.CommandLine;
using System.Net.Http.Json;
using EntCredit.Cli.Http;

namespace EntCredit.Cli.Verbs;

/// <summary><c>messages</c>: messages that were put aside, with the reason; lets one be tried again.</summary>
internal static class MessagesVerb
{
    private static readonly Argument<string> Entity = new("ENTITY") { Description = "所在的队列或订阅（见 messages list）" };
    private static readonly Argument<long> Number = new("NUMBER") { Description = "序号（见 messages list）" };
    private static readonly Option<string> Format = Arguments.Format();

    public static Command Create()
    {
        var list = new Command("list", "列出搁置的消息，并说明原因") { Connection.Url, Connection.KeyFile, Format };
        list.Runs(Format, ListAsync);
        var replay = new Command("replay", "重试一条搁置的消息") { Entity, Number, Connection.Url, Connection.KeyFile, Format };
        replay.Runs(Format, ReplayAsync);
        return new Command("messages", "搁置的消息：列出、重试") { list, replay };
    }

    private static async Task<(object Value, IEnumerable<string> Lines)> ListAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var service = Service.Of(parsed);
        var items = (await service.SendAsync(HttpMethod.Get, "/api/v1/operations/dead-letters", null, cancellation))!["items"]!.AsArray();
        return (
            new { items },
            [
                .. items.Select(letter =>
                    $"{(string?)letter!["entity"]} {(long)letter["sequenceNumber"]!} {(string?)letter["id"]} 交付 {(int)letter["deliveries"]!} 次：{(string?)letter["reason"]} {(string?)letter["description"]}"),
                $"搁置 {items.Count} 条",
            ]);
    }

    private static async Task<(object Value, IEnumerable<string> Lines)> ReplayAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var service = Service.Of(parsed);
        using var content = JsonContent.Create(new { entity = parsed.GetValue(Entity), sequenceNumber = parsed.GetValue(Number) });
        var answer = (await service.SendAsync(HttpMethod.Post, "/api/v1/operations/dead-letters/replay", content, cancellation))!;
        return (answer, [answer["code"] is { } code ? $"{(string?)answer["id"]} 仍被退回：{(string?)code} {(string?)answer["text"]}" : $"{(string?)answer["id"]} 已重试"]);
    }
}
