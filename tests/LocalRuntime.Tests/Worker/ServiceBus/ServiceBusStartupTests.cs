using EntCredit.LocalRuntime.Tests.Messaging;
using EntCredit.LocalRuntime.Worker.Hosting;

namespace EntCredit.LocalRuntime.Tests.Worker.ServiceBus;

public sealed class ServiceBusStartupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bus-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task RefusedAsync(string said, Type function, params string[] settings)
    {
        int port = Bus.FreePort();
        StartupException e = await Assert.ThrowsAsync<StartupException>(async () =>
        {
            await using BusHost host = await BusHost.StartAsync(function, _folder, port, settings: settings);
        });
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task Start_ConnectionIsMissing_IsNamed() =>
        RefusedAsync("Function 'Missing' (EntCredit.LocalRuntime.Tests.Worker.ServiceBus.ServiceBusStartupTests+MissingConnection.Missing): there is no setting AzureWebJobsServiceBus", typeof(MissingConnection));

    [Fact]
    public Task Start_ConnectionIsNone_IsNamed() =>
        RefusedAsync("the setting Bus is not a Service Bus connection", typeof(KeptFunction), "Bus=Endpoint=http://localhost");

    [Fact]
    public Task Start_Sessions_AreRefused() => RefusedAsync("this host has no sessions", typeof(Sessions));

    [Fact]
    public Task Start_ParameterIsAnotherType_IsNamed() =>
        RefusedAsync("parameter 'message' is a String; this trigger gives a ServiceBusReceivedMessage", typeof(TakesText));

    [Fact]
    public Task Start_BatchIsNoArray_IsNamed() =>
        RefusedAsync("this trigger gives a ServiceBusReceivedMessage[]", typeof(BatchOfOne));

    [Fact]
    public Task Start_ActionsWithoutTheTrigger_AreRefused() => RefusedAsync("parameter 'actions' is a ServiceBusMessageActions", typeof(ActionsAlone));

    [Fact]
    public Task Start_SubscriptionIsNotDeclared_IsNamed() =>
        RefusedAsync("Function 'Notice': 'notices/Subscriptions/other' is not among", typeof(NoticeFunctions), "Department=other");

    [Fact]
    public Task Start_HostJsonIsWrong_IsNamed() =>
        RefusedAsync(
            "host.json:extensions:serviceBus:maxConcurrentCalls",
            typeof(KeptFunction),
            "AzureFunctionsJobHost:extensions:serviceBus:maxConcurrentCalls=many"
        );

    [Fact]
    public Task Start_EntitiesAreWrong_IsNamed() =>
        RefusedAsync(
            "UserConfig:Namespaces:0:Topics:0:Properties:RequiresDuplicateDetection is 'perhaps'",
            typeof(KeptFunction),
            "LocalRuntime:ServiceBus:Override:UserConfig:Namespaces:0:Topics:0:Properties:RequiresDuplicateDetection=perhaps"
        );

    [Fact]
    public Task Start_EntityFileIsMissing_IsNamed() =>
        RefusedAsync("does not say which queues and topics there are", typeof(KeptFunction), "LocalRuntime:ServiceBus:Entities=/nowhere/entities.json");

    [Fact]
    public Task Start_AddressIsOpenToOthers_IsRefused() =>
        RefusedAsync("can be reached from other machines", typeof(KeptFunction), "LocalRuntime:ServiceBus:Address=amqp://0.0.0.0:5699");

    [Fact]
    public async Task Start_PortIsInUse_OneLineSaysWhatToDo()
    {
        await using Bus first = Bus.WithQueue();
        await RefusedAsync("set LocalRuntime__ServiceBus__Address", typeof(KeptFunction), $"LocalRuntime:ServiceBus:Address=amqp://127.0.0.1:{first.Port}");
    }

    public sealed class MissingConnection
    {
        [Function("Missing")]
        public void Missing([ServiceBusTrigger("q")] ServiceBusReceivedMessage message) => Assert.NotNull(message);
    }

    public sealed class Sessions
    {
        [Function("Sessions")]
        public void Run([ServiceBusTrigger("q", Connection = "Bus", IsSessionsEnabled = true)] ServiceBusReceivedMessage message) =>
            Assert.NotNull(message);
    }

    public sealed class TakesText
    {
        [Function("Text")]
        public void Run([ServiceBusTrigger("q", Connection = "Bus")] string message) => Assert.NotNull(message);
    }

    public sealed class BatchOfOne
    {
        [Function("BatchOfOne")]
        public void Run([ServiceBusTrigger("q", Connection = "Bus", IsBatched = true)] ServiceBusReceivedMessage message) =>
            Assert.NotNull(message);
    }

    public sealed class ActionsAlone
    {
        [Function("Alone")]
        public void Run([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer, ServiceBusMessageActions actions) => Assert.NotNull(actions);
    }
}
