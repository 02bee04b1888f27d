using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amqp;
using Amqp.Framing;
using EntCredit.EndToEnd.Tests.Operator;
using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests.Messages;

/// <summary>What departments answer by message: the same as by HTTP, once; and what cannot be taken, with its reason, for the operator.</summary>
public sealed class AnswerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Notice_AnsweredByMessageAndByHttp_TheFirstCountsAndTheSecondIsHarmless()
    {
        await using var town = await MessageTown.StartAsync();
        var id = await NoticeAsync(town, 1);
        var link = await town.Housing.ListenAsync("dual-notices");
        var (message, told) = (await DepartmentSystem.NextAsync(link, Patience))!.Value;
        Assert.Equal(("entcredit.notice.pushed", "notice-" + id), ((string?)told["type"], (string?)told["subject"]));
        Assert.Equal(("1.0", "/entcredit/jieshou", "2020-07-17"), ((string?)told["specversion"], (string?)told["source"], (string?)told["data"]!["due"]));
        Assert.Equal((string?)told["id"], message.Properties.MessageId);
        Assert.Equal("application/cloudevents+json", message.Properties.ContentType.ToString());

        await town.Housing.AnswerAsync(told, "claim");
        link.Accept(message);
        await UntilPhaseAsync(town, id, notice => notice["claimedAt"] is not null);
        Assert.Equal(HttpStatusCode.OK, await ActAsync(town, id, "claim"));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(town, id, "acknowledge"));
        await town.Housing.AnswerAsync(told, "acknowledge");
        await town.Housing.AnswerAsync(told, "complete", new JsonObject { ["completedOn"] = "2020-07-10", ["outcome"] = "granted" });
        await UntilPhaseAsync(town, id, notice => notice["outcome"] is not null);
        await town.Housing.AnswerAsync(told, "result");
        await UntilPhaseAsync(town, id, notice => (bool)notice["resultFedBack"]!);
        Assert.Empty(await LettersAsync(town));

        // Each message is in the audit trail, as a call is.
        await town.Town.StopHostAsync();
        Assert.Equal(
            ["notice.applicant-told", "notice.pushed", "notice.claimed", "notice.acknowledged", "notice.completed", "notice.result-fed-back"], town.Facts("notice-*").Values.Single());
    }

    [Fact]
    public async Task Answers_ThatCannotBeTaken_ArePutAsideWithTheirReasonAndTriedAgain()
    {
        await using var town = await MessageTown.StartAsync();
        var notice = "notice-" + await NoticeAsync(town, 2);
        var delivery = $"sanction-{await town.SanctionAsync(3, "jieshou-housing")}-jieshou-housing";
        var asOther = town.Housing.Answer(delivery, "receive", null, "as-other");
        await town.Enforcement.SendAsync(asOther);
        await town.Enforcement.SendAsync(town.Enforcement.Answer(delivery, "receive", null, "not-mine"));
        await town.Enforcement.SendAsync(town.Enforcement.Answer("sanction-00000000000000000000-jieshou-enforcement", "receive", null, "nothing"));
        await town.Housing.SendAsync(Encoding.UTF8.GetBytes("{ no json"), "malformed");
        await town.Housing.SendAsync(town.Housing.Answer(delivery, "forget", null, "unknown-act"));
        await town.Housing.SendAsync(town.Housing.Answer(delivery, "apply", new JsonObject { ["result"] = "" }, "empty"));
        await town.Housing.SendAsync(town.Housing.Answer(notice, "result", null, "too-early"));
        using (var nobody = new DepartmentSystem("jieshou-nobody", new Uri(town.Settings["LocalRuntime__ServiceBus__Address"]).Port))
            await nobody.SendAsync(nobody.Answer(delivery, "receive", null, "nobody"));

        var letters = await LettersAsync(town, 8);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["as-other"] = "EC4803", ["not-mine"] = "EC4306", ["nothing"] = "EC4301", ["malformed"] = "EC4801", ["unknown-act"] = "EC4804",
                ["empty"] = "EC4807", ["too-early"] = "EC4414", ["nobody"] = "EC4802",
            },
            letters.ToDictionary(letter => (string)letter["id"]!, letter => (string)letter["reason"]!));
        Assert.All(letters, letter => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", (string)letter["description"]!));

        // What was too early is right once the department has said by HTTP that it is done; the rest stays what it is.
        Assert.Equal(HttpStatusCode.OK, await ActAsync(town, notice["notice-".Length..], "claim"));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(town, notice["notice-".Length..], "complete", """{ "completedOn": "2020-07-10", "outcome": "granted" }"""));
        Assert.Equal((0, "too-early 已重试"), await ReplayAsync(town, letters.Single(letter => (string)letter["id"]! == "too-early")));
        await UntilPhaseAsync(town, notice["notice-".Length..], found => (bool)found["resultFedBack"]!);
        var (code, words) = await ReplayAsync(town, letters.Single(letter => (string)letter["id"]! == "not-mine"));
        Assert.Equal((0, true), (code, words.StartsWith("not-mine 仍被退回：EC4306", StringComparison.Ordinal)));
        Assert.Equal(7, (await LettersAsync(town, 7)).Count);
    }

    [Fact]
    public async Task Message_ThatADepartmentRejects_IsPutAsideAndComesAgainWhenTriedAgain()
    {
        await using var town = await MessageTown.StartAsync();
        var id = await town.SanctionAsync(4, "jieshou-housing", "jieshou-enforcement");
        var link = await town.Housing.ListenAsync("sanctions");
        var (message, told) = (await DepartmentSystem.NextAsync(link, Patience))!.Value;
        link.Reject(message, new Error("app:unreadable") { Description = "系统升级中" });

        var letter = Assert.Single(await LettersAsync(town, 1));
        Assert.Equal(("sanctions/jieshou-housing", "app:unreadable", "系统升级中"), ((string?)letter["entity"], (string?)letter["reason"], (string?)letter["description"]));
        Assert.Equal((0, $"{(string?)told["id"]} 已重试"), await ReplayAsync(town, letter));
        var (again, same) = (await DepartmentSystem.NextAsync(link, Patience))!.Value;
        Assert.Equal($"{(string?)told["id"]}~{(long)letter["sequenceNumber"]!}", again.Properties.MessageId);
        Assert.Equal(told.ToJsonString(), same.ToJsonString());
        Assert.Empty(await LettersAsync(town));

        // It came to nobody else again.
        var other = await town.Enforcement.ListenAsync("sanctions");
        var (first, others) = (await DepartmentSystem.NextAsync(other, Patience))!.Value;
        Assert.Equal($"sanction-{id}-jieshou-enforcement.1", (string?)others["id"]);
        other.Accept(first);
        Assert.Null(await DepartmentSystem.NextAsync(other, TimeSpan.FromSeconds(2)));
    }

    private static async Task<string> NoticeAsync(MessageTown town, int number)
    {
        var body = new JsonObject
        {
            ["enterprise"] = MessageTown.Code(number),
            ["record"] = $"登记-{number}",
            ["approvalItem"] = "建筑业企业资质",
            ["tellApplicant"] = true,
            ["commitment"] = new string('a', 64),
            ["pushTo"] = "jieshou-housing",
        };
        var (answer, document) = await town.Doors.CallAsync(HttpMethod.Post, "/api/v1/dual-notices", "dev-" + Doors.Registrar, body.ToJsonString());
        Assert.True(answer.StatusCode == HttpStatusCode.Created, document?.ToJsonString());
        return (string)document!["id"]!;
    }

    private static async Task<HttpStatusCode> ActAsync(MessageTown town, string notice, string act, string? body = null) =>
        (await town.Doors.CallAsync(HttpMethod.Post, $"/api/v1/dual-notices/{notice}/{act}", "dev-jieshou-housing", body)).Answer.StatusCode;

    private static Task UntilPhaseAsync(MessageTown town, string notice, Func<JsonNode, bool> so) => Doors.UntilAsync(
        "the answer counts", async () => so((await town.Doors.SendAsync(HttpMethod.Get, "/api/v1/dual-notices/" + notice, "dev-jieshou-housing")).Body));

    private static async Task<IReadOnlyList<JsonNode>> LettersAsync(MessageTown town, int count = 0)
    {
        IReadOnlyList<JsonNode> letters = [];
        await Doors.UntilAsync($"{count} letters are put aside", async () =>
        {
            var (_, body) = await town.Doors.SendAsync(HttpMethod.Get, "/api/v1/operations/dead-letters", "dev-jieshou-scjg");
            return (letters = [.. body["items"]!.AsArray().Select(letter => letter!)]).Count >= count;
        });
        return letters;
    }

    private static async Task<(int Code, string Words)> ReplayAsync(MessageTown town, JsonNode letter)
    {
        var (exit, said, wrong) = await Tool.RunAsync(
            Tool.Key, ["messages", "replay", (string)letter["entity"]!, $"{(long)letter["sequenceNumber"]!}", "--url", town.Doors.Url.AbsoluteUri]);
        return (exit, said + wrong);
    }
}
