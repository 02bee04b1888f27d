using EntCredit.Domain.Credit;
using EntCredit.Domain.Settings;
using EntCredit.Orchestrations.Credit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Credit;

/// <summary>What credit is judged by, as services.</summary>
public static class CreditServices
{
    /// <summary>
    /// Adds the schemes and what judges by them. <c>EntCredit__Credit__Schemes</c> names a folder of own scheme files, each in place of the product's for its jurisdiction;
    /// <c>EntCredit__Credit__Examples</c>=true lets examples (示例) take part, which are no law and are refused on Azure.
    /// </summary>
    /// <exception cref="SettingsException">A scheme file is wrong.</exception>
    /// <exception cref="InvalidOperationException">Examples are asked for on Azure.</exception>
    public static IServiceCollection AddCredit(this IServiceCollection services, IConfiguration configuration)
    {
        var examples = string.Equals(configuration["EntCredit:Credit:Examples"], "true", StringComparison.OrdinalIgnoreCase);
        if (examples && configuration["WEBSITE_SITE_NAME"] is not null)
            throw new InvalidOperationException("The setting EntCredit__Credit__Examples is refused here: examples are no law.");
        var schemes = CreditSchemes.Load(SettingsFile.EmbeddedIn("Credit").Concat(OwnOf(configuration["EntCredit:Credit:Schemes"])), examples);
        return services.AddSingleton(schemes).AddTransient<CreditDesk>().AddTransient<CreditReplies>();
    }

    private static IEnumerable<(string FileName, string Json)> OwnOf(string? folder) => folder is not { Length: > 0 } ? [] :
        Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path)));
}
