using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.LocalRuntime.Tests.Worker;

/// <summary>A host of some functions on a free port, its state in a folder that may outlive it.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string? _ownFolder;

    private TestHost(IHost host, string folder, string? ownFolder)
    {
        _host = host;
        _ownFolder = ownFolder;
        Folder = folder;
        string address = ((Microsoft.AspNetCore.Hosting.Server.IServer)Services.GetService(typeof(Microsoft.AspNetCore.Hosting.Server.IServer))!)
            .Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!
            .Addresses.Single();
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    public string Folder { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _host.Services;

    public static async Task<TestHost> StartAsync(
        Type[] functions,
        Action<FunctionsApplicationBuilder>? configure = null,
        string? folder = null,
        string hostJson = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""",
        params string[] settings
    )
    {
        string? own = folder is null ? Directory.CreateTempSubdirectory("host-").FullName : null;
        string at = folder ?? own!;
        await File.WriteAllTextAsync(Path.Combine(at, "host.json"), hostJson);
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder([
            $"--FUNCTIONS_APPLICATION_DIRECTORY={at}",
            "--LocalRuntime:Urls=http://127.0.0.1:0",
            $"--LocalRuntime:State={Path.Combine(at, "state")}",
            "--LocalRuntime:ExitOnStartupError=false",
            "--LocalRuntime:BlobPollInterval=00:00:00.050",
            "--LocalRuntime:BlobRetryDelay=00:00:00.010",
            "--Logging:LogLevel:Default=None",
            .. settings.Select(s => "--" + s),
        ]);
        builder.ConfigureFunctionsWebApplication();
        builder.UseFunctionsOf(functions);
        builder.Services.AddSingleton<Seen>();
        configure?.Invoke(builder);
        IHost host = builder.Build();
        try
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            return new TestHost(host, at, own);
        }
        catch
        {
            await ((IAsyncDisposable)host).DisposeAsync();
            if (own is not null)
                Directory.Delete(own, recursive: true);
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
        if (_ownFolder is not null)
            Directory.Delete(_ownFolder, recursive: true);
    }
}
