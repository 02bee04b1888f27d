using Azure.Storage.Blobs;
using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.AspNetCore.Http;

namespace EntCredit.LocalRuntime.Tests.Worker.Indexing;

public sealed class IndexingTests
{
    [Theory]
    [InlineData(typeof(RepeatedName), "the name 'Same'")]
    [InlineData(typeof(RepeatedRoute), "the route GET a/{id}")]
    [InlineData(typeof(UnknownParameter), "'UnknownParameter'", "parameter 'other' is a Stream")]
    [InlineData(typeof(WrongTriggerType), "'WrongTriggerType'", "parameter 'blob' is a Stream; this trigger gives a BlobClient")]
    [InlineData(typeof(WrongReturn), "'WrongReturn'", "returns IResult")]
    [InlineData(typeof(NoTrigger), "'NoTrigger'", "no parameter has a trigger")]
    [InlineData(typeof(FiveFields), "'FiveFields'", "has 5 fields")]
    [InlineData(typeof(NoSchedule), "'NoSchedule'", "is not NCRONTAB")]
    [InlineData(typeof(BeyondNcrontab), "'BeyondNcrontab'", "which NCRONTAB does not know")]
    [InlineData(typeof(MissingSetting), "'MissingSetting'", "the setting Nowhere, which does not exist")]
    [InlineData(typeof(ReservedRoute), "'ReservedRoute'", "belongs to the host")]
    [InlineData(typeof(BadRoute), "'BadRoute'", "is not one")]
    [InlineData(typeof(ClientInOrchestrator), "'ClientInOrchestrator'", "replay forbids it")]
    [InlineData(typeof(NotPublic), "'NotPublic'", "must be public")]
    [InlineData(typeof(NoConnection), "no setting Elsewhere")]
    [InlineData(typeof(UserLevel), "'UserLevel'", "no authorization level User")]
    [InlineData(typeof(AsyncVoid), "'AsyncVoid'", "async void")]
    public async Task Start_FunctionIsWrong_IsRefusedByName(Type functions, params string[] said)
    {
        StartupException e = await Assert.ThrowsAsync<StartupException>(() => TestHost.StartAsync([functions]));
        Assert.All(said, part => Assert.Contains(part, e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_SeveralAreWrong_AllAreNamed()
    {
        StartupException e = await Assert.ThrowsAsync<StartupException>(() => TestHost.StartAsync([typeof(FiveFields), typeof(NoTrigger)]));
        Assert.Equal(2, e.Message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public void OfProgram_FunctionsInTheProgramItself_AreFound() =>
        Assert.Contains(typeof(Http.HttpFunctions), FunctionSource.OfProgram().Types);

    public static class RepeatedName
    {
        [Function("Same")]
        public static void A([TimerTrigger("0 0 16 * * *")] TimerInfo timer) { }

        [Function("same")]
        public static void B([TimerTrigger("0 0 16 * * *")] TimerInfo timer) { }
    }

    public static class RepeatedRoute
    {
        [Function("A")]
        public static IResult A([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "a/{id}")] HttpRequest r) => Results.Ok();

        [Function("B")]
        public static IResult B([HttpTrigger(AuthorizationLevel.Anonymous, "GET", Route = "/A/{id}")] HttpRequest r) => Results.Ok();
    }

    public static class UnknownParameter
    {
        [Function("UnknownParameter")]
        public static void A([TimerTrigger("0 0 16 * * *")] TimerInfo timer, Stream other) { }
    }

    public static class WrongTriggerType
    {
        [Function("WrongTriggerType")]
        public static void A([BlobTrigger("uploads/{name}")] Stream blob) { }
    }

    public static class WrongReturn
    {
        [Function("WrongReturn")]
        public static string A([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => "";
    }

    public static class NoTrigger
    {
        [Function("NoTrigger")]
        public static void A(FunctionContext context) { }
    }

    public static class FiveFields
    {
        [Function("FiveFields")]
        public static void A([TimerTrigger("0 16 * * *")] TimerInfo timer) { }
    }

    public static class NoSchedule
    {
        [Function("NoSchedule")]
        public static void A([TimerTrigger("0 0 25 * * *")] TimerInfo timer) { }
    }

    public static class BeyondNcrontab
    {
        [Function("BeyondNcrontab")]
        public static void A([TimerTrigger("0 0 16 L * *")] TimerInfo timer) { }
    }

    public static class MissingSetting
    {
        [Function("MissingSetting")]
        public static void A([TimerTrigger("%Nowhere%")] TimerInfo timer) { }
    }

    public static class ReservedRoute
    {
        [Function("ReservedRoute")]
        public static IResult A([HttpTrigger(AuthorizationLevel.Anonymous, Route = "admin/x")] HttpRequest r) => Results.Ok();
    }

    public static class BadRoute
    {
        [Function("BadRoute")]
        public static IResult A([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{")] HttpRequest r) => Results.Ok();
    }

    public static class ClientInOrchestrator
    {
        [Function("ClientInOrchestrator")]
        public static Task A([OrchestrationTrigger] TaskOrchestrationContext context, [DurableClient] DurableTaskClient client) =>
            Task.CompletedTask;
    }

    public static class NotPublic
    {
        [Function("NotPublic")]
        internal static void A([TimerTrigger("0 0 16 * * *")] TimerInfo timer) { }
    }

    public static class NoConnection
    {
        [Function("NoConnection")]
        public static void A([BlobTrigger("uploads/{name}", Connection = "Elsewhere")] BlobClient blob, string name) { }
    }

    public static class UserLevel
    {
        [Function("UserLevel")]
        public static IResult A([HttpTrigger(AuthorizationLevel.User)] HttpRequest r) => Results.Ok();
    }

    public static class AsyncVoid
    {
        [Function("AsyncVoid")]
        public static async void A([TimerTrigger("0 0 16 * * *")] TimerInfo timer) => await Task.Yield();
    }
}
