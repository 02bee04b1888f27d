using EntCredit.Domain.Departments;
using EntCredit.Domain.LoadedFiles;
using EntCredit.Orchestrations;
using EntCredit.Stores.Law;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Operations;

/// <summary>The law as services: always the files in force when they are asked for, so never to be kept by what lives longer than one use.</summary>
public static class LawServices
{
    /// <summary>Adds them.</summary>
    /// <param name="services">Where.</param>
    /// <param name="own">The files that the program was set up with.</param>
    public static IServiceCollection AddLaw(this IServiceCollection services, LawFiles own) => services
        .AddSingleton(provider => new LawBook(own, provider.GetRequiredService<ILedger>()))
        .AddHostedService<LawWatch>()
        .AddTransient(provider => provider.GetRequiredService<LawBook>().Current.Departments)
        .AddTransient(provider => provider.GetRequiredService<LawBook>().Current.Profiles)
        .AddTransient(provider => provider.GetRequiredService<LawBook>().Current.Catalogue)
        .AddSingleton<Func<DepartmentRegister>>(provider => provider.GetRequiredService<DepartmentRegister>)
        .AddTransient<Rulebook>();
}
