using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace EntCredit.LocalRuntime.Tests.Worker.Http;

public sealed class HttpFunctions(Seen seen)
{
    [Function("GetBatch")]
    public IResult GetBatch(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/batches/{id}")] HttpRequest request,
        string id
    ) => Results.Text($"{id} {request.Query["q"]}");

    [Function("GetNumber")]
    public Task<IResult> GetNumber(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{number:int:min(1)}/{day?}")] HttpRequest request,
        int number,
        DateOnly? day
    ) => Task.FromResult(Results.Text($"{number} {day:yyyy-MM-dd} {request.RouteValues["number"]}"));

    [Function("GetCode")]
    public static IResult GetCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "codes/{code:regex(^[0-9A-Z]{{18}}$)}")] HttpRequest request,
        string code
    ) => Results.Text(code);

    [Function("Echo")]
    public async Task<IResult> Echo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "put", Route = "echo")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        long length = 0;
        byte[] buffer = new byte[8192];
        for (int n; (n = await request.Body.ReadAsync(buffer, cancellation)) > 0; )
            length += n;
        return Results.Text($"{request.Method} {length}");
    }

    [Function("Unrouted")]
    public IResult Unrouted([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.NoContent();

    [Function("Keyed")]
    public IResult Keyed([HttpTrigger(AuthorizationLevel.Function, "get", Route = "keyed")] HttpRequest request) => Results.Text("in");

    [Function("Admin")]
    public IResult Admin([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "master")] HttpRequest request) => Results.Text("in");

    [Function("Fails")]
    public IResult Fails([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fails")] HttpRequest request) =>
        throw new InvalidOperationException("secret");

    [Function("Trace")]
    public IResult Trace([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "trace")] HttpRequest request, FunctionContext context) =>
        Results.Text($"{Activity.Current!.TraceId} {context.TraceContext.TraceParent}");

    [Function("Waits")]
    public async Task<IResult> Waits(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waits")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        seen.Add("begun");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }
        finally
        {
            seen.Add("cancelled");
        }
        return Results.Ok();
    }
}
