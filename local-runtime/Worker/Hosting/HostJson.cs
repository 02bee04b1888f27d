using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Worker.Hosting;

/// <summary>host.json as configuration, overridden by settings of the form <c>AzureFunctionsJobHost__extensions__http__routePrefix</c>.</summary>
internal static class HostJson
{
    public static IConfigurationRoot Read(string? path, IConfiguration settings)
    {
        try
        {
            var builder = new ConfigurationBuilder();
            if (path is not null)
                builder.AddJsonFile(Path.GetFullPath(path), optional: false, reloadOnChange: false);
            return builder.AddConfiguration(settings.GetSection("AzureFunctionsJobHost")).Build();
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            throw new StartupException($"{path} is not JSON: {e.InnerException?.Message ?? e.Message}", e);
        }
    }
}
