using System.Net;
using System.Text;
using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Samples;

namespace EntCredit.EndToEnd.Tests;

/// <summary>A natural person's number leaves by no public route, no log, no audit trail and no other department's answer.</summary>
[Collection(TownCollection.Name)]
public sealed class PersonalNumberTests(TownFixture fixture)
{
    // An invented person of a division that is not assigned; the check digit is right.
    private const string Number = "539999199003070017";

    private readonly Doors doors = fixture.Doors;

    [Fact]
    public async Task Number_InItsColumnAndInPublicText_StaysInside()
    {
        var (name, code) = (Enterprises.Name(28), Enterprises.Code(28));
        var file = Encoding.UTF8.GetString(PermitFile.For(name, code, "号"))
            .Replace("样甲一,,", $"样甲一,{Number},", StringComparison.Ordinal)
            .Replace("建筑工程施工总承包三级", $"建筑工程施工总承包三级（经办人{Number}）", StringComparison.Ordinal);
        Assert.Equal(2, file.Split(Number).Length - 1);
        var batch = await doors.UploadAsync($"{Doors.Housing}/permit/{Number}.csv", Encoding.UTF8.GetBytes(file), "done");
        await doors.SettleAsync();
        Assert.Equal("""{"published":1}""", (await doors.BatchAsync(Doors.Housing, batch))["records"]!.ToJsonString());

        var record = $"{batch}-0000002";
        string?[] everybody = [null, "dev-jieshou-housing", "dev-jieshou-enforcement", "dev-jieshou-scjg"];
        string[] paths =
        [
            $"/api/v1/public/enterprises/{code}", $"/enterprises/{code}", $"/enterprises/{Number}", $"/api/v1/public/enterprises/{Number}", $"/api/v1/records/{record}",
            $"/api/v1/batches/{batch}/receipt.json", $"/api/v1/batches/{batch}/receipt.csv", "/api/v1/operations/audit",
            $"/api/v1/records/{Number}", $"/api/v1/batches/{Number}",
        ];
        var answers = 0;
        foreach (var key in everybody)
        {
            foreach (var path in paths)
            {
                using var answer = await doors.AnswerAsync(HttpMethod.Get, path, key);
                if (answer.StatusCode == HttpStatusCode.OK) answers++;

                // What somebody typed into a search comes back to them alone.
                if (!path.StartsWith("/enterprises/" + Number, StringComparison.Ordinal) && !path.StartsWith("/api/v1/public/enterprises/" + Number, StringComparison.Ordinal))
                    Assert.DoesNotContain(Number, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        }

        Assert.True(answers > 10, $"Only {answers} answers were looked at.");
        using var page = await doors.AnswerAsync(HttpMethod.Get, $"/enterprises/{code}");
        Assert.Contains("经办人****************" + Number[^2..], await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // The process writes its log on a thread of its own: a later line says that the earlier ones are out.
        await doors.AnswerAsync(HttpMethod.Get, "/api/v1/batches", "a wrong key");
        await Doors.UntilAsync("the last line is there", () => Task.FromResult(fixture.Town.Logs.Any(line => line.Contains("without a valid credential", StringComparison.Ordinal))));
        Assert.Contains(fixture.Town.Logs, line => line.Contains(batch, StringComparison.Ordinal));
        var telling = fixture.Town.Logs.Where(line => line.Contains(Number, StringComparison.Ordinal)).ToList();
        Assert.True(telling.Count == 0, string.Join('\n', telling));
        Assert.DoesNotContain(Number, Encoding.UTF8.GetString(await File.ReadAllBytesAsync(fixture.Town.AuditFile, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }
}
