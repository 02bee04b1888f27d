using System.Security.Cryptography;
using System.Text.Json.Nodes;
using EntCredit.Functions.Access;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace EntCredit.Functions.Tests.Access;

/// <summary>Only a token of the tenant's issuer, for this audience, in its time, of an application of the departments file opens a door.</summary>
public sealed class EntraTests
{
    private const string Nobody = "44444444-4444-4444-8444-444444444444";

    [Fact]
    public async Task Token_RightOrWrongInOneThing_OpensOrIs401()
    {
        await using var issuer = await EntraIssuer.StartAsync();
        await using var host = await AccessHost.StartAsync(issuer.Settings);
        using var stranger = RSA.Create(2048);
        SigningCredentials By(RSA key, string id, string algorithm = SecurityAlgorithms.RsaSha256) => new(new RsaSecurityKey(key) { KeyId = id }, algorithm);

        (string What, string Token, int Status)[] cases =
        [
            ("right, by principal and application", issuer.Token(), 200),
            ("right, by the application alone", issuer.Token(principal: Nobody), 200),
            ("just expired, within the skew", issuer.Token(untilMinutes: -1), 200),
            ("another audience", issuer.Token(audience: "api://another"), 401),
            ("expired", issuer.Token(untilMinutes: -5), 401),
            ("not yet valid", issuer.Token(fromMinutes: 5), 401),
            ("another issuer", issuer.Token(issuer: issuer.Authority + "/55555555-5555-4555-8555-555555555555/v2.0"), 401),
            ("no signature", issuer.Resigned("none", _ => []), 401),
            ("public key taken for a secret", issuer.Resigned("HS256", content => HMACSHA256.HashData(issuer.PublicBytes(), content)), 401),
            ("unknown key", issuer.Token(by: By(stranger, "k2")), 401),
            ("another key under a known name", issuer.Token(by: By(stranger, "k1")), 401),
            ("unknown application", issuer.Token(principal: Nobody, application: Nobody), 401),
            ("a person who signed in through the application", issuer.Token(principal: Nobody, subject: "pairwise"), 401),
            ("signature cut", issuer.Token()[..^8], 401),
            ("nonsense", "a.b.c", 401),
            ("empty", "", 401),
            ("endless", new string('a', 9000), 401),
        ];
        foreach (var (what, token, status) in cases)
        {
            using var answer = await host.SendAsync("GET", "/api/v1/batches", null, null, ("Authorization", "Bearer " + token));
            Assert.True((int)answer.StatusCode == status, $"{what}: {(int)answer.StatusCode}");
            if (status == 401) Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        }

        Assert.DoesNotContain(host.Logs, line => line.Contains(issuer.Token().Split('.')[1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Token_AndKeyAtOnce_Is400()
    {
        await using var issuer = await EntraIssuer.StartAsync();
        await using var host = await AccessHost.StartAsync(issuer.Settings);
        using var both = await host.SendAsync("GET", "/api/v1/batches", Personas.Key(Personas.Neighbour), null, ("Authorization", "Bearer " + issuer.Token()));
        Assert.Equal((400, "EC1103"), await OfAsync(both));
        using var basic = await host.SendAsync("GET", "/api/v1/batches", null, null, ("Authorization", "Basic YTpi"));
        Assert.Equal((401, "EC1102"), await OfAsync(basic));
    }

    [Fact]
    public async Task Token_NobodyIsSetOrAnswers_Is401()
    {
        var issuer = await EntraIssuer.StartAsync();
        await using var without = await AccessHost.StartAsync();
        await using var gone = await AccessHost.StartAsync(issuer.Settings);
        var token = issuer.Token();
        await issuer.DisposeAsync();
        foreach (var host in new[] { without, gone })
        {
            using var answer = await host.SendAsync("GET", "/api/v1/batches", null, null, ("Authorization", "Bearer " + token));
            Assert.Equal((401, "EC1102"), await OfAsync(answer));
        }

        using var key = await gone.SendAsync("GET", "/api/v1/batches", Personas.Key(Personas.Neighbour));
        Assert.Equal(200, (int)key.StatusCode);
    }

    [Theory]
    [InlineData(EntraIssuer.Tenant, null, null)]
    [InlineData(null, "api://entcredit", null)]
    [InlineData("common", "api://entcredit", null)]
    [InlineData(EntraIssuer.Tenant, "api://entcredit", "http://login.example")]
    public void Settings_InPartOrWrong_AreRefused(string? tenant, string? audience, string? authority) =>
        Assert.Throws<InvalidOperationException>(() => EntraSettings.Of(Settings(tenant, audience, authority)));

    [Fact]
    public void Settings_OfTheCloudInChina_AreItsMetadata() => Assert.Equal(
        $"https://login.partner.microsoftonline.cn/{EntraIssuer.Tenant}/v2.0/.well-known/openid-configuration",
        EntraSettings.Of(Settings(EntraIssuer.Tenant, "api://entcredit", "https://login.partner.microsoftonline.cn/"))!.Metadata.AbsoluteUri);

    private static IConfiguration Settings(string? tenant, string? audience, string? authority) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["EntCredit:Entra:Tenant"] = tenant, ["EntCredit:Entra:Audience"] = audience, ["EntCredit:Entra:Authority"] = authority })
        .Build();

    private static async Task<(int, string?)> OfAsync(HttpResponseMessage answer) =>
        ((int)answer.StatusCode, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["code"]);
}
