using System.Net;
using System.Text.Json.Nodes;
using EntCredit.Functions.Tests.Access;
using Microsoft.Extensions.Hosting;

namespace EntCredit.Functions.Tests.Health;

/// <summary>What the host says of itself is so. No storage listens here.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task Get_PartsDoNotAnswer_EachIsNamed()
    {
        await using var host = await AccessHost.StartAsync();
        Assert.Equal("storage", await SilentAsync(host));

        // Of what the host runs, the runtime alone has more to do than to start and to stop: its durable engine goes with it.
        var runtime = host.Get<IEnumerable<IHostedService>>().OfType<IHostedLifecycleService>().Single();
        await runtime.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal("storage, durable", await SilentAsync(host));
    }

    private static async Task<string> SilentAsync(AccessHost host)
    {
        using var answer = await host.Http.GetAsync(new Uri("/api/v1/health", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("EC9002", (string?)problem["code"]);
        return ((string)problem["detail"]!).Split('：')[^1];
    }
}
