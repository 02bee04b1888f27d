using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace EntCredit.Functions.Access;

/// <summary>How often one caller may call.</summary>
/// <param name="PublicPerMinute">One address without a credential that holds, at once and a minute.</param>
/// <param name="DepartmentPerMinute">One department, at once and a minute.</param>
/// <param name="ForwardedHops">How many proxies of one's own stand before the host, each adding to X-Forwarded-For; 0 takes the connection's address.</param>
public sealed record RateSettings(int PublicPerMinute, int DepartmentPerMinute, int ForwardedHops)
{
    /// <summary>The settings as given, or 60, 600, and one proxy on Azure, whose front end is one.</summary>
    /// <exception cref="InvalidOperationException">One of them is no number in its bounds.</exception>
    public static RateSettings Of(IConfiguration configuration) => new(
        Number(configuration, "PublicPerMinute", 60, 1),
        Number(configuration, "DepartmentPerMinute", 600, 1),
        Number(configuration, "ForwardedHops", configuration["WEBSITE_SITE_NAME"] is null ? 0 : 1, 0));

    private static int Number(IConfiguration configuration, string name, int otherwise, int least)
    {
        if (configuration["EntCredit:Limits:" + name] is not { Length: > 0 } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new InvalidOperationException($"The setting EntCredit__Limits__{name} is '{text}': it is a whole number from {least}.");
    }
}
