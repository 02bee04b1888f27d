using EntCredit.LocalRuntime.Worker.Middleware;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
namespace EntCredit.LocalRuntime.Worker.Hosting;
internal static class LocalHost { public static IHost Build(WebApplicationBuilder web, ApplicationFiles files, IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware, bool http) => web.Build(); }
