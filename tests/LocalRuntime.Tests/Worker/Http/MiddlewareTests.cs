using System.Net;
using Microsoft.AspNetCore.Http;

namespace EntCredit.LocalRuntime.Tests.Worker.Http;

public sealed class MiddlewareTests
{
    private static Task<TestHost> Host(Action<FunctionsApplicationBuilder> configure) => TestHost.StartAsync([typeof(HttpFunctions)], configure);

    [Fact]
    public async Task Use_TwoMiddlewares_FirstIsOutermost()
    {
        await using TestHost host = await Host(b =>
        {
            b.UseMiddleware<First>();
            b.UseMiddleware<Second>();
        });
        await host.Http.GetStringAsync("/api/v1/batches/1", TestContext.Current.CancellationToken);
        Assert.Equal(["first GetBatch httpTrigger 1", "second", "second after", "first after"], host.Get<Seen>().All);
    }

    [Fact]
    public async Task Use_ReplacesTheResult_ItIsExecuted()
    {
        await using TestHost host = await Host(b =>
            b.UseMiddleware(
                async (context, next) =>
                {
                    try
                    {
                        await next();
                    }
                    catch (InvalidOperationException)
                    {
                        context.GetInvocationResult().Value = Results.StatusCode(StatusCodes.Status418ImATeapot);
                    }
                }
            )
        );
        using HttpResponseMessage response = await host.Http.GetAsync("/fails", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode)418, response.StatusCode);
    }

    [Fact]
    public async Task Use_DoesNotCallNext_WhatItWroteIsTheAnswer()
    {
        await using TestHost host = await Host(b =>
            b.UseWhen(
                context => context.FunctionDefinition.Name == "GetBatch",
                (context, _) => context.GetHttpContext()!.Response.WriteAsync("stopped")
            )
        );
        Assert.Equal("stopped", await host.Http.GetStringAsync("/api/v1/batches/1", TestContext.Current.CancellationToken));
        Assert.Equal("7  7", await host.Http.GetStringAsync("/numbers/7", TestContext.Current.CancellationToken));
    }

    private sealed class First(Seen seen) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            string trigger = context.FunctionDefinition.InputBindings.Values.Single().Type;
            seen.Add($"first {context.FunctionDefinition.Name} {trigger} {context.BindingContext.BindingData["id"]}");
            await next(context);
            seen.Add("first after");
        }
    }

    private sealed class Second(Seen seen) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            seen.Add("second");
            await next(context);
            seen.Add("second after");
        }
    }
}
