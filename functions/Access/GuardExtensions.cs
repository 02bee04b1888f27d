using System.Security.Cryptography;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Audit;
using EntCredit.Stores.Audit;
using EntCredit.Stores.Departments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Access;

/// <summary>What stands before every HTTP function.</summary>
public static class GuardExtensions
{
    /// <summary>Adds the guards, outermost first. After <c>ConfigureFunctionsWebApplication</c>.</summary>
    public static IFunctionsWorkerApplicationBuilder UseGuards(this IFunctionsWorkerApplicationBuilder builder) => builder
        .UseMiddleware<AnswerHeaders>()
        .UseMiddleware<UnexpectedErrors>()
        .UseMiddleware<RequestGate>()
        .UseMiddleware<AccessControl>();

    /// <summary>Adds what the guards need.</summary>
    /// <param name="services">Where.</param>
    /// <param name="configuration">The settings; a wrong one ends the start.</param>
    /// <param name="ledgerPath">The ledger's file: the audit trail lies beside it where nothing else is said.</param>
    public static IServiceCollection AddGuards(this IServiceCollection services, IConfiguration configuration, string ledgerPath)
    {
        var audit = configuration["EntCredit:Audit:Path"] is { Length: > 0 } given
            ? given
            : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(ledgerPath))!, "audit.db");
        var entra = EntraSettings.Of(configuration);
        return services
            .AddSingleton(RateSettings.Of(configuration))
            .AddSingleton<RateLimits>()
            .AddSingleton<DepartmentKeys>()
            .AddSingleton(provider => new EntraTokens(
                entra,
                provider.GetRequiredService<Func<DepartmentRegister>>(),
                provider.GetRequiredKeyedService<TimeProvider>("machine"),
                provider.GetRequiredService<ILogger<EntraTokens>>()))
            .AddSingleton<Authentication>()
            .AddSingleton<IAuditTrail>(_ => new SqliteAuditTrail(audit))
            .AddSingleton<Auditor>()
            .AddSingleton(_ => RandomNumberGenerator.Create());
    }
}
