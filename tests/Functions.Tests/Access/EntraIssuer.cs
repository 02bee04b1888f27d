using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EntCredit.Functions.Tests.Access;

/// <summary>An issuer of tokens on 127.0.0.1, with the documents that Entra ID serves.</summary>
internal sealed class EntraIssuer : IAsyncDisposable
{
    public const string Tenant = "33333333-3333-4333-8333-333333333333", Audience = "api://entcredit";

    private readonly WebApplication web;
    private readonly RSA rsa = RSA.Create(2048);

    private EntraIssuer(WebApplication web) => this.web = web;

    public string Authority => web.Urls.Single();

    public string Issuer => $"{Authority}/{Tenant}/v2.0";

    /// <summary>The settings of a host that takes its tokens.</summary>
    public string[] Settings => [$"EntCredit:Entra:Tenant={Tenant}", $"EntCredit:Entra:Audience={Audience}", $"EntCredit:Entra:Authority={Authority}"];

    public static async Task<EntraIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new EntraIssuer(builder.Build());
        issuer.web.MapGet($"/{Tenant}/v2.0/.well-known/openid-configuration", () => Results.Json(new { issuer = issuer.Issuer, jwks_uri = $"{issuer.Authority}/keys" }));
        issuer.web.MapGet("/keys", () => Results.Json(new { keys = new[] { issuer.Public() } }));
        await issuer.web.StartAsync();
        return issuer;
    }

    /// <summary>A token; everything that is not said is right.</summary>
    public string Token(
        string? issuer = null,
        string audience = Audience,
        string principal = Personas.Principal,
        string application = Personas.Application,
        string? subject = null,
        int fromMinutes = -10,
        int untilMinutes = 50,
        SigningCredentials? by = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer,
            Audience = audience,
            NotBefore = now.AddMinutes(fromMinutes),
            Expires = now.AddMinutes(untilMinutes),
            Claims = new Dictionary<string, object> { ["oid"] = principal, ["azp"] = application, ["sub"] = subject ?? principal },
            SigningCredentials = by ?? new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>A right token whose header says another algorithm and whose signature is given.</summary>
    public string Resigned(string algorithm, Func<byte[], byte[]> sign)
    {
        var header = Base64UrlEncoder.Encode(JsonSerializer.Serialize(new { alg = algorithm, typ = "JWT", kid = "k1" }));
        var content = header + "." + Token().Split('.')[1];
        return content + "." + Base64UrlEncoder.Encode(sign(Encoding.UTF8.GetBytes(content)));
    }

    /// <summary>The public key's bytes, as somebody might take them for a shared secret.</summary>
    public byte[] PublicBytes() => Encoding.UTF8.GetBytes(rsa.ExportSubjectPublicKeyInfoPem());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        rsa.Dispose();
    }

    private object Public()
    {
        var key = rsa.ExportParameters(false);
        return new { kty = "RSA", use = "sig", kid = "k1", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) };
    }
}
