using Microsoft.Extensions.Configuration;

namespace EntCredit.Functions.Access;

/// <summary>Whose tokens are taken.</summary>
/// <param name="Metadata">The address of the issuer's OpenID Connect metadata.</param>
/// <param name="Audience">Whom the tokens must be for: the client id of this system's registration, or its application id URI.</param>
public sealed record EntraSettings(Uri Metadata, string Audience)
{
    private const string PublicCloud = "https://login.microsoftonline.com";

    /// <summary>The settings, or null where tokens are not taken.</summary>
    /// <exception cref="InvalidOperationException">Only a part of them is given, or the authority is not by https.</exception>
    public static EntraSettings? Of(IConfiguration configuration)
    {
        var section = configuration.GetSection("EntCredit:Entra");
        var (tenant, audience) = (section["Tenant"], section["Audience"]);
        if (string.IsNullOrEmpty(tenant) && string.IsNullOrEmpty(audience)) return null;
        if (string.IsNullOrEmpty(tenant) || string.IsNullOrEmpty(audience))
            throw new InvalidOperationException("Of the settings EntCredit__Entra__Tenant and EntCredit__Entra__Audience one is missing.");

        // A token of any tenant would be anybody's.
        if (!Guid.TryParse(tenant, out _))
            throw new InvalidOperationException($"The setting EntCredit__Entra__Tenant is '{tenant}': it is the GUID of one tenant.");
        var authority = section["Authority"] is { Length: > 0 } given ? given.TrimEnd('/') : PublicCloud;
        var metadata = new Uri($"{authority}/{tenant}/v2.0/.well-known/openid-configuration");
        return metadata.Scheme == Uri.UriSchemeHttps || metadata.IsLoopback
            ? new EntraSettings(metadata, audience)
            : throw new InvalidOperationException($"The setting EntCredit__Entra__Authority is '{authority}': it begins with https.");
    }
}
