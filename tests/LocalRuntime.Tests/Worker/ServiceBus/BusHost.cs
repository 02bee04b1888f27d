using EntCredit.LocalRuntime.Tests.Messaging;
using EntCredit.LocalRuntime.Worker.ServiceBus;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.LocalRuntime.Tests.Worker.ServiceBus;

/// <summary>A host with a broker inside: a topic <c>notices</c> with the subscriptions <c>chengguan</c> and <c>scjg</c>, and a queue <c>q</c>.</summary>
internal sealed class BusHost : IAsyncDisposable
{
    private const string Entities = """
        {
          "UserConfig": {
            "Namespaces": [
              {
                "Name": "local",
                "Queues": [ { "Name": "q", "Properties": { "LockDuration": "PT2S", "MaxDeliveryCount": 2 } } ],
                "Topics": [
                  {
                    "Name": "notices",
                    "Properties": { "RequiresDuplicateDetection": true, "DuplicateDetectionHistoryTimeWindow": "P7D" },
                    "Subscriptions": [
                      {
                        "Name": "chengguan",
                        "Properties": { "LockDuration": "PT2S", "MaxDeliveryCount": 3, "DeadLetteringOnMessageExpiration": true },
                        "Rules": [ { "Name": "own", "Properties": { "FilterType": "Correlation", "CorrelationFilter": { "Properties": { "department": "chengguan" } } } } ]
                      },
                      { "Name": "scjg", "Properties": { "LockDuration": "PT5M" } }
                    ]
                  }
                ]
              }
            ]
          }
        }
        """;

    private BusHost(TestHost host, ServiceBusClient client) => (Host, Client) = (host, client);

    public TestHost Host { get; }

    public ServiceBusClient Client { get; }

    public Seen Seen => Host.Get<Seen>();

    public Gate Gate => Host.Get<Gate>();

    public HostBroker Broker => Host.Get<HostBroker>();

    public static async Task<BusHost> StartAsync(
        Type function,
        string folder,
        int port,
        string hostJson = "{}",
        Action<FunctionsApplicationBuilder>? configure = null,
        params string[] settings
    )
    {
        string file = Path.Combine(folder, "entities.json");
        await File.WriteAllTextAsync(file, Entities);
        TestHost host = await TestHost.StartAsync(
            [function],
            b =>
            {
                b.Services.AddSingleton<Gate>();
                configure?.Invoke(b);
            },
            folder,
            hostJson,
            [
                $"LocalRuntime:ServiceBus:Address=amqp://127.0.0.1:{port}",
                $"LocalRuntime:ServiceBus:Entities={file}",
                $"Bus={Bus.ConnectionString(port)}",
                "Department=chengguan",
                .. settings,
            ]
        );
        return new(host, new ServiceBusClient(Bus.ConnectionString(port)));
    }

    /// <summary>Sends a notice to a department.</summary>
    public Task SendAsync(string text, string department = "chengguan")
    {
        var message = new ServiceBusMessage(text);
        message.ApplicationProperties["department"] = department;
        return Client.CreateSender("notices").SendMessageAsync(message, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until no message for the function is left.</summary>
    public Task DoneAsync() => Host.Get<ServiceBusListener>().WorkOffAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Host.DisposeAsync();
    }
}
