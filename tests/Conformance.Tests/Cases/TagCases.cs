using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Cases;

public sealed class TagCases : ConformanceSuite
{
    [Fact]
    public Task Schedule_WithTags_TheInstanceKeepsThem() => Case(
        r => r.WithWaits(),
        async run =>
        {
            await run.Schedule("Waits", options: new("x") { Tags = new Dictionary<string, string> { ["department"] = "示例", ["kind"] = "penalty" } });
            await run.Until("x", OrchestrationRuntimeStatus.Running);
            await run.Raise("x", "go", "");
            var done = await run.Completed("x");
            Assert.Equal(2, done.Tags.Count);
            Assert.Equal("示例", done.Tags["department"]);
        });

    [Fact]
    public Task Schedule_WithoutTags_HasNone() => Case(
        r => r.Orchestrator("Short", _ => Task.FromResult<object?>(null)),
        async run => Assert.Empty((await run.Run("Short")).Tags));

    [Fact]
    public Task CallActivity_WithTags_RunsAsEver() => Case(
        r =>
        {
            r.Orchestrator("Caller", async c => await c.CallActivityAsync<string>(
                "Hello", "you", new TaskOptions(tags: new Dictionary<string, string> { ["of"] = "x" })));
            r.Activity<string>("Hello", name => "hello " + name);
        },
        async run => Assert.Equal("hello you", (await run.Run("Caller")).ReadOutputAs<string>()));
}
