using EntCredit.LocalRuntime.Durable.Engine;

namespace EntCredit.LocalRuntime.Tests.Durable;

public sealed class ActivityTests
{
    [Fact]
    public async Task CallActivity_WithInput_GivesItsResult()
    {
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Greet", async c => await c.CallActivityAsync<string>("Hello", c.GetInput<string>()));
            r.AddActivity("Hello", (call, _) => Task.FromResult<object?>("你好 " + call.GetInput(typeof(string))));
        });
        var done = await host.Run("Greet", "世界");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
        Assert.Equal("你好 世界", done.ReadOutputAs<string>());
        Assert.Equal("世界", done.ReadInputAs<string>());
    }

    [Fact]
    public async Task CallActivity_FanOut_RunsEachOnceAndKeepsTheOrder()
    {
        var runs = 0;
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Fan", async c => (await Task.WhenAll(Enumerable.Range(0, 50).Select(i => c.CallActivityAsync<int>("Square", i)))).Sum());
            r.AddActivity("Square", (call, _) =>
            {
                Interlocked.Increment(ref runs);
                var i = (int)call.GetInput(typeof(int))!;
                return Task.FromResult<object?>(i * i);
            });
        });
        var done = await host.Run("Fan");
        Assert.Equal(Enumerable.Range(0, 50).Sum(i => i * i), done.ReadOutputAs<int>());
        Assert.Equal(50, runs);
    }

    [Fact]
    public async Task CallActivity_Throws_FailureNamesTypeMessageAndTask()
    {
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Caller", async c =>
            {
                try
                {
                    await c.CallActivityAsync("Break", "x");
                    return "no failure";
                }
                catch (TaskFailedException e)
                {
                    return $"{e.TaskName}#{e.TaskId} {e.FailureDetails.ErrorType} {e.FailureDetails.ErrorMessage} "
                        + $"{e.FailureDetails.IsCausedBy<ArgumentException>()} {e.FailureDetails.IsCausedBy<IOException>()} "
                        + e.FailureDetails.InnerFailure!.IsCausedBy<FormatException>();
                }
            });
            r.AddActivity("Break", (_, _) => throw new ArgumentNullException("bad", new FormatException("worse")));
        });
        var done = await host.Run("Caller");
        Assert.Equal("Break#0 System.ArgumentNullException bad True False True", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task CallActivity_Unhandled_FailsTheInstanceWithTheInnerFailure()
    {
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Caller", async c => await c.CallActivityAsync<string>("Break"));
            r.AddActivity("Break", (_, _) => throw new InvalidDataException("no such row"));
        });
        var done = await host.Run("Caller");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Equal("Task 'Break' (#0) failed with an unhandled exception: no such row", done.FailureDetails!.ErrorMessage);
        Assert.True(done.FailureDetails.IsCausedBy<TaskFailedException>());
        Assert.True(done.FailureDetails.InnerFailure!.IsCausedBy<InvalidDataException>());
    }

    [Fact]
    public async Task CallActivity_NotRegistered_FailsWithoutRetries()
    {
        await using var host = await Harness.Start(r => r.AddOrchestrator("Caller", async c =>
            await c.CallActivityAsync<string>("Nobody", TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromHours(1))))));
        var done = await host.Run("Caller");
        Assert.Equal("ActivityTaskNotFound", done.FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task Schedule_OrchestratorNotRegistered_FailsTheInstance()
    {
        await using var host = await Harness.Start(_ => { });
        var done = await host.Run("Nobody");
        Assert.Equal("OrchestratorTaskNotFound", done.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task CallActivity_OptionsPassedAsInput_Throws()
    {
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Caller", async c => await c.CallActivityAsync<string>("Any", (object)new TaskOptions(), null));
            r.AddActivity("Any", (_, _) => Task.FromResult<object?>(null));
        });
        var done = await host.Run("Caller");
        Assert.True(done.FailureDetails!.IsCausedBy<ArgumentException>());
    }

    [Fact]
    public async Task CallActivity_ReturnsNull_GivesTheDefault()
    {
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Caller", async c => await c.CallActivityAsync<int>("Null") + ":" + (await c.CallActivityAsync<string?>("Null") ?? "null"));
            r.AddActivity("Null", (_, _) => Task.FromResult<object?>(null));
        });
        Assert.Equal("0:null", (await host.Run("Caller")).ReadOutputAs<string>());
    }
}
