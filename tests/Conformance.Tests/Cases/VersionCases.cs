using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Cases;

public sealed class VersionCases : ConformanceSuite
{
    [Fact]
    public Task Version_IsWhatTheInstanceWasStartedWith() => Case(
        r => r.Orchestrator("Version", c => Task.FromResult<object?>(c.Version)),
        async run => Assert.Equal("1.2.3", (await run.Run("Version", options: new() { Version = "1.2.3" })).ReadOutputAs<string>()));

    [Fact]
    public Task Version_NoneGiven_IsEmpty() => Case(
        r => r.Orchestrator("Version", c => Task.FromResult<object?>($"[{c.Version}]")),
        async run => Assert.Equal("[]", (await run.Run("Version")).ReadOutputAs<string>()));

    [Theory]
    [InlineData("1.10", "1.9", 1)]
    [InlineData("1.9", "1.10", -1)]
    [InlineData("2.0", "2.0", 0)]
    [InlineData("2.0", "", 1)]
    [InlineData("beta", "alpha", 1)]
    [InlineData("Beta", "beta", 0)]
    public Task CompareVersionTo_SaysWhichIsOlder(string version, string other, int sign) => Case(
        r => r.Orchestrator("Version", c => Task.FromResult<object?>(Math.Sign(c.CompareVersionTo(other)))),
        async run => Assert.Equal(sign, (await run.Run("Version", options: new() { Version = version })).ReadOutputAs<int>()));

    [Fact]
    public Task CompareVersionTo_NoVersion_IsOlderThanAny() => Case(
        r => r.Orchestrator("Version", c => Task.FromResult<object?>(Math.Sign(c.CompareVersionTo("0.1")))),
        async run => Assert.Equal(-1, (await run.Run("Version")).ReadOutputAs<int>()));

    [Fact]
    public Task Version_OldInstanceUnderNewCode_GoesItsOldWay() => Case(
        r =>
        {
            r.Orchestrator("Grown", async c =>
            {
                var said = await c.CallActivityAsync<string>("Old");
                return c.CompareVersionTo("2.0") < 0 ? said : said + await c.CallActivityAsync<string>("New");
            });
            r.Activity("Old", () => "old");
            r.Activity("New", () => "new");
        },
        async run =>
        {
            Assert.Equal("old", (await run.Run("Grown", options: new() { Version = "1.0" })).ReadOutputAs<string>());
            Assert.Equal("oldnew", (await run.Run("Grown", options: new() { Version = "2.0" })).ReadOutputAs<string>());
        });
}
