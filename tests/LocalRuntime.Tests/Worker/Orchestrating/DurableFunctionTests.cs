namespace EntCredit.LocalRuntime.Tests.Worker.Orchestrating;

public sealed class DurableFunctionTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private static readonly string[] Movable = ["LocalRuntime:MovableClock=true", "LocalRuntime:ClockStart=2020-06-28T01:00:00Z"];

    private static async Task BeginAsync(TestHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/stories/s-1");
        request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
        using HttpResponseMessage response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Move_TimersAndSchedulesOnTheWay_EachHappensAtItsInstantInOrderAndTrace()
    {
        await using TestHost host = await TestHost.StartAsync([typeof(StoryFunctions)], settings: Movable);
        await BeginAsync(host);
        using HttpResponseMessage moved = await Admin.Clock.MoveAsync(host, "2020-07-02T00:00:00Z");
        moved.EnsureSuccessStatusCode();
        Assert.Equal(
            [
                "06-28 16:00 nightly",
                $"06-29 01:00 tell s-1 0 {Trace}",
                "06-29 16:00 nightly",
                $"06-30 01:00 tell s-1 1 {Trace}",
                "06-30 16:00 nightly",
                $"07-01 01:00 tell s-1 2 {Trace}",
                "07-01 16:00 nightly",
            ],
            host.Get<Seen>().All
        );
    }

    [Fact]
    public async Task Middleware_EveryReplay_GoesThroughIt()
    {
        await using TestHost host = await TestHost.StartAsync(
            [typeof(StoryFunctions)],
            b =>
                b.UseMiddleware(
                    (context, next) =>
                    {
                        var seen = (Seen)context.InstanceServices.GetService(typeof(Seen))!;
                        seen.Add($"{context.FunctionDefinition.InputBindings.Values.First().Type} {context.FunctionDefinition.Name}");
                        return next();
                    }
                ),
            settings: Movable
        );
        await BeginAsync(host);
        using HttpResponseMessage moved = await Admin.Clock.MoveAsync(host, "2020-06-29T02:00:00Z");
        string[] seen = [.. host.Get<Seen>().All];
        Assert.Contains("activityTrigger Tell", seen);
        Assert.Contains("timerTrigger Nightly", seen);
        Assert.True(seen.Count(s => s == "orchestrationTrigger Story") >= 2);
    }

    [Fact]
    public async Task Middleware_AwaitsBeforeTheOrchestrator_TheOrchestrationFailsAndSaysWhy()
    {
        await using TestHost host = await TestHost.StartAsync(
            [typeof(StoryFunctions)],
            b =>
                b.UseMiddleware(
                    async (context, next) =>
                    {
                        if (context.FunctionDefinition.Name == "Story")
                            await Task.Delay(20);
                        await next();
                    }
                ),
            settings: Movable
        );
        await BeginAsync(host);
        DurableTaskClient client = host.Get<EntCredit.LocalRuntime.Durable.Engine.DurableEngine>().Client;
        OrchestrationMetadata done = await client.WaitForInstanceCompletionAsync(
            "s-1",
            getInputsAndOutputs: true,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Contains("middleware must be synchronous", done.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_InTheMiddleOfAStory_GoesOnAtItsOwnTime()
    {
        string folder = Directory.CreateTempSubdirectory("story-").FullName;
        await using (TestHost host = await TestHost.StartAsync([typeof(StoryFunctions)], folder: folder, settings: Movable))
        {
            await BeginAsync(host);
            using HttpResponseMessage first = await Admin.Clock.MoveAsync(host, "2020-06-29T02:00:00Z");
        }
        await using (TestHost host = await TestHost.StartAsync([typeof(StoryFunctions)], folder: folder, settings: Movable))
        {
            using HttpResponseMessage second = await Admin.Clock.MoveAsync(host, "2020-06-30T02:00:00Z");
            Assert.Equal(["06-29 16:00 nightly", $"06-30 01:00 tell s-1 1 {Trace}"], host.Get<Seen>().All);
        }
        Directory.Delete(folder, recursive: true);
    }
}
