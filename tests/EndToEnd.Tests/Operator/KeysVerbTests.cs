using System.Net;
using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests.Operator;

/// <summary>Keys from issue to revocation.</summary>
public sealed class KeysVerbTests(OperatorFixture fixture) : IClassFixture<OperatorFixture>
{
    private readonly OperatorTown town = fixture.Town;

    [Fact]
    public async Task Keys_IssuedListedRevoked_OpensAndThenDoesNot()
    {
        var (exit, key, _) = await Tool.RunAsync(Tool.Key, ["keys", "issue", Doors.Housing, "--label", "新业务系统", .. town.Url]);
        Assert.Equal(0, exit);
        Assert.Matches("^entcredit_[0-9a-f]{72}$", key);
        Assert.Equal(HttpStatusCode.OK, await OpensAsync(key));

        var listed = (await Tool.JsonAsync(["keys", "list", Doors.Housing, .. town.Url]))["items"]!.AsArray();
        var own = Assert.Single(listed, one => (string?)one!["label"] == "新业务系统")!;
        Assert.DoesNotContain(key, listed.ToJsonString(), StringComparison.Ordinal);

        Assert.Equal(0, (await Tool.RunAsync(Tool.Key, ["keys", "revoke", Doors.Housing, (string)own["id"]!, .. town.Url])).Exit);
        Assert.Equal(HttpStatusCode.Unauthorized, await OpensAsync(key));
        Assert.Contains("已吊销 ", (await Tool.RunAsync(Tool.Key, ["keys", "list", Doors.Housing, .. town.Url])).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_KeyFromAFile_IsTaken()
    {
        var file = fixture.FileOf("operator.key", Tool.Key + "\n");
        Assert.Equal(0, (await Tool.RunAsync(null, ["keys", "list", Doors.Housing, "--key-file", file, .. town.Url])).Exit);
    }

    [Fact]
    public async Task Keys_WithoutAKey_SaysWhereToPutIt()
    {
        var (exit, _, wrong) = await Tool.RunAsync(null, ["keys", "list", Doors.Housing, .. town.Url]);
        Assert.Equal(2, exit);
        Assert.Contains("ENTCREDIT_KEY", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_ByNoOperator_IsRefusedWithTheReason()
    {
        var (exit, _, wrong) = await Tool.RunAsync("dev-" + Doors.Housing, ["keys", "list", Doors.Housing, .. town.Url]);
        Assert.Equal(1, exit);
        Assert.StartsWith("EC1002 ", wrong, StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> OpensAsync(string key)
    {
        using var answer = await town.Doors.AnswerAsync(HttpMethod.Get, "/api/v1/batches", key);
        return answer.StatusCode;
    }
}
