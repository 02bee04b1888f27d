using System.Net;
using System.Net.Http.Headers;

namespace EntCredit.LocalRuntime.Tests.Worker.Http;

public sealed class HttpFunctionTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    private static Task<TestHost> Host(params string[] settings) => TestHost.StartAsync([typeof(HttpFunctions)], settings: settings);

    [Theory]
    [InlineData("/api/v1/batches/b-1?q=x", "b-1 x")]
    [InlineData("/API/v1/Batches/B-1", "B-1 ")]
    [InlineData("/numbers/7", "7  7")]
    [InlineData("/numbers/7/2020-07-10", "7 2020-07-10 7")]
    [InlineData("/codes/91000000MA00000000", "91000000MA00000000")]
    public async Task Get_RouteMatches_ParametersAreItsValues(string path, string expected)
    {
        await using TestHost host = await Host();
        Assert.Equal(expected, await host.Http.GetStringAsync(path, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("GET", "/nowhere")]
    [InlineData("GET", "/numbers/zero")]
    [InlineData("GET", "/numbers/0")]
    [InlineData("GET", "/codes/91")]
    [InlineData("POST", "/api/v1/batches/b-1")]
    [InlineData("GET", "/admin/local/clock")]
    [InlineData("POST", "/admin/local/settle")]
    public async Task Send_NoSuchRouteOrMethod_Is404(string method, string path)
    {
        await using TestHost host = await Host();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using HttpResponseMessage response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/keyed", null, HttpStatusCode.Unauthorized)]
    [InlineData("/keyed", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/keyed", "f-key", HttpStatusCode.OK)]
    [InlineData("/keyed", "m-key", HttpStatusCode.OK)]
    [InlineData("/master", "f-key", HttpStatusCode.Unauthorized)]
    [InlineData("/master", "m-key", HttpStatusCode.OK)]
    public async Task Get_LevelAsksForKey_OnlyThatKeyOpens(string path, string? key, HttpStatusCode expected)
    {
        await using TestHost host = await Host("LocalRuntime:FunctionKey=f-key", "LocalRuntime:MasterKey=m-key");
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
            request.Headers.Add("x-functions-key", key);
        using HttpResponseMessage response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Get_NoKeyIsSet_KeyedFunctionStaysShut()
    {
        await using TestHost host = await Host();
        using HttpResponseMessage response = await host.Http.GetAsync("/keyed?code=", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Get_FunctionThrows_500WithoutWords()
    {
        await using TestHost host = await Host();
        using HttpResponseMessage response = await host.Http.GetAsync("/fails", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Post_BodyOfUnknownLength_IsStreamed()
    {
        await using TestHost host = await Host();
        using var body = new StreamContent(new MemoryStream(new byte[40_000_000]));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/echo") { Content = body };
        request.Headers.TransferEncodingChunked = true;
        using HttpResponseMessage response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("POST 40000000", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("api")]
    public async Task Get_NoRouteIsGiven_NameUnderPrefixIsTheRoute(string prefix)
    {
        string json = $$"""{ "extensions": { "http": { "routePrefix": "{{prefix}}" } } }""";
        await using TestHost host = await TestHost.StartAsync([typeof(HttpFunctions)], hostJson: json);
        using HttpResponseMessage response = await host.Http.DeleteAsync($"/{prefix}/Unrouted".Replace("//", "/", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public async Task Get_CarriesTraceParent_FunctionIsInThatTrace()
    {
        await using TestHost host = await Host();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/trace");
        request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
        using HttpResponseMessage response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        string[] text = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split(' ');
        Assert.Equal(Trace, text[0]);
        Assert.StartsWith($"00-{Trace}-", text[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ClientGoesAway_TokenIsCancelled()
    {
        await using TestHost host = await Host();
        using var leaving = new CancellationTokenSource();
        Task<HttpResponseMessage> call = host.Http.GetAsync("/waits", leaving.Token);
        await host.Get<Seen>().AtLeastAsync(1);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(["begun", "cancelled"], await host.Get<Seen>().AtLeastAsync(2));
    }
}
