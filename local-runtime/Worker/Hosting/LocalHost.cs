using EntCredit.LocalRuntime.Durable.Engine;
using EntCredit.LocalRuntime.Worker.Admin;
using EntCredit.LocalRuntime.Worker.Blobs;
using EntCredit.LocalRuntime.Worker.Builder;
using EntCredit.LocalRuntime.Worker.Cosmos;
using EntCredit.LocalRuntime.Worker.Http;
using EntCredit.LocalRuntime.Worker.Indexing;
using EntCredit.LocalRuntime.Worker.ServiceBus;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Worker.Hosting;

/// <summary>The host: a web application that is checked whole before anything of it starts.</summary>
internal sealed class LocalHost(WebApplication web) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => web.Services;

    /// <exception cref="StartupException">The host cannot start, and the setting says not to end the process for it.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            HostSettings settings = Services.GetRequiredService<HostSettings>();
            FunctionIndex index = Services.GetRequiredService<FunctionIndex>();
            Listening.EnsureFree(settings.Urls);
            Services.GetRequiredService<StateFolder>().Take();
            Services.GetRequiredService<BlobListener>();
            // Before the application's own services, which may send when they start.
            Services.GetRequiredService<HostBroker>().Start();
            Services.GetRequiredService<ServiceBusListener>().Check();
            Services.GetRequiredService<CosmosListener>();
            Map(settings, index);
            web.Urls.Add(settings.Urls);
            await web.StartAsync(cancellationToken);
            ILogger<LocalHost> logger = Services.GetRequiredService<ILogger<LocalHost>>();
            logger.LogInformation("{Count} functions; HTTP at {Urls}; state in {State}.", index.Functions.Count, string.Join(' ', web.Urls), settings.StateFolder);
        }
        catch (Exception e) when (ToStartupException(e) is { } reason)
        {
            // Read by itself: another setting may be what is wrong.
            if (bool.TryParse(Services.GetRequiredService<IConfiguration>()["LocalRuntime:ExitOnStartupError"], out bool exits) && !exits)
                throw reason;
            await DisposeAsync();
            await Console.Error.WriteLineAsync(reason.Message);
            Environment.Exit(1);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => web.StopAsync(cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public ValueTask DisposeAsync() => web.DisposeAsync();

    private static StartupException? ToStartupException(Exception e) =>
        e switch
        {
            StartupException startup => startup,
            IOException { InnerException: AddressInUseException } => new(
                $"{e.Message.TrimEnd('.')}: end the program that listens there, or set LocalRuntime__Urls to another address.",
                e
            ),
            InvalidDataException damaged => new(damaged.Message, damaged),
            _ => null,
        };

    private void Map(HostSettings settings, FunctionIndex index)
    {
        web.UseRouting();
        web.Use(HttpEndpoints.HideMethodsAsync);
        if (settings.MovableClock)
            Services.GetRequiredService<AdminEndpoints>().Map(web);
        Services.GetRequiredService<PoisonEndpoints>().Map(web);
        Services.GetRequiredService<HttpEndpoints>().Map(web);
        if (index.With<HttpTriggerAttribute>().Any() && !Services.GetRequiredService<HttpIntegration>().IsConfigured)
            throw new StartupException("There are HTTP functions: call ConfigureFunctionsWebApplication() on the builder.");
    }
}
