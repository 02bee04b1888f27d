using EntCredit.LocalRuntime.Worker.Hosting;

namespace EntCredit.LocalRuntime.Tests.Worker.Cosmos;

public sealed class CosmosTriggerRuleTests
{
    [Theory]
    [InlineData(typeof(NotAList), "parameter 'change' is a Change; this trigger gives an IReadOnlyList of items")]
    [InlineData(typeof(OwnLeases), "the monitored container cannot be the same")]
    [InlineData(typeof(TwoStarts), "only one of StartFromBeginning or StartFromTime")]
    [InlineData(typeof(BadStart), "StartFromTime is 'tomorrow'")]
    [InlineData(typeof(NoConnection), "there is no setting CosmosDB")]
    [InlineData(typeof(BadConnection), "is not a Cosmos DB connection string")]
    [InlineData(typeof(RetriedTimer), "a retry policy is taken beside a CosmosDBTrigger only")]
    public async Task Start_FunctionIsWrong_IsRefusedByName(Type function, string said)
    {
        StartupException e = await Assert.ThrowsAsync<StartupException>(() => TestHost.StartAsync([function], settings: ["Cosmos=AccountEndpoint=http://127.0.0.1:1/;AccountKey=AAAA;", "Bad=nonsense"]));
        Assert.Contains($"'{function.Name}'", e.Message, StringComparison.Ordinal);
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CosmosDBTriggerAttribute_NameIsEmpty_Throws()
    {
        Assert.Throws<ArgumentException>(() => new CosmosDBTriggerAttribute(" ", "c"));
        Assert.Throws<ArgumentException>(() => new CosmosDBTriggerAttribute("d", ""));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-00:00:01")]
    public void FixedDelayRetryAttribute_NoDelay_Throws(string delay) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FixedDelayRetryAttribute(1, delay));

    [Fact]
    public void ExponentialBackoffRetryAttribute_FirstIsLongerThanTheLongest_Throws() =>
        Assert.Throws<ArgumentException>(() => new ExponentialBackoffRetryAttribute(1, "00:00:02", "00:00:01"));

    public static class NotAList
    {
        [Function("NotAList")]
        public static void Run([CosmosDBTrigger("d", "c", Connection = "Cosmos")] Change change) { }
    }

    public static class OwnLeases
    {
        [Function("OwnLeases")]
        public static void Run([CosmosDBTrigger("d", "c", Connection = "Cosmos", LeaseContainerName = "C")] IReadOnlyList<Change> changes) { }
    }

    public static class TwoStarts
    {
        [Function("TwoStarts")]
        public static void Run([CosmosDBTrigger("d", "c", Connection = "Cosmos", StartFromBeginning = true, StartFromTime = "2021-02-16T14:19:29Z")] IReadOnlyList<Change> changes) { }
    }

    public static class BadStart
    {
        [Function("BadStart")]
        public static void Run([CosmosDBTrigger("d", "c", Connection = "Cosmos", StartFromTime = "tomorrow")] IReadOnlyList<Change> changes) { }
    }

    public static class NoConnection
    {
        [Function("NoConnection")]
        public static void Run([CosmosDBTrigger("d", "c")] IReadOnlyList<Change> changes) { }
    }

    public static class BadConnection
    {
        [Function("BadConnection")]
        public static void Run([CosmosDBTrigger("d", "c", Connection = "Bad")] IReadOnlyList<Change> changes) { }
    }

    public static class RetriedTimer
    {
        [Function("RetriedTimer")]
        [FixedDelayRetry(1, "00:00:01")]
        public static void Run([TimerTrigger("0 0 16 * * *")] TimerInfo timer) { }
    }
}
