using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Messages;
using Microsoft.Extensions.Time.Testing;

namespace EntCredit.Functions.Tests.Messages;

/// <summary>Whom an answer is taken from: its signature says it, and nothing else.</summary>
public sealed class AnswerGateTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private readonly ECDsa housing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA bureau = RSA.Create(2048);

    public void Dispose()
    {
        housing.Dispose();
        stranger.Dispose();
        bureau.Dispose();
    }

    [Fact]
    public void Admit_SignedByTheDepartmentsKey_IsThatDepartment()
    {
        var body = Body("d-housing");
        Assert.Equal("d-housing", Admit(body, housing.SignData(body, HashAlgorithmName.SHA256)).Caller);
        Assert.Equal("d-housing", Admit(body, housing.SignData(body, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)).Caller);
        var other = Body("d-bureau");
        Assert.Equal("d-bureau", Admit(other, bureau.SignData(other, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)).Caller);
    }

    [Fact]
    public void Admit_SignedByAnother_IsNobody()
    {
        var body = Body("d-housing");
        Assert.Equal("EC4803", Admit(body, stranger.SignData(body, HashAlgorithmName.SHA256)).Code);
        Assert.Equal("EC4803", Admit(body, []).Code);
        Assert.Equal("EC4803", Admit(body, housing.SignData(body, HashAlgorithmName.SHA256), key: "k2").Code);
        Assert.Equal("EC4803", Admit(body, housing.SignData(body, HashAlgorithmName.SHA256), key: "expired").Code);
    }

    [Fact]
    public void Admit_OneByteChanged_IsNobody()
    {
        var body = Body("d-housing");
        var signature = housing.SignData(body, HashAlgorithmName.SHA256);
        var place = Encoding.UTF8.GetString(body).IndexOf("claim", StringComparison.Ordinal);
        body[place] ^= 1;
        Assert.Equal("EC4803", Admit(body, signature).Code);
    }

    [Theory]
    [InlineData("d-unknown", "EC4802")]
    [InlineData("d-paper", "EC4802")]
    public void Admit_NotOneThatAnswersByMessage_IsUnknown(string department, string code)
    {
        var body = Body(department);
        Assert.Equal(code, Admit(body, housing.SignData(body, HashAlgorithmName.SHA256)).Code);
    }

    [Theory]
    [InlineData(-7.01, "EC4805")]
    [InlineData(-6.99, null)]
    [InlineData(0.04, null)]
    [InlineData(0.05, "EC4805")]
    public void Admit_ByItsTime_OnlyWhileTheQueueRemembersItsId(double days, string? code)
    {
        var body = Body("d-housing", Now.AddDays(days));
        Assert.Equal(code, Admit(body, housing.SignData(body, HashAlgorithmName.SHA256)).Code);
    }

    [Fact]
    public void Admit_AnotherMessageId_IsRefused()
    {
        // Under another id the queue would not know an answer that it has seen.
        var body = Body("d-housing");
        Assert.Equal("EC4806", Admit(body, housing.SignData(body, HashAlgorithmName.SHA256), id: "other").Code);
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("[]", "$")]
    [InlineData("""{ "specversion": "0.3" }""", "specversion")]
    [InlineData("""{ "specversion": "1.0", "id": "" }""", "id")]
    [InlineData("""{ "specversion": "1.0", "id": "a", "source": "jieshou-housing" }""", "source")]
    [InlineData("""{ "specversion": "1.0", "id": "a", "source": "/departments/d", "type": "claim" }""", "type")]
    [InlineData("""{ "specversion": "1.0", "id": "a", "source": "/departments/d", "type": "entcredit.answer.claim", "subject": 7 }""", "subject")]
    [InlineData("""{ "specversion": "1.0", "id": "a", "source": "/departments/d", "type": "entcredit.answer.claim", "subject": "s", "time": "gestern" }""", "time")]
    [InlineData("""{ "id": "a", "id": "b" }""", "JSON")]
    public void Read_NoCloudEvent_SaysWhereItIsWrong(string body, string where)
    {
        var (answer, refusal) = ReceivedAnswer.Read(Encoding.UTF8.GetBytes(body));
        Assert.Null(answer);
        Assert.Equal(("EC4801", true), (refusal!.Error.Code, refusal.Text.EndsWith("：" + where, StringComparison.Ordinal)));
    }

    private static byte[] Body(string department, DateTimeOffset? at = null) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["specversion"] = "1.0",
        ["id"] = "a-1",
        ["source"] = "/departments/" + department,
        ["type"] = "entcredit.answer.claim",
        ["subject"] = "notice-00000000000000000000",
        ["time"] = (at ?? Now).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
    }.ToJsonString());

    private (string? Caller, string? Code) Admit(byte[] body, byte[] signature, string key = "k1", string id = "a-1")
    {
        var (answer, wrong) = ReceivedAnswer.Read(body);
        Assert.Null(wrong);
        var message = ServiceBusModelFactory.ServiceBusReceivedMessage(
            new BinaryData(body),
            id,
            properties: new Dictionary<string, object> { ["signature"] = Convert.ToBase64String(signature), ["signingkey"] = key },
            enqueuedTime: Now);
        var (caller, refusal) = new AnswerGate(Register, new FakeTimeProvider(Now)).Admit(answer!, message);
        return (caller?.Id, refusal?.Error.Code);
    }

    private DepartmentRegister Register() => DepartmentRegister.Parse("departments.json", new JsonObject
    {
        ["departments"] = new JsonArray(
            Department("d-housing", true, ("k1", housing.ExportSubjectPublicKeyInfo(), null), ("expired", housing.ExportSubjectPublicKeyInfo(), "2026-03-01")),
            Department("d-bureau", true, ("k1", bureau.ExportSubjectPublicKeyInfo(), null)),
            Department("d-paper", false, ("k1", housing.ExportSubjectPublicKeyInfo(), null))),
    }.ToJsonString());

    private static JsonNode Department(string id, bool messages, params (string Id, byte[] Key, string? Until)[] keys) => new JsonObject
    {
        ["id"] = id,
        ["name"] = "某局",
        ["jurisdiction"] = "jieshou",
        ["level"] = "county",
        ["region"] = "349999",
        ["roles"] = new JsonArray("provider", "approver", "marketSupervision"),
        ["from"] = "2014-10-01",
        ["messages"] = messages,
        ["signingKeys"] = new JsonArray([
            .. keys.Select(key => new JsonObject { ["id"] = key.Id, ["publicKey"] = Convert.ToBase64String(key.Key), ["from"] = "2020-01-01", ["until"] = key.Until }),
        ]),
    };
}
