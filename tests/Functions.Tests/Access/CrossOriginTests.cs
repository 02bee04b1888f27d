namespace EntCredit.Functions.Tests.Access;

/// <summary>Pages of other origins read nothing, unless their origin is named exactly.</summary>
public sealed class CrossOriginTests
{
    private const string App = "https://apps.example";

    [Fact]
    public async Task Origins_Named_AreAnsweredExactlyAndPreflightsToo()
    {
        await using var host = await AccessHost.StartAsync($"EntCredit:Cors:Origins={App} https://b.example:8443");
        foreach (var (origin, allowed) in new[] { (App, true), ("https://b.example:8443", true), ("https://apps.example.evil", false), ("http://apps.example", false), ("null", false), ("https://APPS.example", false) })
        {
            using var simple = await host.SendAsync("GET", "/api/v1/errors", headers: ("Origin", origin));
            using var preflight = await host.SendAsync(
                "OPTIONS", "/api/v1/operations/departments/x/keys", headers: [("Origin", origin), ("Access-Control-Request-Method", "POST")]);
            foreach (var answer in new[] { simple, preflight })
            {
                Assert.Equal(allowed ? origin : null, Header(answer, "Access-Control-Allow-Origin"));
                Assert.Equal("Origin", Header(answer, "Vary"));
                Assert.Null(Header(answer, "Access-Control-Allow-Credentials"));
            }

            Assert.Equal(204, (int)preflight.StatusCode);
            Assert.Equal(allowed ? "GET, POST" : null, Header(preflight, "Access-Control-Allow-Methods"));
        }
    }

    [Fact]
    public async Task Origins_NoneNamed_NoneIsAnswered()
    {
        await using var host = await AccessHost.StartAsync();
        using var answer = await host.SendAsync("GET", "/api/v1/errors", headers: ("Origin", App));
        Assert.Null(Header(answer, "Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("apps.example")]
    [InlineData("https://apps.example/")]
    public async Task Origins_ThatAreNone_EndTheFirstRequest(string origins)
    {
        await using var host = await AccessHost.StartAsync("EntCredit:Cors:Origins=" + origins);
        using var answer = await host.Http.GetAsync(new Uri("/api/v1/errors", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(500, (int)answer.StatusCode);
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
