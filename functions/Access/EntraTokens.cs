using EntCredit.Domain.Departments;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace EntCredit.Functions.Access;

/// <summary>
/// Tokens of Microsoft Entra ID (v2.0), for one tenant and one audience. The application that a token names must stand in the departments file;
/// of a token for a person, only the person's own object id counts. Where the issuer's keys cannot be had, no token holds.
/// </summary>
public sealed class EntraTokens(
    EntraSettings? settings, Func<DepartmentRegister> departments, TimeProvider machine, ILogger<EntraTokens> logger)
{
    private const int MostCharacters = 8 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MostCharacters };

    private readonly ConfigurationManager<OpenIdConnectConfiguration>? metadata = settings is null
        ? null
        : new ConfigurationManager<OpenIdConnectConfiguration>(
            settings.Metadata.AbsoluteUri,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = !settings.Metadata.IsLoopback });

    /// <summary>The department of the application that the token was issued to, or null.</summary>
    public async Task<Department?> DepartmentOfAsync(string token, CancellationToken cancellation)
    {
        if (settings is null || metadata is null || token.Length is 0 or > MostCharacters) return null;
        if (await ValidateAsync(token, settings, metadata, cancellation) is not { } valid) return null;

        // A token for the application itself has the application as its subject; any other is for a person who signed in through it.
        var person = Claim(valid, "oid");
        string?[] named = person == valid.Subject ? [person, Claim(valid, "azp")] : [person];
        var found = named.OfType<string>().Select(id => departments().FindByApplication(id)).OfType<Department>().Distinct().ToList();
        return found is [var department] && department.ExistsAt(machine.GetUtcNow()) ? department : null;
    }

    private async Task<JsonWebToken?> ValidateAsync(
        string token, EntraSettings wanted, ConfigurationManager<OpenIdConnectConfiguration> issuer, CancellationToken cancellation)
    {
        try
        {
            var known = await issuer.GetConfigurationAsync(cancellation);
            var result = await handler.ValidateTokenAsync(token, Rules(wanted, known));
            if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            {
                // The issuer may have changed its keys; asked again at most every five minutes.
                issuer.RequestRefresh();
                var again = await issuer.GetConfigurationAsync(cancellation);
                if (!ReferenceEquals(again, known)) result = await handler.ValidateTokenAsync(token, Rules(wanted, again));
            }

            if (result.IsValid) return (JsonWebToken)result.SecurityToken;
            logger.LogWarning("A token was refused: {Reason}", result.Exception.GetType().Name);
            return null;
        }
        catch (Exception unreachable) when (unreachable is not OperationCanceledException)
        {
            logger.LogError("The token issuer does not answer ({Reason}); no token holds", unreachable.GetType().Name);
            return null;
        }
    }

    private TokenValidationParameters Rules(EntraSettings wanted, OpenIdConnectConfiguration issuer) => new()
    {
        ValidIssuer = issuer.Issuer,
        ValidAudience = wanted.Audience,
        IssuerSigningKeys = issuer.SigningKeys,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) =>
            until is { } end && machine.GetUtcNow() < new DateTimeOffset(end, TimeSpan.Zero) + Skew
            && (from is not { } start || machine.GetUtcNow() >= new DateTimeOffset(start, TimeSpan.Zero) - Skew),
    };

    private static string? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) && value.Length > 0 ? value : null;
}
