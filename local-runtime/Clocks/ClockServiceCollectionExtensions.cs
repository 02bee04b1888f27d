using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EntCredit.LocalRuntime.Clocks;

/// <summary>The two clocks of a host, each a keyed time provider that the application may replace.</summary>
internal static class ClockServiceCollectionExtensions
{
    public static IServiceCollection AddClocks(this IServiceCollection services)
    {
        services.TryAddKeyedSingleton(ClockKeys.Machine, TimeProvider.System);
        services.TryAddKeyedSingleton<TimeProvider>(
            ClockKeys.Legal,
            (provider, _) =>
                provider.GetRequiredService<HostSettings>().MovableClock
                    ? provider.GetRequiredService<MovableTimeProvider>()
                    : provider.GetRequiredKeyedService<TimeProvider>(ClockKeys.Machine)
        );
        services.TryAddSingleton(provider =>
        {
            HostSettings settings = provider.GetRequiredService<HostSettings>();
            TimeProvider machine = provider.GetRequiredKeyedService<TimeProvider>(ClockKeys.Machine);
            return new MovableTimeProvider(machine, new ClockFile(settings.StateFolder), settings.ClockStart);
        });
        return services;
    }
}
