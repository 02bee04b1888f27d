using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>The orchestrators of cases in a host of their own, over a ledger that is thrown away, on a clock that the test moves. No storage.</summary>
internal sealed class CaseHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly IHost host;
    private readonly DirectoryInfo folder;

    private CaseHost(IHost host, DirectoryInfo folder, FakeTimeProvider legal)
    {
        (this.host, this.folder, Legal) = (host, folder, legal);
        Log = host.Services.GetRequiredService<CaseLog>();
    }

    /// <summary>The legal clock.</summary>
    public FakeTimeProvider Legal { get; }

    /// <summary>What the functions tell the test.</summary>
    public CaseLog Log { get; }

    public DurableTaskClient Client => Log.Client!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<CaseHost> StartAsync(string shanghai)
    {
        var folder = Directory.CreateTempSubdirectory("entcredit-cases-");
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
            typeof(CaseDoor),
        ]);
        var legal = new FakeTimeProvider(At(shanghai));
        builder.Services.AddKeyedSingleton<TimeProvider>("legal", legal);
        builder.Services.AddSingleton<CaseLog>();
        builder.Services.AddEntCredit(builder.Configuration);

        builder.UseWhen(
            context => context.FunctionDefinition.Name == NoteCaseOverdueActivity.Name,
            async (context, next) =>
            {
                await next();
                context.InstanceServices.GetRequiredService<CaseLog>().Ask();
            });

        var host = builder.Build();
        await host.StartAsync(Cancellation);
        var started = new CaseHost(host, folder, legal);
        var address = started.Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        using var opened = await http.PostAsync(new Uri("/door", UriKind.Relative), null, Cancellation);
        opened.EnsureSuccessStatusCode();
        return started;
    }

    /// <summary>An instant from Shanghai's wall clock.</summary>
    public static DateTimeOffset At(string shanghai) =>
        new DateTimeOffset(DateTime.Parse(shanghai, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Moves the legal clock.</summary>
    public void MoveTo(string shanghai) => Legal.SetUtcNow(At(shanghai));

    /// <summary>Decides by the law in force and commits what follows.</summary>
    public async Task DecideAsync<TEvent>(string stream, string jurisdiction, Func<IEnumerable<TEvent>, CaseRules, Decision<TEvent>> decide)
        where TEvent : DomainEvent
    {
        var law = await Get<Rulebook>().TodayAsync(Cancellation);
        var loaded = await Get<ILedger>().LoadAsync(stream, Cancellation);
        var decision = decide(loaded.Events.Cast<TEvent>().Select(law.Today), law.CaseRulesFor(jurisdiction));
        Assert.Null(decision.Error);
        await CommitAsync(stream, [.. decision.Events]);
    }

    public async Task CommitAsync(string stream, params DomainEvent[] events)
    {
        var loaded = await Get<ILedger>().LoadAsync(stream, Cancellation);
        await Get<ILedger>().AppendAsync([new Append(stream, loaded.Partition ?? stream, loaded.Version, events)], Cancellation);
    }

    /// <summary>What was noted about a stream: rule, debtor and last day.</summary>
    public async Task<IReadOnlyList<string>> NotedAsync(string stream) =>
        [.. (await Get<ILedger>().LoadAsync(stream, Cancellation)).Events.OfType<IFellOverdue>().Select(noted => $"{noted.Rule} {noted.Debtor} {noted.Due:yyyy-MM-dd}")];

    /// <summary>A stream's duties as the book has them: rule, jurisdiction, outcome.</summary>
    public async Task<IReadOnlyList<string>> DutiesAsync(string stream) =>
        [.. (await Get<IObligationBook>().AboutAsync(stream, Cancellation)).Select(duty => $"{duty.Rule} {duty.Jurisdiction} {duty.Outcome?.ToString() ?? "Open"}")];

    /// <summary>Waits until cases were asked so many times in all.</summary>
    public async Task AskedAsync(int times) => await Log.AskedAsync(times).WaitAsync(Patience, Cancellation);

    /// <summary>Waits until an orchestration has ended, and tells how.</summary>
    public async Task<OrchestrationRuntimeStatus> EndAsync(string instance) =>
        (await Client.WaitForInstanceCompletionAsync(instance, Cancellation).WaitAsync(Patience, Cancellation)).RuntimeStatus;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)host).DisposeAsync();
        folder.Delete(recursive: true);
    }
}
