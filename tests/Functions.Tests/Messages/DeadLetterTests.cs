using System.Net;
using System.Text.Json.Nodes;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Messages;
using EntCredit.Functions.Tests.Access;

namespace EntCredit.Functions.Tests.Messages;

/// <summary>What was put aside, as the operator sees it: its numbered reason, and never what it says.</summary>
public sealed class DeadLetterTests
{
    private const string List = "/api/v1/operations/dead-letters", Replay = List + "/replay";

    private static readonly string Operator = Personas.Key(Personas.Of(DepartmentRole.Operator));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeadLetters_AnAnswerPutAside_IsShownWithItsReasonAndStaysWhereItIsRefusedAgain()
    {
        await using var host = await AccessHost.StartAsync();
        var bus = host.Get<MessageBus>();
        await bus.SenderOf("answers").SendMessageAsync(new ServiceBusMessage("not an event: 张三") { MessageId = "m-1", Subject = "entcredit.answer.claim" }, Cancellation);
        await using (var receiver = bus.Client.CreateReceiver("answers"))
        {
            var message = await receiver.ReceiveMessageAsync(cancellationToken: Cancellation);
            await receiver.DeadLetterMessageAsync(message!, "EC4801", "消息不是合格的 CloudEvents 1.0 JSON：JSON", Cancellation);
        }

        var listed = await JsonAsync(await host.SendAsync("GET", List, Operator));
        var letter = Assert.Single(listed["items"]!.AsArray())!;
        Assert.Equal(("answers", "m-1", "EC4801"), ((string?)letter["entity"], (string?)letter["id"], (string?)letter["reason"]));
        Assert.DoesNotContain("张三", listed.ToJsonString(), StringComparison.Ordinal);

        var number = (long)letter["sequenceNumber"]!;
        var replayed = await JsonAsync(await host.SendAsync("POST", Replay, Operator, new JsonObject { ["entity"] = "answers", ["sequenceNumber"] = number }.ToJsonString()));
        Assert.Equal(("m-1", "EC4801"), ((string?)replayed["id"], (string?)replayed["code"]));
        Assert.Single((await JsonAsync(await host.SendAsync("GET", List, Operator)))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("""{ "entity": "answers", "sequenceNumber": 99 }""", HttpStatusCode.NotFound, "EC4808")]
    [InlineData("""{ "entity": "sanctions/nobody", "sequenceNumber": 1 }""", HttpStatusCode.NotFound, "EC4808")]
    [InlineData("""{ "entity": "", "sequenceNumber": 1 }""", HttpStatusCode.BadRequest, "EC1503")]
    public async Task Replay_OfNothing_IsRefused(string body, HttpStatusCode status, string code)
    {
        await using var host = await AccessHost.StartAsync();
        var answer = await host.SendAsync("POST", Replay, Operator, body);
        Assert.Equal((status, code), (answer.StatusCode, (string?)(await JsonAsync(answer, false))["code"]));
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer, bool well = true)
    {
        if (well) answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
    }
}
