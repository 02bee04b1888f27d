using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Worker.Hosting;

/// <summary>What the host is told by settings and host.json.</summary>
internal sealed record HostSettings
{
    /// <summary>Where HTTP listens: <c>LocalRuntime__Urls</c>.</summary>
    public required string Urls { get; init; }

    /// <summary>The folder of everything that must survive: <c>LocalRuntime__State</c>.</summary>
    public required string StateFolder { get; init; }

    /// <summary>Whether legal time can be moved: <c>LocalRuntime__MovableClock</c>.</summary>
    public bool MovableClock { get; init; }

    /// <summary>What time it is at the very first start of a movable clock: <c>LocalRuntime__ClockStart</c>.</summary>
    public DateTimeOffset? ClockStart { get; init; }

    /// <summary>The key of functions at level Function: <c>LocalRuntime__FunctionKey</c>.</summary>
    public string? FunctionKey { get; init; }

    /// <summary>The key that opens every function: <c>LocalRuntime__MasterKey</c>.</summary>
    public string? MasterKey { get; init; }

    /// <summary>How long a container rests between two listings: <c>LocalRuntime__BlobPollInterval</c>.</summary>
    public TimeSpan BlobPollInterval { get; init; }

    /// <summary>How many blobs a page of a listing has: <c>LocalRuntime__BlobPageSize</c>, at most 5000.</summary>
    public int BlobPageSize { get; init; }

    /// <summary>How long a blob rests after its first failure, doubled with each further one: <c>LocalRuntime__BlobRetryDelay</c>.</summary>
    public TimeSpan BlobRetryDelay { get; init; }

    /// <summary>How long work in progress may take when the host stops: <c>LocalRuntime__DrainTimeout</c>.</summary>
    public TimeSpan DrainTimeout { get; init; }

    /// <summary>How long an activity may be silent before it is given out again: <c>LocalRuntime__ActivityLease</c>.</summary>
    public TimeSpan ActivityLease { get; init; }

    /// <summary>functionTimeout of host.json; null is without limit.</summary>
    public TimeSpan? FunctionTimeout { get; init; }

    /// <summary>extensions.http.routePrefix.</summary>
    public required string RoutePrefix { get; init; }

    /// <summary>extensions.blobs.maxDegreeOfParallelism: concurrent runs of one function.</summary>
    public int BlobParallelism { get; init; }

    /// <summary>extensions.blobs.poisonBlobThreshold: tries before a blob is poison.</summary>
    public int BlobTries { get; init; }

    /// <summary>extensions.cosmosDB.connectionMode: Gateway where it says nothing.</summary>
    public bool CosmosDirect { get; init; }

    /// <summary>extensions.cosmosDB.userAgentSuffix.</summary>
    public string? CosmosUserAgentSuffix { get; init; }

    /// <summary>extensions.durableTask.hubName.</summary>
    public string? HubName { get; init; }

    /// <summary>extensions.durableTask.maxConcurrentOrchestratorFunctions.</summary>
    public int MaxOrchestrators { get; init; }

    /// <summary>extensions.durableTask.maxConcurrentActivityFunctions.</summary>
    public int MaxActivities { get; init; }

    /// <exception cref="StartupException">A value is not what its name wants.</exception>
    public static HostSettings Read(IConfiguration settings, ApplicationFiles files)
    {
        RefuseTimeZones(settings, files);
        var own = new SettingReader(settings.GetSection("LocalRuntime"), "LocalRuntime");
        IConfiguration host = HostJson.Read(files.HostJson, settings);
        var json = new SettingReader(host, "host.json");
        return new()
        {
            Urls = own.Text("Urls") ?? "http://127.0.0.1:7071",
            StateFolder = Path.GetFullPath(own.Text("State") ?? Path.Combine(".data", "runtime")),
            MovableClock = own.Flag("MovableClock", false),
            ClockStart = own.Instant("ClockStart"),
            FunctionKey = own.Text("FunctionKey"),
            MasterKey = own.Text("MasterKey"),
            BlobPollInterval = own.Span("BlobPollInterval", TimeSpan.FromSeconds(1)),
            BlobPageSize = own.Count("BlobPageSize", 5000),
            BlobRetryDelay = own.Span("BlobRetryDelay", TimeSpan.FromSeconds(1)),
            DrainTimeout = own.Span("DrainTimeout", TimeSpan.FromSeconds(20)),
            ActivityLease = own.Span("ActivityLease", TimeSpan.FromMinutes(5)),
            FunctionTimeout = json.Text("functionTimeout") == "-1" ? null : json.Span("functionTimeout", TimeSpan.FromMinutes(30)),
            RoutePrefix = (host["extensions:http:routePrefix"] ?? "api").Trim('/'),
            BlobParallelism = json.Count("extensions:blobs:maxDegreeOfParallelism", 8 * Environment.ProcessorCount),
            BlobTries = json.Count("extensions:blobs:poisonBlobThreshold", 5),
            CosmosDirect = json.Choice("extensions:cosmosDB:connectionMode", "Gateway", "Direct") == "Direct",
            CosmosUserAgentSuffix = json.Text("extensions:cosmosDB:userAgentSuffix"),
            HubName = json.Text("extensions:durableTask:hubName") is { } hub ? SettingExpression.Resolve(hub, settings) : null,
            MaxOrchestrators = json.Count("extensions:durableTask:maxConcurrentOrchestratorFunctions", 10 * Environment.ProcessorCount),
            MaxActivities = json.Count("extensions:durableTask:maxConcurrentActivityFunctions", 10 * Environment.ProcessorCount),
        };
    }

    // A schedule that means another instant here than there makes due dates wrong; the zone of the machine itself has no effect.
    private static void RefuseTimeZones(IConfiguration settings, ApplicationFiles files)
    {
        if (settings["WEBSITE_TIME_ZONE"] is { Length: > 0 })
            throw new StartupException("The setting WEBSITE_TIME_ZONE is refused: schedules are UTC. Remove it and write them in UTC.");
        if (files.LocalValues.ContainsKey("TZ"))
            throw new StartupException("The setting TZ in local.settings.json is refused: schedules are UTC. Remove it and write them in UTC.");
    }
}
