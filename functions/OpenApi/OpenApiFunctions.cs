using System.Text;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.OpenApi;

/// <summary>The API described: for machines, and as a page for people.</summary>
public sealed class OpenApiFunctions
{
    private static readonly Lazy<string> Json = new(() => ApiDocument.Build().ToJsonString(ApiJson.Options));
    private static readonly Lazy<string> Html = new(() => ApiPage.Of(ApiDocument.Build()));

    /// <summary>The API as an OpenAPI 3.1 document.</summary>
    [Function("GetOpenApi")]
    [Public]
    [Answers(200, typeof(object))]
    public IResult Document([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/openapi.json")] HttpRequest request) =>
        Results.Text(Json.Value, "application/json", Encoding.UTF8);

    /// <summary>The same as a page.</summary>
    [Function("ApiPage")]
    [Public]
    public IResult Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api")] HttpRequest request) =>
        Results.Text(Html.Value, "text/html; charset=utf-8", Encoding.UTF8);
}
