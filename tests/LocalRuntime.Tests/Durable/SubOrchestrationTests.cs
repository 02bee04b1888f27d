using EntCredit.LocalRuntime.Durable.Engine;

namespace EntCredit.LocalRuntime.Tests.Durable;

public sealed class SubOrchestrationTests
{
    [Fact]
    public async Task CallSubOrchestrator_GivesItsResultAndTheChildKnowsItsParent()
    {
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>("Child", 5, new SubOrchestrationOptions(instanceId: "the-child")));
            r.AddOrchestrator("Child", c => Task.FromResult<object?>($"{c.InstanceId} of {c.Parent!.Name} {c.Parent.InstanceId} got {c.GetInput<int>()}"));
        });
        Assert.Equal("the-child of Parent the-parent got 5", (await host.Run("Parent", id: "the-parent")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task CallSubOrchestrator_Fails_ParentSeesTheChildsFailure()
    {
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>("Child"));
            r.AddOrchestrator("Child", _ => throw new InvalidDataException("no good"));
        });
        var done = await host.Run("Parent");
        Assert.True(done.FailureDetails!.InnerFailure!.IsCausedBy<InvalidDataException>());
        Assert.Contains("no good", done.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallSubOrchestrator_Retried_RunsTheSameInstanceIdAgain()
    {
        var runs = 0;
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Parent", async c => await c.CallSubOrchestratorAsync<int>(
                "Child", TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMilliseconds(1))).WithInstanceId("child")));
            r.AddOrchestrator("Child", async c => await c.CallActivityAsync<int>("Flaky"));
            r.AddActivity("Flaky", (_, _) => Task.FromResult<object?>(++runs < 3 ? throw new IOException("again") : runs));
        });
        Assert.Equal(3, (await host.Run("Parent")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task CallSubOrchestrator_IdOfARunningInstance_FailsTheTask()
    {
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>("Waits", new SubOrchestrationOptions(instanceId: "taken")));
            r.AddOrchestrator("Waits", async c => await c.WaitForExternalEvent<string>("never"));
        });
        await host.Schedule("Waits", options: new("taken"));
        await host.Idle();
        Assert.Contains("'taken' already exists", (await host.Run("Parent")).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminate_Child_FailsTheParentsTask()
    {
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>("Waits", new SubOrchestrationOptions(instanceId: "child")));
            r.AddOrchestrator("Waits", async c => await c.WaitForExternalEvent<string>("never"));
        });
        var parent = await host.Schedule("Parent");
        await host.Idle();
        await host.Client.TerminateInstanceAsync("child", "enough", Harness.Limit);
        Assert.Equal("Terminated", (await host.Completed(parent)).FailureDetails!.InnerFailure!.ErrorType);
    }

    [Theory]
    [InlineData(false, OrchestrationRuntimeStatus.Running)]
    [InlineData(true, OrchestrationRuntimeStatus.Terminated)]
    public async Task Terminate_Parent_TakesItsChildrenOnlyWhenRecursive(bool recursive, OrchestrationRuntimeStatus child)
    {
        await using var host = await Harness.Start(r =>
        {
            r.AddOrchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>("Waits", new SubOrchestrationOptions(instanceId: "child")));
            r.AddOrchestrator("Waits", async c => await c.WaitForExternalEvent<string>("never"));
        });
        var parent = await host.Schedule("Parent");
        await host.Idle();
        await host.Client.TerminateInstanceAsync(parent, new TerminateInstanceOptions("over", recursive), Harness.Limit);
        await host.Idle();
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.Get(parent)).RuntimeStatus);
        Assert.Equal("over", (await host.Get(parent)).ReadOutputAs<string>());
        Assert.Equal(child, (await host.Get("child")).RuntimeStatus);
    }
}
