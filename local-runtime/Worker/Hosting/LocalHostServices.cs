using EntCredit.LocalRuntime.Worker.Admin;
using EntCredit.LocalRuntime.Worker.Blobs;
using EntCredit.LocalRuntime.Worker.Cosmos;
using EntCredit.LocalRuntime.Worker.Http;
using EntCredit.LocalRuntime.Worker.Indexing;
using EntCredit.LocalRuntime.Worker.Invocation;
using EntCredit.LocalRuntime.Worker.Orchestrating;
using EntCredit.LocalRuntime.Worker.ServiceBus;
using EntCredit.LocalRuntime.Worker.Timers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EntCredit.LocalRuntime.Worker.Hosting;

/// <summary>What the host consists of. Everything is made when the host starts, so that settings may still change until then.</summary>
internal static class LocalHostServices
{
    public static void AddLocalHost(this IServiceCollection services, ApplicationFiles files)
    {
        services.TryAddSingleton(_ => FunctionSource.OfProgram());
        services.AddSingleton(p => HostSettings.Read(p.GetRequiredService<IConfiguration>(), files));
        services.AddSingleton(p =>
            new FunctionIndexer(p.GetRequiredService<IConfiguration>()).Build(p.GetRequiredService<FunctionSource>())
        );
        services.AddSingleton<StateFolder>();
        services.AddSingleton(p => new HostDatabase(p.GetRequiredService<StateFolder>().PathOf("host.db")));
        services.AddSingleton<FunctionRunner>();
        services.AddSingleton<FunctionKeys>();
        services.AddSingleton<HttpEndpoints>();
        services.AddSingleton<BlobConnections>();
        services.AddSingleton<BlobReceipts>();
        services.AddSingleton<IPoisonList>(p => p.GetRequiredService<BlobReceipts>());
        services.AddSingleton<BlobListener>();
        services.AddSingleton(p => ServiceBusSettings.Read(p.GetRequiredService<IConfiguration>(), files));
        services.AddSingleton<HostBroker>();
        services.AddSingleton<ServiceBusConnections>();
        services.AddSingleton<ServiceBusListener>();
        services.AddSingleton<TimerStatusStore>();
        services.AddSingleton<TimerListener>();
        services.AddSingleton<CosmosConnections>();
        services.AddSingleton<CosmosListener>();
        services.AddSingleton(DurableFunctions.CreateEngine);
        services.AddSingleton<LegalTimeMover>();
        services.AddSingleton<AdminGate>();
        services.AddSingleton<AdminEndpoints>();
        services.AddSingleton<PoisonEndpoints>();
        services.AddHostedService<HostLifecycle>();
    }
}
