using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EntCredit.EndToEnd.Tests.Messages;
using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests;

/// <summary>湘商改〔2016〕7号 第十九条 (C16): what a department submits may carry its signature, and must where the profile says so; a wrong one is refused in both.</summary>
public sealed class SignatureTests
{
    private const string Housing = "hunan-housing", Path_ = Housing + "/permit/";

    [Fact]
    public async Task Submissions_OfHunan_AreTakenSignedOrUnsignedAndRefusedWithAWrongSignature()
    {
        var folder = Directory.CreateTempSubdirectory("entcredit-signed-");
        using var system = new DepartmentSystem(Housing, 0);
        var departments = Path.Combine(folder.FullName, "departments.json");
        await File.WriteAllTextAsync(departments, MessageTown.WithKeys(system), TestContext.Current.CancellationToken);
        try
        {
            await using var town = await Town.StartAsync("2020-07-30T01:30:00Z", new Dictionary<string, string> { ["EntCredit__Departments"] = departments });
            var doors = town.Doors;
            var (signed, unsigned, forged) = (PermitFile.Of(3, "签"), PermitFile.Of(3, "未"), PermitFile.Of(3, "伪"));
            var taken = await doors.UploadAsync(Path_ + "signed.csv", signed, Metadata(system.Sign(signed)));
            var plain = await doors.UploadAsync(Path_ + "plain.csv", unsigned);
            var wrong = await doors.UploadAsync(Path_ + "wrong.csv", forged, Metadata(system.Sign(signed)));
            var unknown = await doors.UploadAsync(Path_ + "unknown.csv", PermitFile.Of(3, "疑"), Metadata(system.Sign(signed), "k9"));
            await doors.SettleAsync();
            Assert.Equal("receipted", (string?)(await doors.BatchAsync(Housing, taken))["phase"]);
            Assert.Equal("receipted", (string?)(await doors.BatchAsync(Housing, plain))["phase"]);
            foreach (var refused in new[] { wrong, unknown })
            {
                var batch = await doors.BatchAsync(Housing, refused);
                Assert.True(((string?)batch["phase"], batch.ToJsonString().Contains("EC3111", StringComparison.Ordinal)) is ("refused", true), batch.ToJsonString());
            }

            var body = Body(1);
            Assert.Equal((HttpStatusCode.OK, null), await PostAsync(doors, "good", body, system.Sign(Encoding.UTF8.GetBytes(body))));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "EC3111"), await PostAsync(doors, "bad", Body(2), system.Sign(Encoding.UTF8.GetBytes(body))));
            Assert.Equal((HttpStatusCode.OK, null), await PostAsync(doors, "none", Body(3), null));

            await RequireAsync(doors);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "EC3110"), await PostAsync(doors, "missing", Body(4), null));
            var missing = await doors.UploadAsync(Path_ + "missing.csv", PermitFile.Of(3, "缺"));
            await doors.SettleAsync();
            Assert.Contains("EC3110", (await doors.BatchAsync(Housing, missing)).ToJsonString(), StringComparison.Ordinal);
            Assert.Equal((HttpStatusCode.OK, null), await PostAsync(doors, "signed", Body(5), system.Sign(Encoding.UTF8.GetBytes(Body(5)))));

            // The evidence is in the ledger, with the key that it is checked with.
            await town.StopHostAsync();
            var arrived = JsonNode.Parse(LedgerReading.FirstOf(town.LedgerFile, "batch-" + taken))!["data"]!["signature"]!;
            Assert.Equal((DepartmentSystem.KeyName, system.PublicKey), ((string?)arrived["key"], (string?)arrived["publicKey"]));
            Assert.Null(JsonNode.Parse(LedgerReading.FirstOf(town.LedgerFile, "batch-" + plain))!["data"]!["signature"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, string> Metadata(string signature, string key = DepartmentSystem.KeyName) =>
        new() { ["signature"] = signature, ["signingkey"] = key };

    private static string Body(int number) => Permits.Body(Permits.Of(number, $"湘建许签〔2020〕{number}号"));

    private static async Task<(HttpStatusCode Status, string? Code)> PostAsync(Doors doors, string key, string body, string? signature)
    {
        List<(string, string)> headers = [("Idempotency-Key", "signature-" + key)];
        if (signature is not null) headers.AddRange([("X-Signature", signature), ("X-Signing-Key", DepartmentSystem.KeyName)]);
        var (answer, document) = await doors.CallAsync(HttpMethod.Post, "/api/v1/records", "dev-" + Housing, body, [.. headers]);
        return (answer.StatusCode, (string?)document?["code"]);
    }

    // The document says 可采用; another's may say must.
    private static async Task RequireAsync(Doors doors)
    {
        var profile = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "shared", "Domain", "Jurisdictions", "hunan.json"), TestContext.Current.CancellationToken))!;
        profile["digitalSignature"]!["use"] = "required";
        var (answer, document) = await doors.CallAsync(HttpMethod.Post, "/api/v1/operations/law/profile", "dev-hunan-aic", profile.ToJsonString());
        Assert.True(answer.IsSuccessStatusCode, document?.ToJsonString());
        answer.Dispose();
    }
}
