using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Worker.Hosting;

/// <summary>Texts of attributes in which <c>%Name%</c> stands for the setting of that name.</summary>
internal static partial class SettingExpression
{
    /// <exception cref="StartupException">There is no such setting.</exception>
    public static string Resolve(string text, IConfiguration settings) =>
        Expression()
            .Replace(
                text,
                match =>
                    settings[match.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal)]
                    ?? throw new StartupException($"'{text}' names the setting {match.Groups["name"].Value}, which does not exist")
            );

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.CultureInvariant)]
    private static partial Regex Expression();
}
