using System.Text.Json;
using System.Text.Json.Nodes;
using EntCredit.Domain.Inspections;
using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests.Operator;

/// <summary>A draw is announced over HTTP, its day passes and is sealed, it is opened; a stranger draws again from the published file alone.</summary>
public sealed class CheckDrawVerbTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("entcredit-draw-");
    private OperatorTown? town;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        town = await OperatorTown.StartAsync(folder.FullName);
        await town.Doors.UploadRegisterAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (town is not null) await town.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task CheckDraw_OfTheDrawMadeFromTheRegister_HoldsAndAnAlteredOneDoesNot()
    {
        var seed = await Tool.JsonAsync("draw-seed");
        await CallAsync(HttpMethod.Put, "/api/v1/inspections/matters/S-01", """{"name":"示例事项","basis":"示例依据"}""");
        await CallAsync(HttpMethod.Put, "/api/v1/inspections/roster", """{"inspectors":[{"code":"S1"},{"code":"S2"},{"code":"S3"}]}""");
        var announced = await CallAsync(
            HttpMethod.Post, "/api/v1/inspections/draws", $$"""{"matter":"S-01","seedDigest":"{{seed["seedDigest"]}}","subjects":3,"inspectorsEach":2}""");
        var id = (string)announced["id"]!;
        var (moved, _) = await town!.Doors.CallAsync(HttpMethod.Post, "/admin/local/clock", null, """{"to":"2020-07-10T16:30:00Z"}""");
        moved.EnsureSuccessStatusCode();
        var drawn = await CallAsync(HttpMethod.Post, $"/api/v1/inspections/draws/{id}/draw", $$"""{"seed":"{{seed["seed"]}}"}""");
        Assert.Equal(3, drawn["drawn"]!.AsArray().Count);

        var (_, published) = await town.Doors.CallAsync(HttpMethod.Get, $"/api/v1/public/draws/{id}", null, null);
        var file = Path.Combine(folder.FullName, "draw.json");
        await File.WriteAllTextAsync(file, published!.ToJsonString(), Cancellation);
        var kept = JsonNode.Parse(await town.Doors.BlobAsync("roots", $"{drawn["beacon"]!["day"]}.json"))!;
        var (exit, said, wrong) = await Tool.RunAsync(null, "check-draw", file, "--root", (string)kept["root"]!);
        Assert.True(exit == 0, said + wrong);
        Assert.Contains("重新摇号结果相同", said, StringComparison.Ordinal);
        Assert.Equal(1, (await Tool.RunAsync(null, "check-draw", file, "--root", new string('0', 64))).Exit);

        var proof = JsonSerializer.Deserialize<DrawProof>(published, DrawProof.Json)!;
        var others = proof.Lists!.Subjects.Select(subject => subject.Number).Except(proof.Result!.Select(one => one.Number)).ToList();
        var altered = proof with { Result = [proof.Result![0] with { Number = others[0] }, .. proof.Result.Skip(1)] };
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(altered, DrawProof.Json), Cancellation);
        Assert.Equal((1, "", "抽取不成立：公布的结果不是种子、封印和名录所得"), await Tool.RunAsync(null, "check-draw", file));
        await File.WriteAllTextAsync(file, "{}", Cancellation);
        Assert.Equal((1, "", "抽取不成立：不是抽取文件，或格式不对"), await Tool.RunAsync(null, "check-draw", file));
        Assert.Equal(2, (await Tool.RunAsync(null, "check-draw", file + ".none")).Exit);
    }

    private async Task<JsonNode> CallAsync(HttpMethod method, string path, string body)
    {
        var (answer, said) = await town!.Doors.CallAsync(method, path, Doors.Supervision, body);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {said}");
        return said!;
    }
}
