using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Cases;

public sealed class SubOrchestrationCases : ConformanceSuite
{
    [Fact]
    public Task CallSubOrchestrator_GivesItsResultAndTheChildKnowsItsParent() => Case(
        r =>
        {
            r.Orchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>("Child", 5, new SubOrchestrationOptions(instanceId: "the-child")));
            r.Orchestrator<int>("Child", (c, n) => Task.FromResult<object?>($"{c.InstanceId} of {c.Parent!.Name} {c.Parent.InstanceId} got {n}"));
        },
        async run =>
        {
            Assert.Equal("the-child of Parent the-parent got 5", (await run.Run("Parent", options: new("the-parent"))).ReadOutputAs<string>());
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await run.Get("the-child")).RuntimeStatus);
        });

    [Fact]
    public Task Parent_OfATopLevelInstance_IsNull() => Case(
        r => r.Orchestrator("Top", c => Task.FromResult<object?>(c.Parent is null)),
        async run => Assert.True((await run.Run("Top")).ReadOutputAs<bool>()));

    [Fact]
    public Task CallSubOrchestrator_WithoutAnId_DerivesOneThatIsTheSameOnEachReplay() => Case(
        r =>
        {
            r.Orchestrator("Parent", async c =>
            {
                var first = await c.CallSubOrchestratorAsync<string>("Child");
                var second = await c.CallSubOrchestratorAsync<string>("Child");
                return $"{first.Length} {second.Length} {first == second} {Guid.TryParseExact(first, "N", out _)}";
            });
            r.Orchestrator("Child", c => Task.FromResult<object?>(c.InstanceId));
        },
        async run => Assert.Equal("32 32 False True", (await run.Run("Parent")).ReadOutputAs<string>()));

    [Fact]
    public Task CallSubOrchestrator_Fails_TheParentSeesTheChildsFailure() => Case(
        r =>
        {
            r.Orchestrator("Parent", async c =>
            {
                try
                {
                    return await c.CallSubOrchestratorAsync<string>("Child");
                }
                catch (TaskFailedException e)
                {
                    return $"{e.TaskName}#{e.TaskId} {e.FailureDetails.ErrorType} {e.FailureDetails.ErrorMessage} {e.FailureDetails.InnerFailure!.ErrorMessage}";
                }
            });
            r.Orchestrator("Child", _ => throw new InvalidDataException("no good", new FormatException("worse")));
        },
        async run => Assert.Equal("Child#0 System.IO.InvalidDataException no good worse", (await run.Run("Parent")).ReadOutputAs<string>()));

    [Fact]
    public Task CallSubOrchestrator_ItsActivityFails_TheFailureGoesUpThroughBoth() => Case(
        r =>
        {
            r.Orchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>("Child"));
            r.Orchestrator("Child", async c => await c.CallActivityAsync<string>("Break"));
            r.Activity("Break", () => throw new InvalidDataException("no such row"));
        },
        async run =>
        {
            var details = (await run.Run("Parent")).FailureDetails!;
            Assert.EndsWith(".TaskFailedException", details.ErrorType, StringComparison.Ordinal);
            Assert.EndsWith(".TaskFailedException", details.InnerFailure!.ErrorType, StringComparison.Ordinal);
            Assert.Equal("no such row", details.InnerFailure.InnerFailure!.ErrorMessage);
        });

    [Fact]
    public Task CallSubOrchestrator_NotRegistered_FailsSayingSo() => Case(
        r => r.Orchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>("Nobody")),
        async run => Assert.Equal("OrchestratorTaskNotFound", (await run.Run("Parent")).FailureDetails!.InnerFailure!.ErrorType));

    [Fact]
    public Task CallSubOrchestrator_ManyAtOnce_GivesTheResultsInTheirOrder() => Case(
        r =>
        {
            r.Orchestrator("Parent", async c => await Task.WhenAll(Enumerable.Range(0, 8).Select(i => c.CallSubOrchestratorAsync<int>("Child", i))));
            r.Orchestrator<int>("Child", async (c, n) => await c.CallActivityAsync<int>("Square", n));
            r.Activity<int>("Square", n => n * n);
        },
        async run => Assert.Equal(Enumerable.Range(0, 8).Select(i => i * i), (await run.Run("Parent")).ReadOutputAs<int[]>()!));

    [Fact]
    public Task CallSubOrchestrator_SameIdAfterItEnded_RunsItAgain() => Case(
        r =>
        {
            r.Orchestrator("Parent", async c =>
            {
                var first = await c.CallSubOrchestratorAsync<int>("Child", 1, new SubOrchestrationOptions(instanceId: "child"));
                return first + await c.CallSubOrchestratorAsync<int>("Child", 2, new SubOrchestrationOptions(instanceId: "child"));
            });
            r.Orchestrator<int>("Child", (_, n) => Task.FromResult<object?>(n));
        },
        async run => Assert.Equal(3, (await run.Run("Parent")).ReadOutputAs<int>()));

    [Fact]
    public Task CallSubOrchestrator_IdOfARunningInstance_FailsTheTaskAndLeavesTheInstance() => Case(
        r =>
        {
            r.WithWaits();
            r.Orchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>("Waits", new SubOrchestrationOptions(instanceId: "taken")));
        },
        async run =>
        {
            await run.Start("Waits", "taken", "its input");
            Assert.Contains("'taken' already exists", (await run.Run("Parent")).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
            Assert.Equal("\"its input\"", (await run.Get("taken")).SerializedInput);
        });

    [Fact]
    public Task Terminate_AChild_FailsTheParentsTask() => Case(
        r =>
        {
            r.WithWaits();
            r.Orchestrator("Parent", async c =>
            {
                try
                {
                    return await c.CallSubOrchestratorAsync<string>("Waits", new SubOrchestrationOptions(instanceId: "child"));
                }
                catch (TaskFailedException e)
                {
                    return e.TaskName;
                }
            });
        },
        async run =>
        {
            var parent = await run.Start("Parent", "parent");
            await run.Until("child", OrchestrationRuntimeStatus.Running);
            await run.Client.TerminateInstanceAsync("child", "enough", run.Limit);
            Assert.Equal("Waits", (await run.Completed(parent)).ReadOutputAs<string>());
        });

    [Fact]
    public Task CallSubOrchestrator_WithTags_TheChildHasThem() => Case(
        r =>
        {
            r.Orchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>(
                "Child", new SubOrchestrationOptions(new TaskOptions(tags: new Dictionary<string, string> { ["of"] = "the parent" }), "child")));
            r.Orchestrator("Child", _ => Task.FromResult<object?>("done"));
        },
        async run =>
        {
            await run.Run("Parent", options: new("parent") { Tags = new Dictionary<string, string> { ["not"] = "inherited" } });
            Assert.Equal("the parent", Assert.Single((await run.Get("child")).Tags).Value);
        });

    [Fact]
    public Task CallSubOrchestrator_WithVersion_TheChildHasItAndElseNone() => Case(
        r =>
        {
            r.Orchestrator("Parent", async c => await c.CallSubOrchestratorAsync<string>("Child", new SubOrchestrationOptions { Version = "7.1" })
                + "|" + await c.CallSubOrchestratorAsync<string>("Child"));
            r.Orchestrator("Child", c => Task.FromResult<object?>(c.Version));
        },
        async run => Assert.Equal("7.1|", (await run.Run("Parent", options: new() { Version = "1.0" })).ReadOutputAs<string>()));
}
