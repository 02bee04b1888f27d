using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EntCredit.Functions.Access;
using EntCredit.Functions.Tests.OpenApi;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Ledger;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>The doors of cooperation with their orchestrators in a host of their own: real keys, real HTTP, a clock that the test moves, no storage.</summary>
internal sealed class DoorHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly IHost host;
    private readonly DirectoryInfo folder;
    private readonly HttpClient http;

    private DoorHost(IHost host, DirectoryInfo folder, FakeTimeProvider legal)
    {
        (this.host, this.folder, Legal) = (host, folder, legal);
        http = new HttpClient { BaseAddress = new Uri(Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
    }

    /// <summary>The legal clock.</summary>
    public FakeTimeProvider Legal { get; }

    public DurableTaskClient Client => Get<CaseLog>().Client!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DoorHost> StartAsync(string shanghai)
    {
        var folder = Directory.CreateTempSubdirectory("entcredit-doors-");
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "host.json"), """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""", Cancellation);
        var builder = FunctionsApplication.CreateBuilder([
            $"--FUNCTIONS_APPLICATION_DIRECTORY={folder.FullName}",
            "--LocalRuntime:Urls=http://127.0.0.1:0",
            $"--LocalRuntime:State={Path.Combine(folder.FullName, "state")}",
            "--LocalRuntime:ExitOnStartupError=false",
            $"--EntCredit:Ledger:Path={Path.Combine(folder.FullName, "ledger.db")}",
            "--AzureWebJobsStorage=UseDevelopmentStorage=true",
            "--Logging:LogLevel:Default=None",
        ]);
        builder.ConfigureFunctionsWebApplication();
        builder.UseFunctionsOf([
            .. typeof(CaseAreas).Assembly.GetTypes().Where(type => CaseAreas.All.Any(area => type.Name == area.Orchestrator + "Orchestrator")),
            typeof(NoteCaseOverdueActivity),
            .. typeof(AccessControl).Assembly.GetTypes().Where(IsDoor),
            typeof(CaseDoor),
        ]);
        builder.UseWhen(
            context => Door.All.ContainsKey(context.FunctionDefinition.EntryPoint),
            (context, next) => ActivatorUtilities.CreateInstance<AccessControl>(context.InstanceServices).Invoke(context, _ => next()));
        var legal = new FakeTimeProvider(CaseHost.At(shanghai));
        builder.Services.AddKeyedSingleton<TimeProvider>("legal", legal);
        builder.Services.AddSingleton<CaseLog>();
        builder.Services.AddEntCredit(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync(Cancellation);
        var started = new DoorHost(host, folder, legal);
        using var opened = await started.http.PostAsync(new Uri("/door", UriKind.Relative), null, Cancellation);
        opened.EnsureSuccessStatusCode();
        return started;
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Moves the legal clock.</summary>
    public void MoveTo(string shanghai) => Legal.SetUtcNow(CaseHost.At(shanghai));

    /// <summary>A department calls.</summary>
    /// <param name="department">Who, with its key for development.</param>
    /// <param name="method">The method.</param>
    /// <param name="route">The route below <c>/api/v1/</c>.</param>
    /// <param name="body">The body, or null.</param>
    /// <param name="headers">Further headers.</param>
    public async Task<DoorAnswer> CallAsync(string department, string method, string route, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/api/v1/" + route, UriKind.Relative));
        request.Headers.Add(Authentication.KeyHeader, "dev-" + department);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null) request.Content = JsonContent.Create(body);
        return await SendAsync(request);
    }

    /// <summary>Any request, held to the contract.</summary>
    public async Task<DoorAnswer> SendAsync(HttpRequestMessage request)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(Cancellation) : null;
        using var response = await http.SendAsync(request, Cancellation);
        await Recorder.HoldAsync(response, body, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        return new DoorAnswer(response.StatusCode, response.Headers.ETag?.Tag, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    /// <summary>The same, where it must succeed.</summary>
    public async Task<JsonElement> DoAsync(string department, string method, string route, object? body = null, params (string Name, string Value)[] headers)
    {
        var answer = await CallAsync(department, method, route, body, headers);
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, $"{method} {route}: {answer.Status} {answer.Body}");
        return answer.Body;
    }

    /// <summary>What was noted about a stream.</summary>
    public async Task<IReadOnlyList<string>> NotedAsync(string stream) =>
        [.. (await Get<ILedger>().LoadAsync(stream, Cancellation)).Events.OfType<Domain.Obligations.IFellOverdue>()
            .Select(noted => $"{noted.Rule} {noted.Debtor} {noted.Due:yyyy-MM-dd}")];

    /// <summary>Waits until an orchestration has ended.</summary>
    public async Task EndAsync(string instance) =>
        Assert.Equal(
            OrchestrationRuntimeStatus.Completed,
            (await Client.WaitForInstanceCompletionAsync(instance, Cancellation).WaitAsync(Patience, Cancellation)).RuntimeStatus);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)host).DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static bool IsDoor(Type type) => type.Namespace is
        "EntCredit.Functions.Sanctions" or "EntCredit.Functions.DualNotice" or "EntCredit.Functions.Inspections" or "EntCredit.Functions.Inbox"
        or "EntCredit.Functions.Deadlines" or "EntCredit.Functions.Credit" or "EntCredit.Functions.Enterprises" or "EntCredit.Functions.Departments" or "EntCredit.Functions.Subjects"
        || type == typeof(Public.PublicFunctions) || type == typeof(Provision.ProvisionFunctions);
}

/// <summary>What a door answered.</summary>
internal sealed record DoorAnswer(HttpStatusCode Status, string? Tag, JsonElement Body)
{
    public string? Code => Body.TryGetProperty("code", out var code) ? code.GetString() : null;
}
