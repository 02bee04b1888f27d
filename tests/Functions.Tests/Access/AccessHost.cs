using System.Collections.Concurrent;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Messages;
using EntCredit.Functions.Access;
using EntCredit.Functions.Tests.OpenApi;
using EntCredit.Orchestrations;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Tests.Access;

/// <summary>The product's HTTP functions behind its own guards, in a host of their own over a folder that is thrown away.</summary>
internal sealed class AccessHost : IAsyncDisposable
{
    private readonly IHost host;
    private readonly DirectoryInfo folder;

    private AccessHost(IHost host, DirectoryInfo folder)
    {
        (this.host, this.folder) = (host, folder);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
    }

    public HttpClient Http { get; }

    /// <summary>What the host has logged.</summary>
    public ConcurrentQueue<string> Logs => Get<LogLines>().Lines;

    /// <summary>The file of the audit trail.</summary>
    public string AuditFile => Path.Combine(folder.FullName, "audit.db");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="settings">Settings of its own, e.g. <c>EntCredit:Cors:Origins=https://a.example</c>.</param>
    public static async Task<AccessHost> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("entcredit-access-");
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "host.json"), """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "departments.json"), Personas.File, Cancellation);
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "servicebus.json"),
            BusEntities.ForEmulator(DepartmentRegister.Parse("departments.json", Personas.File)).ToJsonString(),
            Cancellation);
        var bus = FreePort();
        var builder = FunctionsApplication.CreateBuilder([
            $"--FUNCTIONS_APPLICATION_DIRECTORY={folder.FullName}",
            "--LocalRuntime:Urls=http://127.0.0.1:0",
            $"--LocalRuntime:State={Path.Combine(folder.FullName, "state")}",
            "--LocalRuntime:ExitOnStartupError=false",
            $"--EntCredit:Ledger:Path={Path.Combine(folder.FullName, "ledger.db")}",
            $"--EntCredit:Departments={Path.Combine(folder.FullName, "departments.json")}",
            "--AzureWebJobsStorage=UseDevelopmentStorage=true",
            $"--ServiceBus=Endpoint=sb://127.0.0.1:{bus};SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true",
            $"--LocalRuntime:ServiceBus:Address=amqp://127.0.0.1:{bus}",
            $"--LocalRuntime:ServiceBus:Entities={Path.Combine(folder.FullName, "servicebus.json")}",
            "--EntCredit:Limits:PublicPerMinute=1000000",
            "--EntCredit:Limits:DepartmentPerMinute=1000000",
            .. settings.Select(setting => "--" + setting),
        ]);
        builder.ConfigureFunctionsWebApplication();
        builder.UseGuards();

        // No blob is waited for and no timer runs: only doors, and what they start.
        var doors = Door.All.Values.Select(door => door.EntryPoint[..door.EntryPoint.LastIndexOf('.')]).ToHashSet();
        builder.UseFunctionsOf([.. typeof(Door).Assembly.GetTypes().Where(type => doors.Contains(type.FullName!)), .. typeof(Instances).Assembly.GetTypes()]);
        builder.Services.AddSingleton<LogLines>();
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<LogLines>());
        builder.Services.AddEntCredit(builder.Configuration);
        var host = builder.Build();
        try
        {
            await host.StartAsync(Cancellation);
            return new AccessHost(host, folder);
        }
        catch
        {
            await ((IAsyncDisposable)host).DisposeAsync();
            folder.Delete(recursive: true);
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Any request.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="key">The key, or null.</param>
    /// <param name="body">JSON, or null for none.</param>
    /// <param name="headers">More headers.</param>
    public async Task<HttpResponseMessage> SendAsync(string method, string path, string? key = null, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (key is not null) request.Headers.Add("X-Api-Key", key);
        if (body is not null) request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        var answer = await Http.SendAsync(request, Cancellation);
        await Recorder.HoldAsync(answer, body, Cancellation);
        return answer;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)host).DisposeAsync();
        folder.Delete(recursive: true);
    }
}
