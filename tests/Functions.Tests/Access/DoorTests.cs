using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;

namespace EntCredit.Functions.Tests.Access;

/// <summary>What every door does with a request before anybody asks whose it is, and what every answer says to a browser.</summary>
[Collection(AccessTownCollection.Name)]
public sealed class DoorTests(AccessTown town)
{
    private const string Keys = "/api/v1/operations/departments/hunan-neighbour/keys";

    private static readonly string Operator = Personas.Key(Personas.Of(DepartmentRole.Operator));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/nowhere", 404, "EC1112", null)]
    [InlineData("POST", "/", 404, "EC1112", null)]
    [InlineData("GET", "/api/v1/", 404, "EC1112", null)]
    [InlineData("GET", "/admin/local/clock", 404, "EC1112", null)]
    [InlineData("PUT", "/api/v1/health", 405, "EC1113", "GET, OPTIONS")]
    [InlineData("TRACE", "/api/v1/health", 405, "EC1113", "GET, OPTIONS")]
    [InlineData("BREW", "/api/v1/batches/b-1", 405, "EC1113", "GET, OPTIONS")]
    [InlineData("PATCH", Keys, 405, "EC1113", "GET, POST, OPTIONS")]
    [InlineData("OPTIONS", Keys, 204, null, "GET, POST, OPTIONS")]
    [InlineData("OPTIONS", "/nowhere", 404, "EC1112", null)]
    [InlineData("HEAD", "/api/v1/health", 405, null, "GET, OPTIONS")]
    [InlineData("HEAD", "/nowhere", 404, null, null)]
    public async Task Send_UnknownRouteOrMethod_IsAProblemWithAllow(string method, string path, int status, string? code, string? allow)
    {
        using var answer = await town.Host.SendAsync(method, path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, await CodeAsync(answer));
        Assert.Equal(allow, answer.Content.Headers.Allow.Count == 0 ? null : string.Join(", ", answer.Content.Headers.Allow));
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", "/api/v1/health", 200, null)]
    [InlineData("GET", "/enterprises", 200, null)]
    [InlineData("GET", "/nowhere", 404, null)]
    [InlineData("PUT", "/api/v1/health", 405, null)]
    [InlineData("GET", "/api/v1/batches", 401, "no-store")]
    [InlineData("GET", Keys, 401, "no-store")]
    public async Task Answer_OfAnyKind_CarriesTheHeaders(string method, string path, int status, string? cache)
    {
        using var answer = await town.Host.SendAsync(method, path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal(ContentPolicy.Text, Header(answer, "Content-Security-Policy"));
        Assert.Equal(cache, answer.Headers.CacheControl?.ToString());
        Assert.Null(Header(answer, "Strict-Transport-Security"));
    }

    [Fact]
    public async Task Answer_BehindHttps_CarriesHsts()
    {
        using var answer = await town.Host.SendAsync("GET", "/nowhere", headers: ("X-Forwarded-Proto", "https"));
        Assert.Equal("max-age=31536000; includeSubDomains", Header(answer, "Strict-Transport-Security"));
    }

    [Fact]
    public async Task Body_LongerThanItsDoorTakes_Is413WhetherItSaysSoOrNot()
    {
        var big = "{\"label\":\"" + new string('a', (int)Door.DefaultBodyLimit) + "\"}";
        using var told = await town.Host.SendAsync("POST", Keys, Operator, big);
        Assert.Equal((413, "EC1107"), ((int)told.StatusCode, await CodeAsync(told)));

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Keys, UriKind.Relative)) { Content = new StringContent(big, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Api-Key", Operator);
        using var streamed = await town.Host.Http.SendAsync(request, Cancellation);
        Assert.Equal((413, "EC1107"), ((int)streamed.StatusCode, await CodeAsync(streamed)));
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/json; charset=gb18030", 415)]
    [InlineData("nonsense", 415)]
    [InlineData(null, 415)]
    [InlineData("application/json; charset=utf-8", 201)]
    [InlineData("Application/JSON", 201)]
    public async Task Body_OfAnotherContentType_Is415(string? type, int status)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"label":"类型"}"""));
        if (type is not null) Assert.True(content.Headers.TryAddWithoutValidation("Content-Type", type));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/operations/departments/hunan-bank/keys", UriKind.Relative)) { Content = content };
        request.Headers.Add("X-Api-Key", Operator);
        using var answer = await town.Host.Http.SendAsync(request, Cancellation);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"label\":null}")]
    [InlineData("{\"label\":1}")]
    [InlineData("{\"label\":\"a\",\"label\":\"b\"}")]
    [InlineData("{\"label\":\"a\",\"lable\":\"b\"}")]
    [InlineData("{\"label\":\"a\",\"from\":\"2026-02-30\"}")]
    [InlineData("{\"label\":\"a\"} x")]
    [InlineData("{\"label\":\"a\",}")]
    [InlineData("{\"label\":\"\\ud800\"}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public async Task Body_ThatIsNotWhatTheDoorTakes_IsANumbered400(string body)
    {
        using var answer = await town.Host.SendAsync("POST", Keys, Operator, body);
        Assert.Equal((400, "EC1111"), ((int)answer.StatusCode, await CodeAsync(answer)));
        Assert.DoesNotContain("EntCredit", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_WithAnEmptyPlaceInAList_IsANumbered400()
    {
        const string Body = """{"record":"r","name":"某某","contact":"c","grounds":"g","evidence":[{"content":"JVBERi0x"},null]}""";
        using var answer = await town.Host.SendAsync("POST", "/api/v1/public/objections", Operator, Body);
        Assert.Equal((400, "EC1111"), ((int)answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task Url_OrHeadersTooLong_AreNumbered()
    {
        using var url = await town.Host.SendAsync("GET", "/api/v1/health?q=" + new string('a', RequestGate.MostUrl));
        Assert.Equal((414, "EC1108"), ((int)url.StatusCode, await CodeAsync(url)));
        using var headers = await town.Host.SendAsync("GET", "/api/v1/health", headers: ("X-Long", new string('a', RequestGate.MostHeaders)));
        Assert.Equal((431, "EC1110"), ((int)headers.StatusCode, await CodeAsync(headers)));
    }

    [Fact]
    public async Task Pages_WithTheirStyleSheets_AreAllowedByThePolicy()
    {
        using var page = await town.Host.SendAsync("GET", "/enterprises");
        var html = await page.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        var sheet = html[(html.IndexOf("<style>", StringComparison.Ordinal) + 7)..html.IndexOf("</style>", StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(sheet)));
        Assert.Contains($"'sha256-{hash}'", Header(page, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header(page, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    private static async Task<string?> CodeAsync(HttpResponseMessage answer)
    {
        if (answer.StatusCode == HttpStatusCode.NoContent || answer.RequestMessage!.Method == HttpMethod.Head) return null;
        Assert.Equal(new MediaTypeHeaderValue("application/problem+json"), answer.Content.Headers.ContentType);
        return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["code"];
    }
}
