using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Worker.ServiceBus;

/// <summary>What the host is told of Service Bus, in host.json under its real names and in settings of its own.</summary>
internal sealed record ServiceBusSettings
{
    /// <summary>Where the broker of this host listens: <c>LocalRuntime__ServiceBus__Address</c>.</summary>
    public required string Address { get; init; }

    /// <summary>The file that says which queues and topics it has: <c>LocalRuntime__ServiceBus__Entities</c>; null is no broker.</summary>
    public string? EntityFile { get; init; }

    /// <summary>extensions.serviceBus.prefetchCount.</summary>
    public int PrefetchCount { get; init; }

    /// <summary>extensions.serviceBus.autoCompleteMessages.</summary>
    public bool AutoCompleteMessages { get; init; }

    /// <summary>extensions.serviceBus.maxAutoLockRenewalDuration.</summary>
    public TimeSpan MaxAutoLockRenewalDuration { get; init; }

    /// <summary>extensions.serviceBus.maxConcurrentCalls: concurrent runs of one function.</summary>
    public int MaxConcurrentCalls { get; init; }

    /// <summary>extensions.serviceBus.maxMessageBatchSize: messages of one run of a function that takes several.</summary>
    public int MaxMessageBatchSize { get; init; }

    /// <exception cref="StartupException">A value is not what its name wants.</exception>
    public static ServiceBusSettings Read(IConfiguration settings, ApplicationFiles files)
    {
        var own = new SettingReader(settings.GetSection("LocalRuntime:ServiceBus"), "LocalRuntime:ServiceBus");
        var json = new SettingReader(HostJson.Read(files.HostJson, settings).GetSection("extensions:serviceBus"), "host.json:extensions:serviceBus");
        return new()
        {
            Address = own.Text("Address") ?? "amqp://127.0.0.1:5672",
            EntityFile = own.Text("Entities"),
            PrefetchCount = json.Text("prefetchCount") is null or "0" ? 0 : json.Count("prefetchCount", 1),
            AutoCompleteMessages = json.Flag("autoCompleteMessages", true),
            MaxAutoLockRenewalDuration = json.Text("maxAutoLockRenewalDuration") == "00:00:00"
                ? TimeSpan.Zero
                : json.Span("maxAutoLockRenewalDuration", TimeSpan.FromMinutes(5)),
            MaxConcurrentCalls = json.Count("maxConcurrentCalls", 16 * Environment.ProcessorCount),
            MaxMessageBatchSize = json.Count("maxMessageBatchSize", 1000),
        };
    }
}
