using EntCredit.LocalRuntime.Clocks;
using EntCredit.LocalRuntime.Worker.Hosting;
using EntCredit.LocalRuntime.Worker.Http;
using EntCredit.LocalRuntime.Worker.Invocation;
using EntCredit.LocalRuntime.Worker.Middleware;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Worker.Builder;

/// <summary>Builds the host: settings, services, logging, and the pipeline around functions.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    // The limit of the Functions host itself.
    private const long LargestBody = 100 * 1024 * 1024;

    private readonly WebApplicationBuilder _web;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];
    private readonly ApplicationFiles _files;
    private bool _integratesAspNetCore;
    private bool _built;

    internal FunctionsApplicationBuilder(string[] args)
    {
        _web = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                // Settings do not change while the host runs, and watchers are scarce.
                Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
                EnvironmentName = System.Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
            }
        );
        _files = ApplicationFiles.AddTo(_web.Configuration);
        LocalLogging.AddTo(_web.Logging, _web.Configuration, _files);
        Services.AddRouting();
        Services.AddClocks();
        _web.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestBody);
    }

    /// <inheritdoc />
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    /// <inheritdoc />
    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>The settings: appsettings.json, the Values of local.settings.json, environment variables, arguments; later ones win.</summary>
    public ConfigurationManager Configuration => _web.Configuration;

    /// <inheritdoc />
    public IHostEnvironment Environment => _web.Environment;

    /// <inheritdoc />
    public ILoggingBuilder Logging => _web.Logging;

    /// <inheritdoc />
    public IMetricsBuilder Metrics => _web.Metrics;

    /// <summary>The application's services.</summary>
    public IServiceCollection Services => _web.Services;

    /// <summary>Makes the host. Functions are found and checked when it starts.</summary>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    public IHost Build()
    {
        if (_built)
            throw new InvalidOperationException("The application has already been built.");
        _built = true;
        Services.AddSingleton(new FunctionPipeline(_middleware));
        Services.AddSingleton(new HttpIntegration(_integratesAspNetCore));
        Services.AddLocalHost(_files);
        return new LocalHost(_web.Build());
    }

    /// <inheritdoc />
    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory,
        Action<TContainerBuilder>? configure = null
    )
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    /// <inheritdoc />
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    internal void IntegrateAspNetCore()
    {
        if (_integratesAspNetCore)
            return;
        _integratesAspNetCore = true;
        Use(HttpFunctionMiddleware.Around);
    }
}
